import { expect, test } from 'vitest';
import { mser5 } from '../../src/statistics/index.ts';

/** A noise that is the same in each batch of five, so that batch means alternate between `level - 1` and `level + 1`. */
function steady(length: number, level: number): number[] {
  return Array.from({ length }, (_, at) => level + (Math.floor(at / 5) % 2 === 0 ? 1 : -1));
}

test('a series that is steady from the start is not cut', () => {
  expect(mser5(steady(200, 10))).toBe(0);
  expect(mser5(Array<number>(100).fill(3))).toBe(0);
});

test('a start far from the rest is cut off where it ends', () => {
  expect(mser5([...steady(30, 100), ...steady(270, 10)])).toBe(30);
});

test('too short: fewer than 50 values, or still far off at the end of the first half', () => {
  expect(mser5(steady(49, 10))).toBe('tooShort');
  expect(mser5(Array.from({ length: 400 }, (_, at) => 1000 * Math.exp(-at / 200)))).toBe('tooShort');
});
