import { expect, test } from 'vitest';
import { goodnessOfFit } from '../random/goodness-of-fit.ts';
import { cases, lawOf } from '../random/reference-laws.ts';

test.each(cases.filter((each) => lawOf(each)))('a million draws of $id fit: mean, variance, shape', (reference) => {
  const ours = lawOf(reference);
  if (!ours) return;
  const figures = goodnessOfFit(ours, reference, { count: 1_000_000, alpha: 1e-4 / (3 * cases.length) });
  expect(figures.mean).toBeLessThan(1);
  expect(figures.variance).toBeLessThan(1);
  expect(figures.shape).toBeLessThan(1);
});
