import type { Model } from '../simulation/index.ts';
import { replicate, type Order, type Replication } from './replicate.ts';

/** Who runs replications. Results are taken in the order of the replications, so a pool never changes a figure. */
export interface Pool {
  /** How many replications to keep under way, at least 1. */
  readonly width: number;
  replicate(order: Order): Promise<Replication>;
}

/**
 * The own thread, one replication after another. Every few milliseconds `breathe` lets others have it (keys, signals, drawing);
 * where it throws, nobody wants the replication any more.
 */
export function ownThread(models: readonly Model[], breathe: () => Promise<void>): Pool {
  return {
    width: 1,
    async replicate(order) {
      const work = replicate(models, order);
      for (;;) {
        await breathe();
        const step = work.next();
        if (step.done === true) return step.value;
      }
    },
  };
}
