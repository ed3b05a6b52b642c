import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lawMax, lawRange, type Law } from '../../src/random/index.ts';
import { Variates } from './variates.ts';

const laws: readonly Law[] = [
  { kind: 'constant', value: 5 },
  { kind: 'exponential', mean: 3 },
  { kind: 'lognormal', mean: 3, cv: 2 },
  { kind: 'gamma', mean: 3, cv: 0.5 },
  { kind: 'weibull', mean: 3, cv: 1.5 },
  { kind: 'erlang', k: 3, mean: 2 },
  { kind: 'hyperexponential', mean: 2, cv: 2 },
  { kind: 'uniform', min: -1, max: 4 },
  { kind: 'triangular', min: 1, mode: 2, max: 6 },
  { kind: 'normal', mean: 1, sd: 2 },
  { kind: 'beta', min: 2, max: 8, mean: 4, sd: 1 },
  { kind: 'empirical', values: [7, 3, 5] },
  { kind: 'poisson', mean: 4 },
  { kind: 'geometric', mean: 2 },
  {
    kind: 'mixture',
    parts: [
      { share: 0.5, of: { kind: 'uniform', min: 1, max: 2 } },
      { share: 0.5, of: { kind: 'constant', value: 9 } },
      { share: 0, of: { kind: 'constant', value: 99 } },
    ],
  },
];

test('whatever is drawn lies in the range of its law', () => {
  const variates = new Variates(laws);
  fc.assert(
    fc.property(fc.nat(laws.length - 1), fc.integer(), fc.integer(), (law, bits, more) => {
      const { least, most } = lawRange(laws[law] as Law);
      const drawn = variates.draw(law, bits, more);
      expect(drawn >= least && drawn <= most).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('a range with an end is no wider than what is drawn', () => {
  const variates = new Variates(laws);
  for (const [index, law] of laws.entries()) {
    const { least, most } = lawRange(law);
    const first = variates.draw(index, 0, 0);
    expect(first - least).toBeLessThan(0.3);
    if (Number.isFinite(most)) expect(most - lawMax(law)).toBeLessThan(0.2);
  }
});
