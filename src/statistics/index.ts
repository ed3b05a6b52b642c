export {
  countOf,
  histogramOf,
  mergeHistograms,
  quantileOf,
  shareAtMost,
  trimHistogram,
  type Histogram,
} from './histogram.ts';
export {
  bucketBase,
  bucketCount,
  bucketHigh,
  bucketLow,
  bucketMiddle,
  bucketOf,
  bucketShift,
  bucketsPerOctave,
  bucketsPerSign,
  zeroBucket,
} from './log-histogram.ts';
export { addTo, mergeMoments, noMoments, type Moments } from './moments.ts';
export { mser5 } from './mser5.ts';
export { quantileInterval, type Quantile } from './quantile-interval.ts';
export { relativeHalfWidth } from './relative-half-width.ts';
export { sampleOf, type Sample } from './sample.ts';
export { shareInterval } from './share-interval.ts';
export { tQuantile } from './t-quantile.ts';
export { willinkInterval, willinkPValue, willinkStatistic, type Interval } from './willink.ts';
