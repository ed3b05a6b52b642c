import type { SimTime } from '../base/index.ts';

/** Why a run could not be ended: for a reason in the model, not in the engine. */
export interface Stop {
  readonly reason: 'endlessInstant' | 'tooManyVisits' | 'overflow';
  /** Number of the entity that it was found at. */
  readonly entity: number;
  readonly at: SimTime;
  /** Entities in the system. */
  readonly inSystem: number;
  /** Name of the delay, activity or chance that is drawn again and again; of the resource with the longest line; else empty. */
  readonly about: string;
  /** Configurations that an entity goes round through without end, each once. */
  readonly configurations: readonly number[];
}
