import { expect, test } from 'vitest';
import { dayOfDate, holidayLists, isHoliday, isWorkingDay, knowsYearsOf } from '../../src/customs/index.ts';
import { present } from '../../src/base/index.ts';

const china = present(holidayLists['china'], 'china');
const day = (text: string): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayOfDate({ year, month, day: date });
};
const works = (text: string): boolean => isWorkingDay(china, day(text));

test('Spring Festival of 2021: off from the 11th to the 17th of February, worked on the Sunday before and the Saturday after', () => {
  expect(['2021-02-10', '2021-02-11', '2021-02-17', '2021-02-18'].map(works)).toEqual([true, false, false, true]);
  expect(['2021-02-07', '2021-02-20'].map(works)).toEqual([true, true]);
  expect(['2021-02-06', '2021-02-21'].map(works)).toEqual([false, false]);
});

test('a plain weekend is no holiday, a weekend within a holiday is', () => {
  expect(isHoliday(china, day('2021-03-06'))).toBe(false);
  expect(isHoliday(china, day('2021-02-13'))).toBe(true);
});

test('the year 2021 had 250 working days', () => {
  const first = day('2021-01-01');
  expect(
    Array.from({ length: 365 }, (_, index) => first + index).filter((each) => isWorkingDay(china, each)),
  ).toHaveLength(250);
});

test('the list knows 2017 to 2026 and says so', () => {
  expect(knowsYearsOf(china, day('2017-01-01'), day('2026-12-31'))).toBe(true);
  expect(knowsYearsOf(china, day('2016-12-31'), day('2017-01-01'))).toBe(false);
  expect(knowsYearsOf(china, day('2026-12-31'), day('2027-01-01'))).toBe(false);
});

test('every worked day is a weekend day and no day off', () => {
  expect([...china.worked].filter((each) => china.rest.has(each) || (each + 3) % 7 < 5)).toEqual([]);
});
