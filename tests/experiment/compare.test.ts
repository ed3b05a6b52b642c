import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { compare, verdictOf, type Compared } from '../../src/experiment/compare.ts';
import { summarise } from '../../src/experiment/summarise.ts';
import type { PairResult } from '../../src/simulation/index.ts';
import { willinkInterval } from '../../src/statistics/index.ts';
import { describedOf, golden, pairOf, runOf, scenarioOf } from './made.ts';

/** A scenario whose replications took these hours on average. */
function compared(name: string, hours: readonly number[], pairs: readonly PairResult[] | null = []): Compared {
  const runs = hours.map((each, replication) => runOf(replication, [each * 60]));
  return {
    result: summarise(describedOf(scenarioOf()), runs, {
      name,
      warmUp: 0,
      provisional: false,
      partial: false,
      isRunning: false,
      notes: [],
    }),
    runs,
    pairs: pairs === null ? runs.map(() => null) : pairs.map((pair) => ({ releaseTime: pair })),
  };
}

describe('verdicts', () => {
  test.each([
    { interval: [-3, -1] as const, replications: 5, isRunning: true, verdict: 'shorter' },
    { interval: [1, 3] as const, replications: 5, isRunning: true, verdict: 'longer' },
    { interval: [-1, 3] as const, replications: 49, isRunning: true, verdict: 'tooEarly' },
    { interval: [-1, 3] as const, replications: 50, isRunning: true, verdict: 'notShown' },
    { interval: [-1, 3] as const, replications: 49, isRunning: false, verdict: 'notShown' },
    { interval: [-1, 0] as const, replications: 200, isRunning: true, verdict: 'notShown' },
    { interval: [0, 0] as const, replications: 200, isRunning: false, verdict: 'notShown' },
    { interval: null, replications: 1, isRunning: true, verdict: 'tooEarly' },
    { interval: null, replications: 1, isRunning: false, verdict: 'notShown' },
  ])(
    '$interval after $replications, running $isRunning: $verdict',
    ({ interval, replications, isRunning, verdict }) => {
      expect(verdictOf(interval, { replications, isRunning })).toBe(verdict);
    },
  );
});

describe('base and variants', () => {
  const base = compared('base', [10, 12, 14]);

  test('the difference is that of the means, paired, with Willink’s interval', () => {
    const [difference] = compare(base, [compared('faster', [7, 10, 10])], { isRunning: false }).differences;
    expect(difference).toMatchObject({ scenario: 'faster', indicator: 'releaseTime', difference: -3, relative: -0.25 });
    expect(difference?.intervalAlone).toEqual(willinkInterval([-3, -2, -4], 0.95));
    // One variant alone: nothing to share the error with.
    expect(difference?.interval).toEqual(difference?.intervalAlone);
  });

  test('two variants share the error: each simultaneous interval is that of level 1 - 0.05 / 2', () => {
    const { differences } = compare(base, [compared('one', [7, 10, 10]), compared('two', [10, 12, 15])], {
      isRunning: false,
    });
    expect(differences.map((each) => each.scenario)).toEqual(['one', 'two']);
    expect(differences[0]?.interval).toEqual(willinkInterval([-3, -2, -4], 0.975));
    expect(differences[0]?.intervalAlone).toEqual(willinkInterval([-3, -2, -4], 0.95));
  });

  test('gains are shares of all consignments; without pairs there are none', () => {
    const pairs = [
      pairOf({ better: 8, worse: 1, same: 1 }),
      pairOf({ better: 4, worse: 4, unfinished: 2 }),
      pairOf({ same: 20 }),
    ];
    expect(compare(base, [compared('faster', [7, 10, 10], pairs)], { isRunning: false }).differences[0]?.gain).toEqual({
      better: 0.3,
      worse: 0.125,
      same: 0.525,
      unfinished: 0.05,
    });
    expect(
      compare(base, [compared('other arrivals', [7, 10, 10], null)], { isRunning: false }).differences[0]?.gain,
    ).toBeNull();
  });

  test('the same luck narrows the interval: luck is the root of the ratio of variances', () => {
    // Variances: base 4, variant 3, differences 1: sqrt(7 / 1).
    expect(compare(base, [compared('faster', [7, 10, 10])], { isRunning: false }).differences[0]?.luck).toBeCloseTo(
      Math.sqrt(7),
      12,
    );
    expect(compare(base, [compared('always 2 less', [8, 10, 12])], { isRunning: false }).differences[0]).toMatchObject({
      luck: null,
      verdict: 'shorter',
      interval: [-2, -2],
    });
  });

  test('property: differences are exactly those of the means shown, and the simultaneous interval holds the one alone', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 4 }),
        (replications, from, variants) => {
          const hours = (shift: number): number[] =>
            Array.from({ length: replications }, (_, index) => 5 + 10 * golden(from + index + 31 * shift));
          const one = compared('base', hours(0));
          const others = Array.from({ length: variants }, (_, index) => compared(`variant ${index}`, hours(index + 1)));
          const comparison = compare(one, others, { isRunning: true });
          const mean = (scenario: number): number =>
            present(comparison.scenarios[scenario]?.indicators['releaseTime'], 'release').mean;
          for (const [index, difference] of comparison.differences.entries()) {
            expect(difference.difference).toBeCloseTo(mean(index + 1) - mean(0), 9);
            const [low, high] = present(difference.interval ?? undefined, 'an interval');
            const [lowAlone, highAlone] = present(difference.intervalAlone ?? undefined, 'an interval');
            expect(low).toBeLessThanOrEqual(lowAlone);
            expect(high).toBeGreaterThanOrEqual(highAlone);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
