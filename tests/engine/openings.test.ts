import { expect, test } from 'vitest';
import { isOpenAt, nextChange } from '../../src/engine/index.ts';

const hours = (clock: number): number => clock * 60;

/** Open 09:00-12:00 and 13:30-17:30 on days 0 to 4 of each week; the run starts at midnight of day 0. */
const office = {
  spans: (day: number): readonly { open: number; close: number }[] =>
    ((day % 7) + 7) % 7 < 5
      ? [
          { open: hours(9), close: hours(12) },
          { open: hours(13.5), close: hours(17.5) },
        ]
      : [],
};

/** Instants of all changes from `from` on, as hours. */
function changes(calendar: typeof office, from: number, count: number, midnight = 0): number[] {
  const found: number[] = [];
  for (let at = from; found.length < count;) {
    at = nextChange(calendar, at, midnight) ?? Number.POSITIVE_INFINITY;
    found.push(at / 60);
  }
  return found;
}

test('an office opens and closes twice a day and rests at the weekend', () => {
  expect(changes(office, 0, 4)).toEqual([9, 12, 13.5, 17.5]);
  const fridayNight = 4 * 24 * 60 + hours(18);
  expect(changes(office, fridayNight, 1)).toEqual([7 * 24 + 9]);
});

test('it is open from the minute it opens until before the minute it closes', () => {
  expect([hours(9) - 1, hours(9), hours(12) - 1, hours(12)].map((at) => isOpenAt(office, at, 0))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a run that starts at 08:00 sees the office open after one hour; before the start the same week holds', () => {
  expect(changes(office, 0, 1, hours(8))).toEqual([1]);
  expect(isOpenAt(office, -hours(8) - 1, hours(8))).toBe(false);
  expect(isOpenAt(office, -3 * 24 * 60 + hours(10), 0)).toBe(true);
});

test('a port that works through midnight does not change at midnight', () => {
  const roundTheClock = { spans: () => [{ open: 0, close: hours(24) }] };
  expect(isOpenAt(roundTheClock, hours(24), 0)).toBe(true);
  expect(nextChange(roundTheClock, 0, 0)).toBeUndefined();
});
