import { sampleOf, type Sample } from './sample.ts';
import { stdtr } from './special-functions.ts';
import { tQuantile } from './t-quantile.ts';

/** Low and high end of an interval; the estimate need not lie in its middle. */
export type Interval = readonly [low: number, high: number];

/**
 * Confidence interval (level 0..1) for the mean of a skewed law from a sample of it: Student's t, corrected for the skewness
 * of the sample, so that a long upper tail gets a long upper side. Null for fewer than two values, plain t for two.
 * Willink: A confidence interval and test for the mean of an asymmetric distribution,
 * Communications in Statistics - Theory and Methods 34 (2005).
 */
export function willinkInterval(values: readonly number[] | Sample, level: number): Interval | null {
  const sample = 'count' in values ? values : sampleOf(values);
  if (sample.count < 2) return null;
  const { error, skew } = standardise(sample);
  const t = tQuantile((1 + level) / 2, sample.count - 1);
  return [sample.mean - unskewed(t, skew) * error, sample.mean - unskewed(-t, skew) * error];
}

/**
 * Two-sided p-value of the hypothesis that the mean is `mean`: it is below 1 - level just when `mean` lies outside
 * the {@link willinkInterval} of that level. Null for fewer than two values.
 */
export function willinkPValue(values: readonly number[] | Sample, mean: number): number | null {
  const sample = 'count' in values ? values : sampleOf(values);
  if (sample.count < 2) return null;
  const t = Math.abs(willinkStatistic(sample, mean));
  return Number.isFinite(t) ? 2 * stdtr(sample.count - 1, -t) : 0;
}

/**
 * What follows Student's t law with `count - 1` degrees of freedom when the mean is `mean`; infinite where values without
 * any spread contradict it. At least two values.
 */
export function willinkStatistic(sample: Sample, mean: number): number {
  const { error, skew } = standardise(sample);
  const off = sample.mean - mean;
  if (error === 0) return off === 0 ? 0 : off * Infinity;
  const t = off / error;
  if (Math.abs(skew) < skewMin) return t;
  const base = 1 + 2 * skew * t;
  return skew + (base * base * base - 1) / (6 * skew);
}

/** Smaller skewness is as good as none, and would be divided by. */
const skewMin = 1e-9;

/** Standard error of the mean, and a sixth of the skewness of the mean (0 for two values). */
function standardise({ count, squares, cubes }: Sample): { readonly error: number; readonly skew: number } {
  const sd = Math.sqrt(squares / (count - 1));
  const error = sd / Math.sqrt(count);
  if (count < 3 || !(sd > 0)) return { error, skew: 0 };
  const third = (count / ((count - 1) * (count - 2))) * cubes;
  const skew = third / (6 * Math.sqrt(count) * sd * sd * sd);
  return { error, skew: Number.isFinite(skew) ? skew : 0 };
}

/** The standardised error of a mean whose corrected statistic is `t`: Willink's G. */
function unskewed(t: number, skew: number): number {
  return Math.abs(skew) < skewMin ? t : (Math.cbrt(1 + 6 * skew * (t - skew)) - 1) / (2 * skew);
}
