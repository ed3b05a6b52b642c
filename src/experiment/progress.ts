import type { Comparison } from './comparison.ts';

/** Where an experiment stands; sent to whoever watches it, at most every 100 ms. */
export interface Progress {
  readonly comparison: Comparison;
  readonly replications: number;
  readonly replicationsMax: number;
  /** Relative half width of the base's headline indicator, 0..1; none below two replications. */
  readonly precision: number | null;
  readonly precisionWanted: number;
  /** Name of the headline indicator. */
  readonly of: string;
  /** Consignments simulated so far, all scenarios, those of replications under way included. */
  readonly consignments: number;
  readonly state: 'running' | 'precisionReached' | 'limitReached' | 'stopped';
}
