import { Anchor } from './anchors';
import { clock } from './clock';
import { Due } from './dues';
import { Entity } from './entities';
import { Fee } from './fees';
import { allocate } from './memory';

const minutesPerDay: f64 = 1440;

/** A time limit between two anchors that moves nothing: settled when the second is reached. */
@unmanaged
export class Term {
  from: Anchor;
  to: Anchor;
  due: Due;
  /** Charged when it is settled late; null: nothing is. */
  fee: Fee | null;
  /** Settled by counted entities; of these, late. */
  settled: f64;
  late: f64;

  /** A milestone of `to` is reached: if this completes it, the term is settled. */
  reached(entity: Entity): void {
    const to = this.to;
    if (to.reached(entity) != (to.isLast ? to.count : 1)) return;
    const from = this.from.of(entity);
    // What is done before the time for it begins to run is done in time.
    const late = isNaN(from) ? 0 : clock.now - this.due.from(from);
    if (entity.isCounted) {
      this.settled += 1;
      if (late > 0) this.late += 1;
    }
    const fee = this.fee;
    if (late > 0 && fee !== null) fee.charge(entity, Math.ceil(late / minutesPerDay));
  }
}

/** Enters a term. */
export function addTerm(from: Anchor, to: Anchor, due: Due, fee: Fee | null): Term {
  const term = changetype<Term>(allocate(offsetof<Term>()));
  term.from = from;
  term.to = to;
  term.due = due;
  term.fee = fee;
  return term;
}

export function termSettled(term: Term): f64 {
  return term.settled;
}

export function termLate(term: Term): f64 {
  return term.late;
}
