import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { dateOfDay, dayOfDate, dueDay, holidayLists, isWorkingDay, type DayTerm } from '../../src/customs/index.ts';

const holidays = present(holidayLists['china'], 'china');
const fortnight: DayTerm = { unit: 'calendarDays', count: 14 };
type Roll = 'none' | 'firstFeeDay' | 'nextWorkingDay';

/** The day at whose midnight a term has run out, as a date. */
function due(from: string, within: DayTerm, roll: Roll): string {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const date = dateOfDay(dueDay({ day: dayOfDate({ year, month, day }), within, roll, holidays }));
  return [date.year, String(date.month).padStart(2, '0'), String(date.day).padStart(2, '0')].join('-');
}

test('14 calendar days from a Monday end with the beginning of day 15, a Tuesday', () => {
  expect(due('2017-03-06', fortnight, 'none')).toBe('2017-03-21');
  expect(due('2017-03-06', fortnight, 'firstFeeDay')).toBe('2017-03-21');
});

test('arrived on a Friday: day 15 is a Saturday, so the fee starts on Monday, day 17 (R05)', () => {
  expect(due('2017-03-10', fortnight, 'none')).toBe('2017-03-25');
  expect(due('2017-03-10', fortnight, 'firstFeeDay')).toBe('2017-03-27');
});

test('a first fee day within Spring Festival waits for the first working day after it', () => {
  // Day 15 after 28 January 2021 is Friday 12 February, in the holiday of the 11th to the 17th.
  expect(due('2021-01-28', fortnight, 'firstFeeDay')).toBe('2021-02-18');
  // Day 15 after 23 January 2021 is Sunday 7 February, which is worked in exchange.
  expect(due('2021-01-23', fortnight, 'firstFeeDay')).toBe('2021-02-07');
});

test('over the end of the year: day 15 after 18 December 2020 is 2 January, in the New Year holiday', () => {
  expect(due('2020-12-18', fortnight, 'none')).toBe('2021-01-02');
  expect(due('2020-12-18', fortnight, 'firstFeeDay')).toBe('2021-01-04');
});

test('over a leap day: 14 days from 20 February 2020 end a day earlier in the month than in 2021', () => {
  expect(due('2020-02-20', fortnight, 'none')).toBe('2020-03-06');
  expect(due('2021-02-20', fortnight, 'none')).toBe('2021-03-07');
});

test('a last day of payment that is no working day moves to the next one, whose end is the end', () => {
  const days: DayTerm = { unit: 'calendarDays', count: 15 };
  // Day 15 after Friday 10 March 2017 is Saturday the 25th: the last day is Monday the 27th.
  expect(due('2017-03-10', days, 'nextWorkingDay')).toBe('2017-03-28');
  expect(due('2017-03-06', days, 'nextWorkingDay')).toBe('2017-03-22');
});

test('working days pass over weekends and holidays', () => {
  expect(due('2021-02-10', { unit: 'workingDays', count: 1 }, 'none')).toBe('2021-02-19');
  expect(due('2017-03-10', { unit: 'workingDays', count: 5 }, 'none')).toBe('2017-03-18');
});

test('three months end with the same day of the month, or the last', () => {
  expect(due('2017-03-06', { unit: 'months', count: 3 }, 'none')).toBe('2017-06-07');
  expect(due('2019-11-30', { unit: 'months', count: 3 }, 'none')).toBe('2020-03-01');
});

test('a rolled end is never earlier than the plain one, and a first fee day is a working day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 17_200, max: 20_000 }), fc.nat(40), (day, count) => {
      const end = (roll: Roll): number => dueDay({ day, within: { unit: 'calendarDays', count }, roll, holidays });
      expect(end('firstFeeDay')).toBeGreaterThanOrEqual(end('none'));
      expect(end('nextWorkingDay')).toBeGreaterThanOrEqual(end('none'));
      expect(isWorkingDay(holidays, end('firstFeeDay'))).toBe(true);
      expect(isWorkingDay(holidays, end('nextWorkingDay') - 1)).toBe(true);
    }),
  );
});
