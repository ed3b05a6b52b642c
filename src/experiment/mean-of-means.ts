import type { Mean } from '../simulation/index.ts';
import { willinkInterval } from '../statistics/index.ts';
import type { Interval } from './scenario-result.ts';

/** Mean of the replications' means with Willink's interval; replications without an observation (or without the figure) are left out, 0 if all are. */
export function meanOfMeans(
  means: readonly (Mean | undefined)[],
  level: number,
): { readonly mean: number; readonly interval: Interval } {
  const values = means.flatMap((each) => (each === undefined || each.count === 0 ? [] : [each.mean]));
  return estimateOf(values, level);
}

/** Mean of `values` with Willink's interval; 0 when there is none, no interval below two. */
export function estimateOf(
  values: readonly number[],
  level: number,
): { readonly mean: number; readonly interval: Interval } {
  if (values.length === 0) return { mean: 0, interval: null };
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    interval: willinkInterval(values, level),
  };
}
