import type { SimTime } from '../base/index.ts';

/** What happened to an entity (as src/kernel/assembly/log.ts numbers it, but for the last). */
export const Happening = {
  /** `value`: 1 if it is counted, as it arrives within the window. */
  created: 0,
  /** `what`: level column, `value`: level. Drawn columns only, after the creation. */
  level: 1,
  /** `what`: number column, `value`: number. */
  number: 2,
  /** `what`: configuration. */
  entered: 3,
  /** `what`: milestone; each time, not only the first. */
  reached: 4,
  /** `what`: activity, from here on. */
  requested: 5,
  begun: 6,
  completed: 7,
  cancelled: 8,
  /** Units that were held until a state was left. */
  freed: 9,
  /** `what`: fee, `value`: amount. */
  charged: 10,
  ended: 11,
  /** `what`: timer. */
  due: 12,
  /** `what`: guard, `value`: 1 if it holds. Of the guards that the observer asks for, after the creation. */
  answered: 13,
} as const;

/** Sees every happening of a run in its order: for logs and monitors. It is told in pieces, a while after; without one the engine does nothing for it. */
export interface Observer {
  /** Guards of the model of which it wants to know whether they hold for an entity when its columns are drawn. None: none. */
  readonly guards?: readonly number[];
  /** `entity` is its number in the order of creation. */
  happened(happening: number, at: SimTime, entity: number, what: number, value: number): void;
}
