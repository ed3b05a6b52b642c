import { bucketCount, bucketHigh, bucketLow, bucketOf } from './log-histogram.ts';

/** Counts by bucket of the log histogram: `counts[i]` belongs to bucket `first + i`; all others are 0. */
export interface Histogram {
  readonly first: number;
  readonly counts: Uint32Array;
}

/** The counts of all buckets, `counts[i]` of bucket i, without the empty ones at both ends. */
export function trimHistogram(counts: Uint32Array): Histogram {
  const first = counts.findIndex((count) => count > 0);
  if (first < 0) return { first: 0, counts: new Uint32Array(0) };
  return { first, counts: counts.slice(first, counts.findLastIndex((count) => count > 0) + 1) };
}

/** The histogram of observations. */
export function histogramOf(observations: readonly number[]): Histogram {
  const counts = new Uint32Array(bucketCount);
  for (const observation of observations) {
    const bucket = bucketOf(observation);
    counts[bucket] = (counts[bucket] as number) + 1;
  }
  return trimHistogram(counts);
}

/** The histogram of all observations together; integers, so the order does not matter. */
export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  const filled = histograms.filter(({ counts }) => counts.length > 0);
  if (filled.length === 0) return { first: 0, counts: new Uint32Array(0) };
  const first = Math.min(...filled.map((each) => each.first));
  const end = Math.max(...filled.map((each) => each.first + each.counts.length));
  const counts = new Uint32Array(end - first);
  for (const histogram of filled) {
    const shift = histogram.first - first;
    for (let at = 0; at < histogram.counts.length; at++)
      counts[shift + at] = (counts[shift + at] as number) + (histogram.counts[at] as number);
  }
  return { first, counts };
}

/** Number of observations. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (const each of histogram.counts) count += each;
  return count;
}

/** The quantile of a share (0..1), observations being spread evenly within their bucket; null when there is none. */
export function quantileOf(histogram: Histogram, share: number): number | null {
  return quantilesOf(histogram, [share])[0] ?? null;
}

/** The quantiles of ascending shares (0..1), observations being spread evenly within their bucket; none when there is no observation. */
export function quantilesOf(histogram: Histogram, shares: readonly number[]): readonly number[] {
  const total = countOf(histogram);
  const quantiles: number[] = [];
  let below = 0;
  for (let at = 0; at < histogram.counts.length && quantiles.length < shares.length; at++) {
    const count = histogram.counts[at] as number;
    if (count === 0) continue;
    const bucket = histogram.first + at;
    for (;;) {
      const wanted = (shares[quantiles.length] ?? Infinity) * total;
      if (!(below + count >= wanted)) break;
      quantiles.push(bucketLow(bucket) + ((wanted - below) / count) * (bucketHigh(bucket) - bucketLow(bucket)));
    }
    below += count;
  }
  return quantiles;
}

/** Share (0..1) of the observations that are at most `bound`, by the same spread; null when there is none. */
export function shareAtMost(histogram: Histogram, bound: number): number | null {
  return sharesAtMost(histogram, [bound])[0] ?? null;
}

/** Shares (0..1) of the observations that are at most each of ascending bounds, by the same spread; none when there is no observation. */
export function sharesAtMost(histogram: Histogram, bounds: readonly number[]): readonly number[] {
  const total = countOf(histogram);
  if (total === 0) return [];
  let at = 0;
  let below = 0;
  return bounds.map((bound) => {
    // Buckets that lie below the bound as a whole.
    for (; at < histogram.counts.length && bucketHigh(histogram.first + at) <= bound; at++)
      below += histogram.counts[at] as number;
    const low = bucketLow(histogram.first + at);
    const part =
      at < histogram.counts.length && bound > low ? (bound - low) / (bucketHigh(histogram.first + at) - low) : 0;
    return (below + part * (histogram.counts[at] ?? 0)) / total;
  });
}
