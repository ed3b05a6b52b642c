import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bucketCount,
  bucketHigh,
  bucketLow,
  bucketMiddle,
  bucketOf,
  countOf,
  histogramOf,
  mergeHistograms,
  quantileOf,
  quantilesOf,
  shareAtMost,
  sharesAtMost,
  trimHistogram,
  zeroBucket,
} from '../../src/statistics/index.ts';

test('buckets by hand', () => {
  expect(bucketCount).toBe(2 * 44 * 128 + 1);
  expect([bucketOf(0), bucketOf(-0), bucketOf(1e-9), bucketOf(-1e-9)]).toEqual(Array(4).fill(zeroBucket));
  expect(bucketOf(1 / 2048)).toBe(zeroBucket + 1);
  expect(bucketOf(1)).toBe(zeroBucket + 1 + 11 * 128);
  expect([bucketLow(bucketOf(1)), bucketHigh(bucketOf(1))]).toEqual([1, 1 + 1 / 128]);
  expect([bucketLow(bucketOf(-1)), bucketHigh(bucketOf(-1))]).toEqual([-1 - 1 / 128, -1]);
  expect([bucketLow(bucketOf(100)), bucketHigh(bucketOf(100))]).toEqual([100, 100.5]);
  expect(bucketMiddle(bucketOf(100))).toBe(100.25);
  expect([bucketLow(zeroBucket), bucketHigh(zeroBucket)]).toEqual([0, 0]);
  // What is out of reach is counted at the ends.
  expect([bucketOf(-Infinity), bucketOf(-1e30), bucketOf(1e30), bucketOf(Infinity)]).toEqual([
    0,
    0,
    bucketCount - 1,
    bucketCount - 1,
  ]);
  expect(bucketHigh(bucketCount - 1)).toBe(2 ** 33);
});

test('an observation lies in its bucket, and buckets follow the order of observations', () => {
  const size = fc.double({ min: 1 / 2048, max: 8_388_607, noNaN: true });
  fc.assert(
    fc.property(size, size, (one, other) => {
      const bucket = bucketOf(one);
      expect(bucketLow(bucket)).toBeLessThanOrEqual(one);
      expect(bucketHigh(bucket)).toBeGreaterThan(one);
      expect(bucketHigh(bucket) / bucketLow(bucket)).toBeLessThanOrEqual(1 + 1 / 128);
      expect(bucketOf(-one)).toBe(2 * zeroBucket - bucket);
      expect(Math.sign(bucketOf(other) - bucket) * Math.sign(other - one)).toBeGreaterThanOrEqual(0);
    }),
  );
  for (let bucket = 0; bucket < bucketCount - 1; bucket++) {
    if (bucket === zeroBucket || bucket + 1 === zeroBucket) continue;
    expect(bucketHigh(bucket)).toBe(bucketLow(bucket + 1));
  }
});

test('four observations: their quantiles and shares, spread within buckets', () => {
  const histogram = histogramOf([0, 0, 100, 200]);
  expect(countOf(histogram)).toBe(4);
  expect(quantileOf(histogram, 0.25)).toBe(0);
  expect(quantileOf(histogram, 0.5)).toBe(0);
  expect(quantileOf(histogram, 0.625)).toBe(100.25);
  expect(quantileOf(histogram, 1)).toBe(201);
  expect(shareAtMost(histogram, -1)).toBe(0);
  expect(shareAtMost(histogram, 0)).toBe(0.5);
  expect(shareAtMost(histogram, 100.25)).toBe(0.625);
  expect(shareAtMost(histogram, 150)).toBe(0.75);
  expect(shareAtMost(histogram, 1000)).toBe(1);
});

test('without observations there is no quantile and no share', () => {
  const none = histogramOf([]);
  expect(none).toEqual(trimHistogram(new Uint32Array(bucketCount)));
  expect([countOf(none), quantileOf(none, 0.5), shareAtMost(none, 1)]).toEqual([0, null, null]);
});

test('merging adds, and quantiles are within 0.8 % of the sorted observations', () => {
  const values = fc.array(fc.double({ min: 0.01, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, values, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (one, other, share) => {
      const merged = mergeHistograms([histogramOf(one), histogramOf(other)]);
      const sorted = [...one, ...other].toSorted((a, b) => a - b);
      expect(merged).toEqual(histogramOf(sorted));
      const quantile = quantileOf(merged, share) ?? Number.NaN;
      const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
      expect(Math.abs(quantile / exact - 1)).toBeLessThan(1 / 128 + 1e-9);
      expect(shareAtMost(merged, quantile)).toBeCloseTo(share, 9);
    }),
  );
});

test('many quantiles, or shares, at once are those found one by one', () => {
  const ascending = (of: fc.Arbitrary<number>): fc.Arbitrary<number[]> =>
    fc.array(of).map((values) => values.toSorted((a, b) => a - b));
  const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(
      values,
      ascending(fc.double({ min: 0, max: 1, noNaN: true })),
      ascending(fc.double({ min: -1e5, max: 1e5, noNaN: true })),
      (observations, shares, bounds) => {
        const histogram = histogramOf(observations);
        expect(quantilesOf(histogram, shares)).toEqual(shares.map((share) => quantileOf(histogram, share)));
        expect(sharesAtMost(histogram, bounds)).toEqual(bounds.map((bound) => shareAtMost(histogram, bound)));
      },
    ),
  );
  const none = histogramOf([]);
  expect([quantilesOf(none, [0, 1]), sharesAtMost(none, [0, 1])]).toEqual([[], []]);
});
