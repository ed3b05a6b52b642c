import { expect, test } from 'vitest';
import { type Law, lawMean } from '../../src/random/index.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';
import { cases, lawOf } from './reference-laws.ts';
import { Variates } from './variates.ts';

const known = cases.flatMap((reference) => {
  const ours = lawOf(reference);
  return ours ? [{ reference, ours }] : [];
});

test('eighteen of the reference laws are ours', () => {
  expect(cases.filter((reference) => !lawOf(reference)).map(({ id }) => id)).toEqual([
    'loglogistic-10-5',
    'binomial-100-0.05',
    'negbinomial-4-0.3',
    'discreteuniform-3-8',
  ]);
});

test.each(known)('quantiles of $reference.id', ({ reference, ours: { law } }) => {
  const isTable = ['lognormal', 'gamma', 'erlang', 'weibull', 'beta'].includes(law.kind);
  for (const [share, expected] of Object.entries(reference.quantiles)) {
    const found = quantile(law, Number(share));
    // Closed inverses to 1e-9, tables to 1e-6; counts exactly.
    if (law.kind === 'poisson') expect(found).toBe(expected);
    else expect(Math.abs(found / expected - 1), `quantile ${share}`).toBeLessThan(isTable ? 1e-6 : 1e-9);
  }
  expect(lawMean(law) / reference.mean).toBeCloseTo(1, 12);
});

test.each(known)('20,000 draws of $reference.id fit: mean, variance, shape', ({ reference, ours }) => {
  const alpha = 1e-4 / (3 * known.length);
  const figures = goodnessOfFit(ours, reference, { count: 20_000, alpha });
  expect(figures.mean).toBeLessThan(1);
  expect(figures.variance).toBeLessThan(1);
  expect(figures.shape).toBeLessThan(1);
});

/** The quantile between the two uniforms next to `share`, so that the grid of 32 bits does not blur it. */
function quantile(law: Law, share: number): number {
  const variates = new Variates([law]);
  const position = share * 4_294_967_296 - 0.5;
  const below = Math.floor(position);
  const low = variates.draw(0, below | 0, 0);
  const high = variates.draw(0, (below + 1) | 0, 0);
  return low + (position - below) * (high - low);
}
