import { expect, test } from 'vitest';
import { band, cutBias, lognormalCoverage, quantileCoverage, queueCoverage } from '../statistics/studies.ts';

// The bands are 3.3 binomial standard deviations of so many studies around coverages measured before (1,000 studies each
// take 20 seconds where a study is of 200 replications: there 400 do).

test('S-1: lognormal means, 20 replications', () => {
  const share = lognormalCoverage(1000);
  expect(share).toBeGreaterThanOrEqual(0.923);
  expect(share).toBeLessThanOrEqual(0.969);
});

test('S-2: mean of a queue, 200 replications', { timeout: 120_000 }, () => {
  const { willink } = queueCoverage(400, 200);
  const { low, high } = band(0.946, 400);
  expect(willink).toBeGreaterThanOrEqual(low);
  expect(willink).toBeLessThanOrEqual(high);
});

test('S-4: plain t with 20 replications falls short, Willink on the same data less', () => {
  const { willink, student } = queueCoverage(1000, 20);
  expect(student).toBeGreaterThanOrEqual(0.877);
  expect(student).toBeLessThanOrEqual(0.937);
  expect(willink).toBeGreaterThan(student);
});

test.each([
  [10, 1000],
  [30, 1000],
  [100, 400],
])('S-5: p90 of a queue, %i replications', { timeout: 120_000 }, (replications, studies) => {
  const share = quantileCoverage(studies, replications);
  const { low, high } = band(0.951, studies);
  expect(share).toBeGreaterThanOrEqual(low);
  expect(share).toBeLessThanOrEqual(high);
});

test('S-12: MSER-5 on the average of ten runs that start with 50 waiting', { timeout: 120_000 }, () => {
  const { bias, tooShort } = cutBias(400);
  // Now and then a long busy period in the middle puts the best cut late: then it says so instead of cutting.
  expect(tooShort).toBeLessThanOrEqual(4);
  expect(Math.abs(bias)).toBeLessThan(0.02);
});
