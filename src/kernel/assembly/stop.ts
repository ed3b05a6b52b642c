import { clock } from './clock';

/** Why a run cannot go on: for a reason in the model, not in the engine. */
export namespace Reason {
  export const none: i32 = 0;
  /** An entity makes step after step without any time passing; `about` counts the configurations noted. */
  export const endlessInstant: i32 = 1;
  /** An entity draws again and again for the duration or chance of this name. */
  export const tooManyVisits: i32 = 2;
  /** More entities are in the system than memory is granted for. */
  export const overflow: i32 = 3;
}

/** More draws for one purpose of one entity than this stop the run. */
const visitsMax = 65_000;

/** Configurations that are noted of an entity that goes round without end. */
export const notedMax = 32;

/** A run that has to be stopped goes on to the end of the event under way, so that its books stay in order. */
@unmanaged
export class Stop {
  reason: i32;
  about: i32;
  entity: i32;
  at: f64;
  noted: i32;
  /** Of which entity. */
  private notedOf: i32;

  set(reason: i32, about: i32, entity: i32): void {
    if (this.reason != Reason.none) return;
    this.reason = reason;
    this.about = about;
    this.entity = entity;
    this.at = clock.now;
  }

  /** Notes where an entity is that goes round; others that do so too are left alone. */
  note(entity: i32, configuration: i32): void {
    if (this.noted == 0) this.notedOf = entity;
    if (this.noted == notedMax || this.notedOf != entity) return;
    store<i32>(noted + ((<usize>this.noted) << 2), configuration);
    this.noted++;
  }

  /** The configuration noted at this place. */
  notedAt(index: i32): i32 {
    return load<i32>(noted + ((<usize>index) << 2));
  }
}

export const stop = changetype<Stop>(memory.data(offsetof<Stop>(), 8));
const noted = memory.data(notedMax * 4, 4);

/** The number of the next draw that the counter counts, from 0; it stays where it is while somebody only peeks. */
export function nextVisit(counter: usize, name: i32, entity: i32, isPeeking: bool): i32 {
  const visit = load<u16>(counter);
  if (isPeeking) return visit;
  if (<i32>visit >= visitsMax) stop.set(Reason.tooManyVisits, name, entity);
  else store<u16>(counter, visit + 1);
  return visit;
}

/** Why the run was stopped; 0: it was not. */
export function stopReason(): i32 {
  return stop.reason;
}

/** Number of a name, or of the configurations noted. */
export function stopAbout(): i32 {
  return stop.about;
}

export function stopEntity(): i32 {
  return stop.entity;
}

export function stopAt(): f64 {
  return stop.at;
}

/** A configuration noted of an entity that goes round. */
export function stopConfiguration(index: i32): i32 {
  return stop.notedAt(index);
}
