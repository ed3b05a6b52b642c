import { ndtri } from 'cephes';
import { expect, test } from 'vitest';
import { normalQuantile as quantile } from './draws.ts';

test('known quantiles of the standard normal law', () => {
  expect(quantile(0.5)).toBe(0);
  expect(quantile(0.975)).toBeCloseTo(1.959963984540054, 14);
  expect(quantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
  expect(quantile(1e-20)).toBeCloseTo(-9.2623400897984, 13);
});

test('it agrees with cephes to 4e-15 from 1e-300 up to the last 32-bit uniform', () => {
  let worst = 0;
  for (let step = 1; step < 20_000; step++) {
    if (step === 10_000) continue;
    for (const probability of [step / 20_000, Math.exp(-step / 30), 1 - Math.exp(-step / 900)]) {
      worst = Math.max(worst, Math.abs(quantile(probability) / ndtri(probability) - 1));
    }
  }
  expect(worst).toBeLessThan(4e-15);
});
