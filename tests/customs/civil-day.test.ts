import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dateOfDay, dayOfDate, weekdayOf } from '../../src/customs/index.ts';

test('day 0 is Thursday, 1 January 1970; the day before it was a Wednesday', () => {
  expect(dayOfDate({ year: 1970, month: 1, day: 1 })).toBe(0);
  expect(weekdayOf(0)).toBe(3);
  expect(weekdayOf(-1)).toBe(2);
});

test('6 March 2017, the first day of the Qingdao scenario, is a Monday', () => {
  const day = dayOfDate({ year: 2017, month: 3, day: 6 });
  expect(day).toBe(17_231);
  expect(weekdayOf(day)).toBe(0);
});

test('years that a hundred divides have no leap day, years that four hundred divides have', () => {
  const february = (year: number): number =>
    dayOfDate({ year, month: 3, day: 1 }) - dayOfDate({ year, month: 2, day: 1 });
  expect([1900, 2000, 2020, 2021].map(february)).toEqual([28, 29, 29, 28]);
});

test('months later is the same day, or the last day of a shorter month', () => {
  const later = (year: number, month: number, day: number, months: number) =>
    dateOfDay(addMonths(dayOfDate({ year, month, day }), months));
  expect(later(2017, 3, 6, 3)).toEqual({ year: 2017, month: 6, day: 6 });
  expect(later(2019, 11, 30, 3)).toEqual({ year: 2020, month: 2, day: 29 });
  expect(later(2020, 12, 31, 2)).toEqual({ year: 2021, month: 2, day: 28 });
  expect(later(2021, 1, 15, -1)).toEqual({ year: 2020, month: 12, day: 15 });
});

test('day numbers and dates are each other turned round, and agree with the calendar of the language', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
      const date = dateOfDay(day);
      const known = new Date(day * 86_400_000);
      expect(dayOfDate(date)).toBe(day);
      expect(date).toEqual({ year: known.getUTCFullYear(), month: known.getUTCMonth() + 1, day: known.getUTCDate() });
      expect(weekdayOf(day)).toBe((known.getUTCDay() + 6) % 7);
    }),
  );
});
