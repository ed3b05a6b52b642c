import { expect, test } from 'vitest';
import { relativeHalfWidth } from '../../src/statistics/index.ts';

test('relative half-width is that of the longer side', () => {
  expect(relativeHalfWidth([9, 12], 10)).toBeCloseTo(0.2, 12);
  expect(relativeHalfWidth([-12, -9], -10)).toBeCloseTo(0.2, 12);
  expect(relativeHalfWidth([0, 0], 0)).toBe(0);
  expect(relativeHalfWidth([-1, 1], 0)).toBe(Infinity);
});
