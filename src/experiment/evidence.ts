import type { PairResult, RunResult } from '../simulation/index.ts';
import type { CoarseHistogram } from '../statistics/index.ts';
import type { Progress } from './progress.ts';

/** Where an experiment stands, for those who look deeper than its results. */
export interface EvidentProgress extends Progress {
  /** What its figures are made of. */
  readonly evidence: Evidence;
}

/** What the figures of an experiment are made of, for whoever looks deeper; nothing is computed before that. */
export interface Evidence {
  /** By scenario in the order of the comparison, then by replication. */
  readonly runs: readonly (readonly RunResult[])[];
  /** By variant in the order of the comparison, then by replication, then by indicator; null where pairing is lost. */
  readonly pairs: readonly (readonly (Readonly<Record<string, PairResult>> | null)[])[];
  /** Changes of consignments in minutes by variant and indicator, all replications together; null where pairing is lost. */
  readonly changes: readonly (Readonly<Record<string, CoarseHistogram>> | null)[];
}
