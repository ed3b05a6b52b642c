import { expect, test } from 'vitest';
import { band, cutBias, lognormalCoverage, quantileCoverage, queueCoverage } from './studies.ts';

// Short forms of the acceptance tests; the full ones are in tests/deep. Each band is the known coverage
// and 3.3 binomial standard deviations of the number of studies made: a right interval fails 1 in 1,000.

function expectWithin(share: number, centre: number, studies: number): void {
  const { low, high } = band(centre, studies);
  expect(share).toBeGreaterThanOrEqual(low);
  expect(share).toBeLessThanOrEqual(high);
}

test('S-1: 95 % intervals of lognormal means hold them in 94.6 % of studies', () => {
  expectWithin(lognormalCoverage(200), 0.946, 200);
});

test('S-2: with 200 replications of a queue the interval holds in 94.6 % of studies', () => {
  expectWithin(queueCoverage(60, 200).willink, 0.946, 60);
});

test('S-4: with 20 replications plain t holds in 90.7 % of studies only, Willink in more', () => {
  const { willink, student } = queueCoverage(300, 20);
  expectWithin(student, 0.907, 300);
  expect(willink).toBeGreaterThan(student);
});

test('S-5: the interval of a 90 % quantile holds it in 95 % of studies, with 10 replications as with 30', () => {
  expectWithin(quantileCoverage(200, 10), 0.948, 200);
  expectWithin(quantileCoverage(200, 30), 0.953, 200);
});

test('S-12: the cut removes a backlog of 50 from the mean wait', () => {
  const { bias, error, tooShort } = cutBias(30);
  expect(tooShort).toBe(0);
  // Known: -0.4 %. Without the cut it is +26 %.
  expect(Math.abs(bias + 0.004)).toBeLessThan(3.3 * error);
  expect(error).toBeLessThan(0.02);
});
