import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { stepsOf, weekView } from '../../src/report/week-view.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import type { Week } from '../../src/simulation/index.ts';

/** The parts of a scenario that a week looks at: an office that is open Monday 09:00 to 12:00 and 13:30 to 17:30, and Sunday night over midnight. */
const scenario = {
  resources: {
    officers: { count: 2, calendar: 'office', queue: 'fifo' },
    gate: { count: 1, calendar: undefined, queue: 'fifo' },
  },
  calendars: {
    office: {
      week: [
        { open: 0, close: 60 },
        { open: 540, close: 720 },
        { open: 810, close: 1050 },
        { open: 10_000, close: 10_080 },
      ],
      holidays: undefined,
    },
  },
} as unknown as Scenario;

/** One replication in which the line has `line` of the hour. */
function weekOf(line: (hour: number) => number): Week {
  const hours = Array.from({ length: 168 }, (_, hour) => hour);
  const none = hours.map(() => 0);
  const station = {
    waiting: hours.map((hour) => line(hour) * 60),
    longest: hours.map((hour) => 2 * line(hour)),
    busy: none,
    came: hours.map((hour) => (hour === 9 ? 3 : hour === 30 ? 1 : 0)),
    waited: hours.map((hour) => (hour === 9 ? 270 : 0)),
    byLevel: {},
  };
  return {
    replication: 0,
    minutes: hours.map((hour) => (hour === 167 ? 0 : 60)),
    stations: { officers: station, gate: station },
    arrivals: none,
    releases: none,
  };
}

const weeks = [weekOf((hour) => (hour === 8 ? 20 : hour === 9 ? 14 : hour === 30 ? 4 : 0))];
const waiting = { scenario, station: 'officers', quantity: 'waiting' } as const;

test('days begin with Monday, and the hour of the greatest value is shown unless one is chosen', () => {
  const view = weekView(weeks, { ...waiting, hour: undefined });
  expect(view.days.map((day) => day.mean.toFixed(2))).toEqual(['1.42', '0.17', '0.00', '0.00', '0.00', '0.00', '0.00']);
  expect(view.days[0]?.hours.slice(7, 10)).toEqual([0, 20, 14]);
  // Four hours in line are too few to be told from chance; twelve of three replications are not.
  expect(view.days[1]?.hours[6]).toBe(0);
  expect(weekView([...weeks, ...weeks, ...weeks], { ...waiting, hour: undefined }).days[1]?.hours[6]).toBe(4);
  expect(view.days[6]?.hours[23]).toBe(0);
  expect(view.isScarce).toBe(false);
  expect(weekView(weeks, { ...waiting, quantity: 'busy', hour: 0 })).toMatchObject({ isScarce: true, steps: [] });
  expect(view.chosen).toMatchObject({ hour: 8, figure: { value: 20, interval: null }, longest: 40, share: 0 });
  expect(view.chosen.wait.value).toBeNaN();
  expect(view.steps).toEqual([1, 3, 6, 12]);
  // 3 of 4 came at nine, and waited an hour and a half.
  expect(weekView(weeks, { ...waiting, hour: 9 }).chosen).toMatchObject({ wait: { value: 1.5 }, share: 0.75 });
});

test('opening hours are those of each day', () => {
  const { days } = weekView(weeks, { ...waiting, hour: 0 });
  expect(present(days[0], 'Monday').open).toEqual([
    { from: 0, to: 1 },
    { from: 9, to: 12 },
    { from: 13.5, to: 17.5 },
  ]);
  expect(present(days[1], 'Tuesday').open).toEqual([]);
  expect(present(days[6], 'Sunday').open).toEqual([{ from: 10_000 / 60 - 144, to: 24 }]);
  expect(weekView(weeks, { ...waiting, station: 'gate', hour: 0 }).days[3]?.open).toEqual([{ from: 0, to: 24 }]);
});

test('how much of the waiting lies where nobody works', () => {
  // 20 and 4 of 38 hours of waiting lie at eight on Monday and at six on Tuesday.
  expect(weekView(weeks, { ...waiting, hour: 0 }).closedShare).toBeCloseTo(24 / 38, 12);
  expect(weekView(weeks, { ...waiting, station: 'gate', hour: 0 }).closedShare).toBeUndefined();
  expect(weekView([weekOf(() => 0)], { ...waiting, hour: 0 }).closedShare).toBeUndefined();
});

test('steps are round, and the greatest value is in the densest', () => {
  expect([14.3, 12, 0.5, 700].map(stepsOf)).toEqual([
    [1, 3, 6, 12],
    [1, 3, 6, 12],
    [0.02, 0.06, 0.12, 0.24],
    [50, 150, 300, 600],
  ]);
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (greatest) => {
      const [, , , last = Number.NaN] = stepsOf(greatest);
      expect(last).toBeLessThanOrEqual(greatest * (1 + 1e-12));
      expect(last).toBeGreaterThan(greatest / 2.5 - 1e-12 * greatest);
    }),
  );
});
