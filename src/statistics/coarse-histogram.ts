import { trimHistogram, type Histogram } from './histogram.ts';
import { bucketCount, bucketOf, zeroBucket } from './log-histogram.ts';

/**
 * Counts by coarse buckets: 16 per octave, so none is wider than 6.3 % of its values, from 1 to 2^22 and from -1 to -2^22, and one for all
 * that is nearer to 0 than 1; what lies beyond is counted in the outermost. For what is only drawn: a tenth of the size of a {@link Histogram}.
 */
export type CoarseHistogram = Uint32Array;

/** Fine buckets of a coarse one. */
const fine = 8;

/** Fine buckets of one sign below 1. */
const below: number = bucketOf(1) - zeroBucket - 1;

/** Coarse buckets of one sign. */
const perSign = 22 * 16;

/** A histogram of nothing. */
export function coarseHistogram(): CoarseHistogram {
  return new Uint32Array(2 * perSign + 1);
}

/** The coarse bucket of an observation; must not be NaN. */
export function coarseBucketOf(observation: number): number {
  const away = bucketOf(observation) - zeroBucket;
  if (away > below) return perSign + Math.min(perSign, Math.ceil((away - below) / fine));
  return away < -below ? perSign - Math.min(perSign, Math.ceil((-away - below) / fine)) : perSign;
}

/** All observations together. */
export function mergeCoarse(one: CoarseHistogram, other: CoarseHistogram): CoarseHistogram {
  return one.map((count, at) => count + (other[at] ?? 0));
}

/** The same as a fine histogram, each observation eight times: once in each of the fine buckets that its coarse one is made of. */
export function fineOf(coarse: CoarseHistogram): Histogram {
  const counts = new Uint32Array(bucketCount);
  for (const [at, count] of coarse.entries()) {
    const away = at - perSign;
    const first = below + (Math.abs(away) - 1) * fine + 1;
    if (away === 0) counts[zeroBucket] = fine * count;
    else if (away > 0) counts.fill(count, zeroBucket + first, zeroBucket + first + fine);
    else counts.fill(count, zeroBucket - first - fine + 1, zeroBucket - first + 1);
  }
  return trimHistogram(counts);
}
