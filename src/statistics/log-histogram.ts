/**
 * Buckets by the bits of a double, 128 per octave, so no bucket is wider than 0.8 % of its values and none needs a logarithm.
 * In the order of values: the negative ones, one for 0 (all that is nearer to 0 than 2^-11), the positive ones up to 2^33.
 * Counted in minutes that is from 0.03 seconds to 16,000 years; what lies beyond is counted in the outermost bucket.
 */

/** Buckets per octave. */
const bucketsPerOctave = 128;

/** Smallest and greatest power of two that the buckets reach from and to. */
const octaveFirst = -11;
const octaveEnd = 33;

/** Buckets of one sign. */
const bucketsPerSign: number = (octaveEnd - octaveFirst) * bucketsPerOctave;

/** The bucket of 0. */
export const zeroBucket: number = bucketsPerSign;

/** Number of buckets: they are 0 to `bucketCount - 1`. */
export const bucketCount: number = 2 * bucketsPerSign + 1;

/** Bits of a high word below the seven of the mantissa that choose the bucket. */
const bucketShift = 13;

/** What a high word without its sign, shifted right by `bucketShift`, exceeds by the number of buckets away from zero. */
const bucketBase: number = (1023 + octaveFirst) * bucketsPerOctave - 1;

/** The bucket of an observation; must not be NaN. */
export function bucketOf(observation: number): number {
  double[0] = observation;
  const word = words[highWord] as number;
  let away = ((word & 0x7fffffff) >>> bucketShift) - bucketBase;
  if (away <= 0) return zeroBucket;
  if (away > bucketsPerSign) away = bucketsPerSign;
  return word < 0 ? zeroBucket - away : zeroBucket + away;
}

/** Least observation of a bucket, the zero bucket being taken as 0 itself. */
export function bucketLow(bucket: number): number {
  if (bucket === zeroBucket) return 0;
  return bucket > zeroBucket ? edge(bucket - zeroBucket) : -edge(zeroBucket - bucket + 1);
}

/** Where the next bucket begins; 0 for the zero bucket. */
export function bucketHigh(bucket: number): number {
  if (bucket === zeroBucket) return 0;
  return bucket > zeroBucket ? edge(bucket - zeroBucket + 1) : -edge(zeroBucket - bucket);
}

/** Half-way between the ends of a bucket. */
export function bucketMiddle(bucket: number): number {
  return (bucketLow(bucket) + bucketHigh(bucket)) / 2;
}

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
double[0] = 1;
/** Which of the two words of a double holds its sign and exponent: the second, except on big-endian machines. */
const highWord = words[1] === 0 ? 0 : 1;

/** The end nearer to 0 of the bucket so many away from zero. */
function edge(away: number): number {
  words[highWord] = (away + bucketBase) << bucketShift;
  words[1 - highWord] = 0;
  return double[0] as number;
}
