import { expect, test } from 'vitest';
import { dayRange } from '../../src/rules/day-range.ts';

const day = 1440;

test('a term of calendar days ends a whole number of days after its anchor, and up to a day more', () => {
  // 14 days end at the midnight that begins day 15; the scenario starts at 9 in the morning.
  const due = (anchor: number): number => (anchor + 15) * day - 540;
  expect(dayRange(due, { first: -3, midnight: 540 })).toEqual({ least: 14 * day, most: 15 * day });
});

test('what is put off over a weekend ends later, at most', () => {
  // Day 0 is a Monday; what would end with a weekend day ends with the Monday.
  const due = (anchor: number): number => {
    const last = anchor + 14;
    const weekday = ((last % 7) + 7) % 7;
    return (last + (weekday >= 5 ? 7 - weekday : 0) + 1) * day;
  };
  expect(dayRange(due, { first: -1, midnight: 0 })).toEqual({ least: 14 * day, most: 17 * day });
});
