import { chdtri } from 'cephes';
import type { Law } from '../../src/random/index.ts';
import type { Case } from './reference-laws.ts';
import { stream } from '../kernel/stream.ts';
import { Variates } from './variates.ts';

/** Test figures of many draws, each by its critical value at a chance of `alpha`: above 1 means rejected. */
export function goodnessOfFit(
  { law, below }: { law: Law; below: (x: number) => number },
  reference: Case,
  { count, alpha }: { count: number; alpha: number },
): { mean: number; variance: number; shape: number } {
  const next = stream(reference.id);
  const variates = new Variates([law]);
  const values = Float64Array.from({ length: count }, () => {
    return variates.draw(0, next(), next());
  }).toSorted();
  let off = 0;
  let squares = 0;
  for (const value of values) {
    off += value - reference.mean;
    squares += (value - reference.mean) * (value - reference.mean);
  }
  // Normal critical value from the chi-squared one with one degree of freedom.
  const z = Math.sqrt(chdtri(1, alpha));
  const { variance, excessKurtosis } = reference;
  return {
    mean: Math.abs(off / count) / (z * Math.sqrt(variance / count)),
    variance: Math.abs(squares / count / variance - 1) / (z * Math.sqrt((excessKurtosis + 2) / count)),
    shape: reference.pmf ? chiSquared(values, reference.pmf, alpha) : kolmogorov(values, below, alpha),
  };
}

/** Kolmogorov's distance by its asymptotic critical value. */
function kolmogorov(sorted: Float64Array, below: (x: number) => number, alpha: number): number {
  const count = sorted.length;
  let distance = 0;
  for (const [index, value] of sorted.entries()) {
    const share = below(value);
    distance = Math.max(distance, share - index / count, (index + 1) / count - share);
  }
  return (distance * Math.sqrt(count)) / Math.sqrt(-Math.log(alpha / 2) / 2);
}

/** Chi-squared of counts, those expected fewer than ten times taken together. */
function chiSquared(values: Float64Array, pmf: Readonly<Record<string, number>>, alpha: number): number {
  const count = values.length;
  const found = new Map<string, number>();
  for (const value of values) found.set(String(value), (found.get(String(value)) ?? 0) + 1);
  const cells = Object.entries(pmf)
    .filter(([, chance]) => chance * count >= 10)
    .map(([value, chance]) => ({ found: found.get(value) ?? 0, expected: chance * count }));
  const rest = cells.reduce(
    (left, cell) => ({ found: left.found - cell.found, expected: left.expected - cell.expected }),
    {
      found: count,
      expected: count,
    },
  );
  const all = rest.expected > 1 ? [...cells, rest] : cells;
  const sum = all.reduce((total, cell) => total + (cell.found - cell.expected) ** 2 / cell.expected, 0);
  return sum / chdtri(all.length - 1, alpha);
}
