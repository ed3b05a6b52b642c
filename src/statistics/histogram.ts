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
  const counts = new Uint32Array(bucketCount);
  for (const histogram of histograms) {
    for (let at = 0; at < histogram.counts.length; at++) {
      const bucket = histogram.first + at;
      counts[bucket] = (counts[bucket] as number) + (histogram.counts[at] as number);
    }
  }
  return trimHistogram(counts);
}

/** Number of observations. */
export function countOf(histogram: Histogram): number {
  let count = 0;
  for (const each of histogram.counts) count += each;
  return count;
}

/** The quantile of a share (0..1), observations being spread evenly within their bucket; null when there is none. */
export function quantileOf(histogram: Histogram, share: number): number | null {
  const wanted = share * countOf(histogram);
  let below = 0;
  for (let at = 0; at < histogram.counts.length; at++) {
    const count = histogram.counts[at] as number;
    if (count > 0 && below + count >= wanted) {
      const bucket = histogram.first + at;
      return bucketLow(bucket) + ((wanted - below) / count) * (bucketHigh(bucket) - bucketLow(bucket));
    }
    below += count;
  }
  return null;
}

/** Share (0..1) of the observations that are at most `bound`, by the same spread; null when there is none. */
export function shareAtMost(histogram: Histogram, bound: number): number | null {
  const count = countOf(histogram);
  if (count === 0) return null;
  let below = 0;
  for (let at = 0; at < histogram.counts.length; at++) {
    const bucket = histogram.first + at;
    const low = bucketLow(bucket);
    const high = bucketHigh(bucket);
    if (bound < low) break;
    below += (histogram.counts[at] as number) * (bound >= high ? 1 : (bound - low) / (high - low));
  }
  return below / count;
}
