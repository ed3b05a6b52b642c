import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  histogramOf,
  quantileInterval,
  sampleOf,
  shareAtMost,
  shareInterval,
  tQuantile,
  willinkInterval,
  willinkPValue,
  willinkStatistic,
} from '../../src/statistics/index.ts';

test("quantiles of Student's t from the tables", () => {
  expect(tQuantile(0.975, 1)).toBeCloseTo(12.7062047361747, 9);
  expect(tQuantile(0.975, 3)).toBeCloseTo(3.18244630528371, 10);
  expect(tQuantile(0.975, 29)).toBeCloseTo(2.0452296421327, 10);
  expect(tQuantile(0.9995, 200)).toBeCloseTo(3.339835, 5);
  expect(tQuantile(0.025, 29)).toBeCloseTo(-2.0452296421327, 10);
});

test('1, 2, 3, 10: mean 4, squares 50, cubes 180, and an interval that leans to the long tail', () => {
  expect(sampleOf([1, 2, 3, 10])).toEqual({ count: 4, mean: 4, squares: 50, cubes: 180 });
  const [low, high] = willinkInterval([1, 2, 3, 10], 0.95) ?? [0, 0];
  expect(low).toBeCloseTo(0.226169972301, 9);
  expect(high).toBeCloseTo(19.599455345957, 9);
});

test('a symmetric sample has the interval of Student: 1, 2, 3 is 2 +- 4.303 / sqrt 3', () => {
  const side = tQuantile(0.975, 2) / Math.sqrt(3);
  const [low, high] = willinkInterval([1, 2, 3], 0.95) ?? [0, 0];
  expect(low).toBeCloseTo(2 - side, 12);
  expect(high).toBeCloseTo(2 + side, 12);
});

test('few values: none and one have no interval, two have that of Student', () => {
  expect(willinkInterval([], 0.95)).toBeNull();
  expect(willinkInterval([3], 0.95)).toBeNull();
  expect(willinkPValue([3], 0)).toBeNull();
  const [low, high] = willinkInterval([1, 3], 0.95) ?? [0, 0];
  expect(low).toBeCloseTo(2 - tQuantile(0.975, 1), 12);
  expect(high).toBeCloseTo(2 + tQuantile(0.975, 1), 12);
});

test('values without spread have an interval without length, and contradict every other mean', () => {
  expect(willinkInterval([5, 5, 5], 0.95)).toEqual([5, 5]);
  expect(willinkPValue([5, 5, 5], 5)).toBe(1);
  expect(willinkPValue([5, 5, 5], 4)).toBe(0);
});

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 30 });

test('the p-value is 1 - level at the ends of the interval', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (sample, level) => {
      fc.pre(new Set(sample).size > 1);
      const [low, high] = willinkInterval(sample, level) ?? [0, 0];
      expect(low).toBeLessThan(high);
      expect(willinkPValue(sample, low)).toBeCloseTo(1 - level, 6);
      expect(willinkPValue(sample, high)).toBeCloseTo(1 - level, 6);
    }),
  );
});

test('shifted, scaled and mirrored values have an interval shifted, scaled and mirrored', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (sample, shift, scale) => {
      const [low, high] = willinkInterval(sample, 0.9) ?? [0, 0];
      const moved = willinkInterval(
        sample.map((value) => shift - scale * value),
        0.9,
      );
      expect(moved?.[0]).toBeCloseTo(shift - scale * high, 6);
      expect(moved?.[1]).toBeCloseTo(shift - scale * low, 6);
    }),
  );
});

test('an interval of a share stays within 0 and 1', () => {
  expect(shareInterval([0, 0, 0.1], 0.95)?.[0]).toBe(0);
  expect(shareInterval([1, 1, 0.9], 0.95)?.[1]).toBe(1);
  expect(shareInterval([0.5], 0.95)).toBeNull();
});

test('quantiles: no observations, one replication, replications all alike', () => {
  expect(quantileInterval([], 0.9, 0.95)).toBeNull();
  expect(quantileInterval([histogramOf([])], 0.9, 0.95)).toBeNull();
  expect(quantileInterval([histogramOf([100]), histogramOf([])], 0.5, 0.95)).toEqual({ value: 100.25, interval: null });
  const alike = histogramOf([100, 200, 300, 400]);
  const { value, interval } = quantileInterval([alike, alike, alike], 0.375, 0.95) ?? { value: 0, interval: null };
  expect(value).toBe(200.5);
  expect(interval?.[0]).toBeCloseTo(200.5, 6);
  expect(interval?.[1]).toBeCloseTo(200.5, 6);
});

test('the ends of a quantile are where the shares at most it begin to contradict the share', () => {
  const replication = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 20, maxLength: 20 });
  const many = fc.array(replication, { minLength: 5, maxLength: 12 });
  fc.assert(
    fc.property(many, fc.constantFrom(0.5, 0.9), (replications, share) => {
      const histograms = replications.map(histogramOf);
      const { value, interval } = quantileInterval(histograms, share, 0.95) ?? { value: 0, interval: null };
      const [low, high] = interval ?? [0, 0];
      expect(low).toBeLessThanOrEqual(value);
      expect(high).toBeGreaterThanOrEqual(value);
      const statistic = (bound: number): number =>
        willinkStatistic(sampleOf(histograms.map((each) => shareAtMost(each, bound) ?? 0)), share);
      const t = tQuantile(0.975, replications.length - 1);
      // Where all replications have the same share there is no spread, and the statistic jumps.
      if (low < value) expect(statistic(low * (1 + 1e-9))).toBeGreaterThan(-t - 1e-3);
      if (low < value) expect(statistic(low * (1 - 1e-9))).toBeLessThan(-t + 1e-3);
      if (high > value) expect(statistic(high * (1 - 1e-9))).toBeLessThan(t + 1e-3);
      if (high > value) expect(statistic(high * (1 + 1e-9))).toBeGreaterThan(t - 1e-3);
    }),
  );
});
