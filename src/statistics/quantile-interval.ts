import { countOf, type Histogram, mergeHistograms, quantileOf } from './histogram.ts';
import { bucketHigh, bucketLow } from './log-histogram.ts';
import { sampleOf } from './sample.ts';
import { tQuantile } from './t-quantile.ts';
import { type Interval, willinkStatistic } from './willink.ts';

/** A quantile with its interval. */
export interface Quantile {
  readonly value: number;
  /** Null where fewer than two replications have observations. */
  readonly interval: Interval | null;
}

/**
 * The quantile of a share (0..1 exclusive) over all observations, with a confidence interval (level 0..1), from one histogram
 * per replication; null when there are no observations.
 * The interval holds each x for which the share is inside Willink's interval for the share of observations at most x.
 * Replications weigh by their number of observations, as they do in the quantile itself; empty ones weigh nothing.
 */
export function quantileInterval(histograms: readonly Histogram[], share: number, level: number): Quantile | null {
  const used = histograms.filter((histogram) => countOf(histogram) > 0);
  const merged = mergeHistograms(used);
  const value = quantileOf(merged, share);
  if (value === null) return null;
  if (used.length < 2) return { value, interval: null };
  const t = tQuantile((1 + level) / 2, used.length - 1);
  const sums = used.map((histogram) => runningCounts(histogram, merged));
  // Positions count buckets of the merged histogram, fractions included.
  const statistic = (position: number): number =>
    willinkStatistic(sampleOf(sums.map((sum) => countAt(sum, position) - share * (sum.at(-1) as number))), 0);
  const end = merged.counts.length;
  const low = lastWhere((position) => statistic(position) < -t, end);
  const high = lastWhere((position) => statistic(position) <= t, end);
  return { value, interval: [Math.min(value, placeOf(low, merged)), Math.max(value, placeOf(high, merged))] };
}

/** Entry i: observations in the first i buckets of `range`. */
function runningCounts(histogram: Histogram, range: Histogram): Float64Array {
  const sums = new Float64Array(range.counts.length + 1);
  const shift = range.first - histogram.first;
  let sum = 0;
  for (let at = 0; at < range.counts.length; at++) {
    sum += histogram.counts[at + shift] ?? 0;
    sums[at + 1] = sum;
  }
  return sums;
}

function countAt(sums: Float64Array, position: number): number {
  const bucket = Math.min(Math.floor(position), sums.length - 2);
  const below = sums[bucket] as number;
  return below + (position - bucket) * ((sums[bucket + 1] as number) - below);
}

/** The observation at a position. */
function placeOf(position: number, range: Histogram): number {
  const at = Math.min(Math.floor(position), range.counts.length - 1);
  const bucket = range.first + at;
  return bucketLow(bucket) + (position - at) * (bucketHigh(bucket) - bucketLow(bucket));
}

/** The end of the positions from 0 on for which `holds` is true, at most `end`, by bisection. */
function lastWhere(holds: (position: number) => boolean, end: number): number {
  let low = 0;
  let high = end;
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
