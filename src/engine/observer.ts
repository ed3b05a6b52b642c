import type { SimTime } from '../base/index.ts';

/** What happened to an entity. */
export const Happening = {
  /** `what`: the entity's slot. */
  created: 0,
  /** `what`: configuration. */
  entered: 1,
  /** `what`: milestone column; each time, not only the first. */
  reached: 2,
  /** `what`: activity, from here on. */
  requested: 3,
  begun: 4,
  completed: 5,
  cancelled: 6,
  /** `what`: fee. */
  charged: 7,
  /** `what`: the entity's slot. */
  ended: 8,
  /** `what`: activity whose units were held until its state was left. */
  freed: 9,
} as const;

/** Sees every happening of a run in its order: for logs and monitors. Without one the engine does nothing for it. */
export interface Observer {
  /** `entity` is its number in the order of creation. */
  happened(happening: number, at: SimTime, entity: number, what: number): void;
}
