import type { Progress } from '../experiment/index.ts';

/** Replications that an experiment comes to: while it runs, the most that it may. */
export function replicationsOf({ state, replications, replicationsMax }: Progress): number {
  return state === 'running' ? replicationsMax : replications;
}
