import { clock } from './clock';
import { Entity } from './entities';
import { Happening, note } from './log';
import { allocate } from './memory';
import { Term } from './terms';
import { Timer } from './timers';

/** An instant of an entity that figures, deadlines or terms ask for. */
@unmanaged
export class Milestone {
  index: i32;
  /** Offset of its instant; 0: nobody asks for it, and it is only told. */
  offset: usize;
  /** Deadlines that it may be the anchor of, terms that it may settle: pointers. */
  timers: usize;
  timerCount: i32;
  terms: usize;
  termCount: i32;

  /** The entity reaches it; the first time counts. */
  reach(entity: Entity): void {
    note(Happening.reached, entity.number, this.index);
    if (this.offset == 0 || !isNaN(entity.value(this.offset))) return;
    entity.setValue(this.offset, clock.now);
    for (let each = 0; each < this.timerCount; each++)
      changetype<Timer>(load<usize>(this.timers + ((<usize>each) << 2))).anchorReached(entity);
    for (let each = 0; each < this.termCount; each++)
      changetype<Term>(load<usize>(this.terms + ((<usize>each) << 2))).reached(entity);
  }
}

/** Enters a milestone; `offset` is where an entity keeps its instant, or 0. */
export function addMilestone(index: i32, offset: usize): Milestone {
  const milestone = changetype<Milestone>(allocate(offsetof<Milestone>()));
  milestone.index = index;
  milestone.offset = offset;
  return milestone;
}

/** Says what hangs on a milestone: deadlines that it may be the anchor of, terms that it may settle. */
export function hangOn(milestone: Milestone, timers: usize, timerCount: i32, terms: usize, termCount: i32): void {
  milestone.timers = timers;
  milestone.timerCount = timerCount;
  milestone.terms = terms;
  milestone.termCount = termCount;
}
