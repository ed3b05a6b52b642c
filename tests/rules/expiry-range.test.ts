import { expect, test } from 'vitest';
import { expiryRange } from '../../src/rules/expiry-range.ts';

const day = 1440;

test('a term of calendar days ends a whole number of days after its anchor, and up to a day more', () => {
  // 14 days end at the midnight that begins day 15; the scenario starts at 9 in the morning.
  const ofDay = (anchor: number): number => (anchor + 15) * day - 540;
  expect(expiryRange({ ofDay }, { first: -3, midnight: 540 })).toEqual({ least: 14 * day, most: 15 * day });
});

test('what is put off over a weekend ends later, at most', () => {
  // Day 0 is a Monday; what would end with a weekend day ends with the Monday.
  const ofDay = (anchor: number): number => {
    const last = anchor + 14;
    const weekday = ((last % 7) + 7) % 7;
    return (last + (weekday >= 5 ? 7 - weekday : 0) + 1) * day;
  };
  expect(expiryRange({ ofDay }, { first: -1, midnight: 0 })).toEqual({ least: 14 * day, most: 17 * day });
});

test('open minutes last longest from a closing on, and shortest from an opening on', () => {
  // Monday to Friday from 9 to 12: day 0 is a Monday.
  const spans = (on: number): { open: number; close: number }[] =>
    ((on % 7) + 7) % 7 < 5 ? [{ open: 540, close: 720 }] : [];
  const hours = (openMinutes: number): object =>
    expiryRange({ openMinutes, calendar: { spans } }, { first: 0, midnight: 0 });
  // From Friday noon to Monday at 10; from 9 to 10.
  expect(hours(60)).toEqual({ least: 60, most: 2 * day + 22 * 60 });
  // Four hours: from 9 to 10 on the next day; from Thursday noon to Monday at 10.
  expect(hours(240)).toEqual({ least: 25 * 60, most: 3 * day + 22 * 60 });
  const always = { spans: () => [{ open: 0, close: day }] };
  expect(expiryRange({ openMinutes: 90, calendar: always }, { first: 0, midnight: 0 })).toEqual({
    least: 90,
    most: 90,
  });
  const never = { spans: () => [] };
  expect(expiryRange({ openMinutes: 90, calendar: never }, { first: 0, midnight: 0 }).least).toBe(Infinity);
});
