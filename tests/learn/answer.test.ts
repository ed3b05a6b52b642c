import { expect, test } from 'vitest';
import { isRight, numberIn } from '../../src/learn/index.ts';

test.each([
  ['2.95', 'h', 2.95],
  [' 2.95 h ', 'h', 2.95],
  ['2,500 CNY', 'CNY', 2500],
  ['2,500,000.5', 'CNY', 2_500_000.5],
  ['-3', 'h', -3],
  ['+3', 'h', 3],
  ['.5', 'h', 0.5],
  ['40%', '%', 40],
  ['４０％', '%', 40],
  ['14 D', 'd', 14],
  ['', 'h', undefined],
  ['h', 'h', undefined],
  ['2,5', 'h', undefined],
  ['1e3', 'h', undefined],
  ['12 months', 'h', undefined],
  ['three', 'h', undefined],
])('%s in %s is %s', (text, unit, number) => {
  expect(numberIn(text, unit)).toBe(number);
});

test('a number is right within what the question allows, its ends included', () => {
  const answer = { value: 2.95 };
  expect([2.9, 3, 2.89, 3.01].map((given) => isRight(given, answer, 0.05))).toEqual([true, true, false, false]);
  expect([14, 13, 15].map((given) => isRight(given, { value: 14 }, 0))).toEqual([true, false, false]);
});
