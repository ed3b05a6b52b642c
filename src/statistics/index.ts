export { coarseBucketOf, coarseHistogram, fineOf, mergeCoarse, type CoarseHistogram } from './coarse-histogram.ts';
export {
  countOf,
  histogramOf,
  mergeHistograms,
  quantileOf,
  quantilesOf,
  shareAtMost,
  sharesAtMost,
  trimHistogram,
  type Histogram,
} from './histogram.ts';
export { bucketCount, bucketHigh, bucketLow, bucketMiddle, bucketOf, zeroBucket } from './log-histogram.ts';
export { mser5 } from './mser5.ts';
export { quantileInterval } from './quantile-interval.ts';
export { relativeHalfWidth } from './relative-half-width.ts';
export { sampleOf } from './sample.ts';
export { shareInterval } from './share-interval.ts';
export { tQuantile } from './t-quantile.ts';
export { willinkInterval, willinkPValue, willinkStatistic } from './willink.ts';
