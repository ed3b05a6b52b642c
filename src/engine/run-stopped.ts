import type { SimTime } from '../base/index.ts';

/** A run that cannot be ended for a reason in the model, not in the engine: an endless cycle, a system that overflows. */
export class RunStopped extends Error {
  override readonly name: string = 'RunStopped';
  readonly reason: 'endless-instant' | 'too-many-visits' | 'overflow';
  /** Name of the delay, activity or chance that it was about; empty where it is about none. */
  readonly about: string;
  /** Number of the entity, or -1: it is about none. */
  readonly entity: number;
  readonly at: SimTime;

  constructor(stop: { reason: RunStopped['reason']; about: string; entity: number; at: SimTime }) {
    super(`${stop.reason}: ${stop.about}, entity ${stop.entity} at minute ${stop.at}`);
    this.reason = stop.reason;
    this.about = stop.about;
    this.entity = stop.entity;
    this.at = stop.at;
  }
}
