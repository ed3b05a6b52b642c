import { expect, test } from 'vitest';
import { gainersOf, type Evidence } from '../../src/experiment/index.ts';
import { fineOf, willinkInterval } from '../../src/statistics/index.ts';
import { coarseOf, pairOf } from './made.ts';

/** Two replications: in each the good ones gain an hour or two, the bad ones lose half an hour; one bad one is not finished. */
const evidence: Evidence = {
  runs: [],
  pairs: [
    [60, 120].map((sooner) => ({
      releaseTime: pairOf({
        better: 1,
        worse: 2,
        unfinished: 1,
        change: { count: 3, mean: (60 - sooner) / 3 },
        gain: -sooner,
        loss: 30,
        byAttribute: {
          credit: {
            good: pairOf({ better: 1, change: { count: 1, mean: -sooner }, gain: -sooner }),
            bad: pairOf({ worse: 2, unfinished: 1, change: { count: 2, mean: 30 }, loss: 30 }),
            none: pairOf({}),
          },
        },
      }),
    })),
    [null, null],
  ],
  changes: [{ releaseTime: coarseOf([-60, -120, 30, 30, 30, 30]) }, null],
};

test('gainers: shares of the group over all replications, changes as means of the replications’ means with their interval', () => {
  const gainers = gainersOf(evidence, { variant: 0, indicator: 'releaseTime' });
  expect(gainers?.all).toEqual({
    share: 1,
    better: 0.25,
    worse: 0.5,
    same: 0,
    unfinished: 0.25,
    change: { value: -10 / 60, interval: willinkInterval([0, -20], 0.95)?.map((minutes) => minutes / 60) },
    gain: -1.5,
    loss: 0.5,
  });
  expect(gainers?.byAttribute['credit']?.['good']).toMatchObject({ share: 0.25, better: 1, worse: 0, gain: -1.5 });
  expect(gainers?.byAttribute['credit']?.['bad']).toMatchObject({ share: 0.75, worse: 2 / 3, unfinished: 1 / 3 });
  expect(gainers?.byAttribute['credit']?.['none']).toMatchObject({
    share: 0,
    better: 0,
    change: { value: 0, interval: null },
  });
  expect(gainers?.changes).toEqual(fineOf(coarseOf([-60, -120, 30, 30, 30, 30])));
});

test('nobody gains where pairing is lost, an indicator is missing, or nothing has come in', () => {
  expect(gainersOf(evidence, { variant: 1, indicator: 'releaseTime' })).toBeNull();
  expect(gainersOf(evidence, { variant: 0, indicator: 'dwellTime' })).toBeNull();
  expect(gainersOf({ runs: [], pairs: [], changes: [] }, { variant: 0, indicator: 'releaseTime' })).toBeNull();
});
