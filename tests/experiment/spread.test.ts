import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesWithin, spreadOf } from '../../src/experiment/index.ts';
import { shareInterval } from '../../src/statistics/index.ts';
import { runOf } from './made.ts';

test('four consignments, at 1, 2, 3 and 4 hours: a quarter of the shares lies in the bucket of each', () => {
  const spread = spreadOf([runOf(0, [60, 240]), runOf(1, [120, 180])], 'releaseTime');
  expect(spread).toHaveLength(201);
  expect([spread[0], spread[200]]).toEqual([1, 4]);
  // Steps 1 to 50 are the first consignment, 51 to 100 the second: within the 0.8 % of a bucket.
  for (const [step, hours] of spread.entries()) expect(hours / Math.max(1, Math.ceil(step / 50))).toBeCloseTo(1, 1.8);
});

test('the share within some hours is the mean of the replications’ shares, with their interval; replications without observations are left out', () => {
  const runs = [runOf(0, [60, 60, 60, 600]), runOf(1, []), runOf(2, [60, 600]), runOf(3, [600])];
  expect(sharesWithin(runs, 'releaseTime', [0.5, 5, 20])).toEqual([
    { share: 0, interval: [0, 0] },
    { share: (0.75 + 0.5 + 0) / 3, interval: shareInterval([0.75, 0.5, 0], 0.95) },
    { share: 1, interval: [1, 1] },
  ]);
});

test('where nobody has the indicator there is no spread and no share; one replication gives no interval', () => {
  expect(spreadOf([runOf(0, [])], 'releaseTime')).toEqual([]);
  expect(sharesWithin([runOf(0, [])], 'releaseTime', [1])).toEqual([]);
  expect(sharesWithin([runOf(0, [60])], 'releaseTime', [2])).toEqual([{ share: 1, interval: null }]);
});

test('property: a spread ascends from the least to the greatest', () => {
  const replication = fc.array(fc.integer({ min: -10_000, max: 100_000 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(replication, { minLength: 1, maxLength: 4 }), (replications) => {
      const spread = spreadOf(
        replications.map((each, at) => runOf(at, each)),
        'releaseTime',
      );
      expect(spread).toEqual(spread.toSorted((a, b) => a - b));
      const all = replications.flat();
      expect(spread[200]).toBeCloseTo(Math.max(...all) / 60, 9);
      expect(spread[0]).toBeGreaterThanOrEqual(Math.min(...all) / 60);
    }),
  );
});
