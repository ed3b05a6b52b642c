import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { coarseBucketOf, coarseHistogram, fineOf, mergeCoarse } from '../../src/statistics/coarse-histogram.ts';
import { countOf, quantileOf, sharesAtMost } from '../../src/statistics/index.ts';

function coarse(observations: readonly number[]): Uint32Array {
  const counts = coarseHistogram();
  for (const observation of observations) {
    const bucket = coarseBucketOf(observation);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

test('what is nearer to 0 than 1 is 0, and 1 is not', () => {
  const shares = sharesAtMost(fineOf(coarse([-1, -0.99, 0, 0.99, 1, 1])), [-0.5, 0, 0.5, 1.1]);
  expect(shares).toEqual([1 / 6, 4 / 6, 4 / 6, 1]);
});

test('property: every observation counts, its side of 0 is kept, its size within 6.3 %', () => {
  fc.assert(
    fc.property(fc.double({ min: -4e6, max: 4e6, noNaN: true }), (observation) => {
      const histogram = fineOf(coarse([observation]));
      expect(countOf(histogram)).toBe(8);
      for (const share of [0.01, 0.5, 1]) {
        const quantile = quantileOf(histogram, share) ?? Number.NaN;
        if (Math.abs(observation) < 1) expect(quantile).toBe(0);
        else expect(Math.abs(quantile / observation - 1)).toBeLessThan(0.063);
      }
    }),
  );
});

test('property: merging is counting all together', () => {
  const observations = fc.array(fc.double({ min: -1e5, max: 1e5, noNaN: true }));
  fc.assert(
    fc.property(observations, observations, (one, other) => {
      expect(mergeCoarse(coarse(one), coarse(other))).toEqual(coarse([...one, ...other]));
    }),
  );
});
