import { driveBreathing } from '../base/index.ts';
import type { Model, Observer } from '../simulation/index.ts';
import { replicate, type Order, type Replication } from './replicate.ts';

/** Who runs replications. Results are taken in the order of the replications, so a pool never changes a figure. */
export interface Pool {
  /** How many replications to keep under way, at least 1. */
  readonly width: number;
  replicate(order: Order): Promise<Replication>;
  /** Consignments simulated so far, those of replications under way included. */
  simulated(): number;
}

/**
 * The own thread, one replication after another. Every few milliseconds `breathe` lets others have it (keys, signals, drawing);
 * where it throws, nobody wants the replication any more. `observer` sees the runs of the base.
 */
export function ownThread(models: readonly Model[], breathe: () => Promise<void>, observer?: Observer): Pool {
  let simulated = 0;
  return {
    width: 1,
    replicate: (order) => driveBreathing(replicate(models, order, observer), breathe, (told) => (simulated += told)),
    simulated: () => simulated,
  };
}
