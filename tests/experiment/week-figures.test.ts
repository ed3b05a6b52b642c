import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import {
  cameShare,
  longestLine,
  observationsLeast,
  waitByLevel,
  weekCourse,
  weekFigure,
  weekLevels,
} from '../../src/experiment/week-figures.ts';
import type { Week } from '../../src/simulation/index.ts';
import { willinkInterval } from '../../src/statistics/index.ts';

/** A week of which only hours 8 and 9 are told. */
function weekOf(replication: number, of: { waiting: number; came: number; waited: number; good: number }): Week {
  const at = (eight: number, nine: number): number[] =>
    Array.from({ length: 168 }, (_, hour) => (hour === 8 ? eight : hour === 9 ? nine : 0));
  return {
    replication,
    minutes: at(120, 60),
    stations: {
      officers: {
        waiting: at(of.waiting, 60),
        longest: at(replication + 3, 1),
        busy: at(240, 0),
        came: at(of.came, 2),
        waited: at(of.waited, 0),
        byLevel: { credit: { good: { count: of.good, mean: 90 }, bad: { count: 0, mean: 0 } } },
      },
    },
    arrivals: at(12, 3),
    releases: at(6, 0),
  };
}

const weeks = [
  weekOf(0, { waiting: 240, came: 2, waited: 120, good: 4 }),
  weekOf(1, { waiting: 480, came: 0, waited: 0, good: 0 }),
  weekOf(2, { waiting: 120, came: 6, waited: 1080, good: 6 }),
];

test('a figure is the mean of the replications, with the interval of just these', () => {
  const waiting = { station: 'officers', quantity: 'waiting' } as const;
  // 2, 4 and 1 in line.
  const eight = weekFigure(weeks, waiting, [8]);
  expect(eight.value).toBeCloseTo(7 / 3, 12);
  expect(weekCourse(weeks, waiting)[8]).toBe(eight.value);
  expect(weekCourse(weeks, { ...waiting, quantity: 'wait' })[8]).toBe(2);
  expect(weekCourse(weeks, waiting)[0]).toBeNaN();
  const interval = present(eight.interval ?? undefined, 'an interval');
  const wanted = present(willinkInterval([2, 4, 1], 0.95) ?? undefined, 'an interval');
  // Its lower end would be negative.
  expect([interval[0], wanted[0] < 0]).toEqual([0, true]);
  expect(interval[1]).toBeCloseTo(wanted[1], 12);
  // Over both hours it is the integral over the time, not the mean of the two means: 300, 540 and 180 of 180 minutes.
  expect(weekFigure(weeks, waiting, [8, 9]).value).toBeCloseTo((300 + 540 + 180) / 180 / 3, 12);
  expect(weekFigure(weeks, { ...waiting, quantity: 'busy' }, [8]).value).toBe(2);
});

test('a level is told from chance when twelve observations stand behind it', () => {
  const level = (quantity: 'waiting' | 'wait' | 'arrivals', of: readonly Week[], hour: number): number | undefined =>
    weekLevels(of, { station: 'officers', quantity })[hour];
  // 14 hours stood in line at eight in all, 12 in the first two, 4 in the first; 8 came; 36 arrived at eight and 9 at nine.
  expect([level('waiting', weeks, 8), level('waiting', weeks.slice(0, 2), 8)]).toEqual([7 / 3, 3]);
  expect(level('waiting', weeks.slice(0, 1), 8)).toBe(0);
  expect(level('wait', weeks, 8)).toBe(0);
  expect(level('arrivals', weeks, 8)).toBeCloseTo(6, 12);
  expect(level('arrivals', weeks, 9)).toBe(0);
  // Nothing of this hour has been seen.
  expect(level('waiting', weeks, 0)).toBe(0);
});

test('twelve is the least count whose Poisson interval lies within its half and its double', () => {
  const terms = (mean: number, until: number): readonly number[] =>
    Array.from({ length: until + 1 }, (_, k) => k).reduce<number[]>(
      (all, k) => [...all, k === 0 ? Math.exp(-mean) : ((all[k - 1] ?? 0) * mean) / k],
      [],
    );
  const below = (mean: number, count: number): number => terms(mean, count).reduce((sum, each) => sum + each, 0);
  // An end of the interval is the mean under which the count, or one as far off, comes with 2.5 %.
  const isKnown = (count: number): boolean =>
    1 - below(count / 2, count - 1) <= 0.025 && below(2 * count, count) <= 0.025;
  expect(
    Array.from({ length: 30 }, (_, count) => count)
      .slice(1)
      .find(isKnown),
  ).toBe(observationsLeast);
});

test('waits are in hours and leave out replications in which nobody came; rates are by the hour', () => {
  const at = (quantity: 'wait' | 'arrivals' | 'releases', hour: number): number =>
    weekFigure(weeks, { station: 'officers', quantity }, [hour]).value;
  // One hour in the first, three in the last.
  expect(at('wait', 8)).toBe(2);
  expect(at('arrivals', 8)).toBeCloseTo(6, 12);
  expect(at('releases', 8)).toBeCloseTo(3, 12);
  expect(at('arrivals', 9)).toBeCloseTo(3, 12);
  // Nothing of this hour has been seen.
  expect(at('wait', 0)).toBeNaN();
  expect(at('arrivals', 0)).toBeNaN();
});

test('the longest line of all, who came when, and waits by level', () => {
  expect(longestLine(weeks, { station: 'officers', hour: 8 })).toBe(5);
  // 8 of 14 came in hour 8.
  expect(cameShare(weeks, { station: 'officers', hour: 8 })).toBeCloseTo(8 / 14, 12);
  const levels = waitByLevel(weeks, { station: 'officers', attribute: 'credit' });
  expect(levels['good']?.value).toBe(1.5);
  expect(levels['bad']).toEqual({ value: Number.NaN, interval: null });
  expect(waitByLevel(weeks, { station: 'officers', attribute: 'goods' })).toEqual({});
});

test('one replication gives no interval', () => {
  expect(weekFigure(weeks.slice(0, 1), { station: 'officers', quantity: 'waiting' }, [8])).toEqual({
    value: 2,
    interval: null,
  });
});
