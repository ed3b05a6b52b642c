import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTo, mergeMoments, type Moments, noMoments, relativeHalfWidth } from '../../src/statistics/index.ts';

function momentsOf(values: readonly number[]): Moments {
  return values.reduce((moments, value) => addTo(moments, value), noMoments);
}

test('2, 4, 9: mean 5, deviations 3, 1, 4', () => {
  expect(momentsOf([2, 4, 9])).toEqual({ count: 3, mean: 5, squares: 26, min: 2, max: 9 });
  expect(mergeMoments(momentsOf([2, 4]), momentsOf([9]))).toEqual({ count: 3, mean: 5, squares: 26, min: 2, max: 9 });
});

test('nothing changes nothing', () => {
  const some = momentsOf([1, 2]);
  expect(mergeMoments(some, noMoments)).toBe(some);
  expect(mergeMoments(noMoments, some)).toBe(some);
});

test('merged is as good as counted in one go', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(values, values, (one, other) => {
      const merged = mergeMoments(momentsOf(one), momentsOf(other));
      const whole = momentsOf([...one, ...other]);
      expect(merged.count).toBe(whole.count);
      expect(Math.abs(merged.mean - whole.mean)).toBeLessThan(1e-9 * 1e6);
      expect(Math.abs(merged.squares - whole.squares)).toBeLessThan(1e-9 * 1e14);
      expect([merged.min, merged.max]).toEqual([whole.min, whole.max]);
    }),
  );
});

test('relative half-width is that of the longer side', () => {
  expect(relativeHalfWidth([9, 12], 10)).toBeCloseTo(0.2, 12);
  expect(relativeHalfWidth([-12, -9], -10)).toBeCloseTo(0.2, 12);
  expect(relativeHalfWidth([0, 0], 0)).toBe(0);
  expect(relativeHalfWidth([-1, 1], 0)).toBe(Infinity);
});
