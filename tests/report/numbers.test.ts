import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alignPoints,
  count,
  decimalsOf,
  differenceDecimals,
  fixed,
  intervalText,
  money,
  scaleOf,
  share,
  signed,
} from '../../src/report/numbers.ts';
import { lengthText, wordsOf } from '../../src/report/words.ts';

test('a figure has the decimals that the shorter half of its interval supports', () => {
  const write = (value: number, low: number, high: number, most = 1): string => {
    const decimals = decimalsOf({ value, interval: [low, high] }, most);
    return `${fixed(value, decimals)} ${intervalText([low, high], decimals)}`;
  };
  expect(write(95.94, 93.21, 99.13)).toBe('95.9 [93.2, 99.1]');
  expect(write(216.2, 212.1, 221.4)).toBe('216 [212, 221]');
  expect(write(5.1234, 5.0834, 5.1634, 2)).toBe('5.12 [5.08, 5.16]');
  expect(write(5.1234, 5.0834, 5.1634)).toBe('5.1 [5.1, 5.2]');
  expect(write(3, 3, 3)).toBe('3.0 [3.0, 3.0]');
  expect(intervalText(null, 1)).toBe('');
});

test('a difference whose interval leaves out zero is seen to leave it out; one that holds it, or begins there, is not written finer', () => {
  const write = (value: number, low: number, high: number): string => {
    const decimals = differenceDecimals({ value, interval: [low, high] }, 1);
    return `${signed(value, decimals)} ${intervalText([low, high], decimals)}`;
  };
  expect(write(0.012, 0.008, 0.016)).toBe('+0.012 [0.008, 0.016]');
  expect(write(-0.0024, -0.00241, -0.00239)).toBe('-0.0024 [-0.0024, -0.0024]');
  expect(write(0.05, 0.001, 0.1)).toBe('+0.050 [0.001, 0.100]');
  expect(write(0.02, 0.02, 0.02)).toBe('+0.020 [0.020, 0.020]');
  expect(write(0.02, -0.01, 0.05)).toBe('0.0 [0.0, 0.1]');
  expect(write(0.02, 0, 0.04)).toBe('0.0 [0.0, 0.0]');
});

test('property: whatever the half and the decimals, an end of a difference beyond zero is not written as zero', () => {
  const end = fc.double({ min: 1e-9, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(
      end,
      end,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 2 }),
      (a, b, at, most) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const decimals = differenceDecimals({ value: low + at * (high - low), interval: [low, high] }, most);
        expect(Number(fixed(low, decimals))).toBeGreaterThan(0);
      },
    ),
  );
});

test('a difference has a sign, a zero has none', () => {
  expect([signed(-1.27, 1), signed(2, 1), signed(-0.04, 1), signed(0.04, 1)]).toEqual(['-1.3', '+2.0', '0.0', '0.0']);
});

test('0 % and 100 % only when exact', () => {
  expect([0, 0.0004, 0.004, 0.076, 0.58, 0.9949, 0.9971, 0.9996, 1].map(share)).toEqual([
    '0 %',
    '< 0.1 %',
    '0.4 %',
    '8 %',
    '58 %',
    '99 %',
    '99.7 %',
    '> 99.9 %',
    '100 %',
  ]);
});

test('columns are in minutes below ten minutes, else in hours', () => {
  expect(scaleOf([0.01, 0.16])).toEqual({ unit: 'min', decimalsMax: 2 });
  expect(scaleOf([0.2, 9])).toEqual({ unit: 'h', decimalsMax: 2 });
  expect(scaleOf([Number.NaN, 95.9])).toEqual({ unit: 'h', decimalsMax: 1 });
  expect(scaleOf([])).toEqual({ unit: 'h', decimalsMax: 1 });
});

test('counts, money and lengths', () => {
  expect([count(9_120_400), count(999), count(1000)]).toEqual(['9,120,400', '999', '1,000']);
  expect([money(2500, 'CNY'), money(21.25, 'CNY'), money(21, 'CNY')]).toEqual(['CNY 2,500', 'CNY 21.25', 'CNY 21']);
  const lengths = (language: 'en' | 'zh'): string[] =>
    [8.3, 0.5, 47.999, 240, 984.4, 2].map((hours) => lengthText(hours, wordsOf(language)));
  expect(lengths('en')).toEqual(['8 h 18 min', '30 min', '48 h', '10 d', '41 d', '2 h']);
  expect(lengths('zh')).toEqual(['8小时18分', '30分', '48小时', '10天', '41天', '2小时']);
});

test('decimal points stand under each other', () => {
  expect(alignPoints(['95.9', '216', '-0.25', ''])).toEqual([' 95.9 ', '216   ', ' -0.25', '      ']);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat({ max: 3 })), { minLength: 1 }),
      (figures) => {
        const lines = alignPoints(figures.map(([value, decimals]) => fixed(value, decimals)));
        expect(new Set(lines.map((line) => line.length)).size).toBe(1);
        expect(
          new Set(lines.flatMap((line) => (line.includes('.') ? line.indexOf('.') : []))).size,
        ).toBeLessThanOrEqual(1);
      },
    ),
  );
});
