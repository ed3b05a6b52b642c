import { choose, Choice, decisions } from './decisions';
import { branch, Key } from './draws';
import { Entity } from './entities';
import { Law } from './laws';
import { allocate } from './memory';
import { nextVisit } from './stop';

/** How long something lasts: a law's draw times a share. Two durations with one purpose are parts of one piece of work. */
@unmanaged
export class Duration {
  purpose: i32;
  /** Offset of the counter of its draws. */
  counter: usize;
  /** Leads to laws. */
  law: Choice;
  /** Leads to numbers; null: all of the draw. */
  share: Choice | null;
  /** What it is called in messages. */
  name: i32;

  /** Draws the next duration for the entity, in minutes; never negative. */
  draw(entity: Entity): f64 {
    const counter = changetype<usize>(entity) + this.counter;
    const visit = nextVisit(counter, this.name, entity.number, decisions.isPeeking);
    let minutes = drawFor(entity.key, changetype<Law>(choose(entity, this.law).index), this.purpose, visit);
    const share = this.share;
    if (share !== null) minutes *= choose(entity, share).number;
    return max<f64>(0, minutes);
  }
}

/** The variate of a law for whoever has this key. */
export function drawFor(key: Key, law: Law, purpose: i32, visit: i32): f64 {
  return law.draw(key.bits(purpose, visit), law.isMixture() ? key.bits(purpose ^ branch, visit) : 0);
}

/** Enters a duration. */
export function addDuration(purpose: i32, counter: usize, law: Choice, share: Choice | null, name: i32): Duration {
  const duration = changetype<Duration>(allocate(offsetof<Duration>()));
  duration.purpose = purpose;
  duration.counter = counter;
  duration.law = law;
  duration.share = share;
  duration.name = name;
  return duration;
}
