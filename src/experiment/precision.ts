import type { RunResult } from '../simulation/index.ts';
import { relativeHalfWidth } from '../statistics/index.ts';
import { estimateOf } from './mean-of-means.ts';
import { level } from './summarise.ts';

/** Longer side of the mean's interval by the mean, 0..1; none below two replications or where the mean is 0. */
export function precisionOf(runs: readonly RunResult[], indicator: string): number | null {
  const means = runs.flatMap((run) => {
    const tally = run.indicators[indicator];
    return tally === undefined || tally.count === 0 ? [] : [tally.mean];
  });
  const { mean, interval } = estimateOf(means, level);
  const precision = interval === null ? Infinity : relativeHalfWidth(interval, mean);
  return Number.isFinite(precision) ? precision : null;
}
