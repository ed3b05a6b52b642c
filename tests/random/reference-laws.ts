import { readFileSync } from 'node:fs';
import { igam, incbet, ndtr } from 'cephes';
import type { Law } from '../../src/random/index.ts';

/** A case of tests/reference/distributions.json. */
export interface Case {
  readonly id: string;
  readonly distribution: string;
  readonly params: Readonly<Record<string, number>>;
  readonly mean: number;
  readonly variance: number;
  readonly excessKurtosis: number;
  readonly quantiles: Readonly<Record<string, number>>;
  readonly pmf?: Readonly<Record<string, number>>;
}

export const cases: readonly Case[] = (
  JSON.parse(readFileSync(new URL('../reference/distributions.json', import.meta.url), 'utf8')) as {
    readonly cases: readonly Case[];
  }
).cases;

/** A case in our notation, with its distribution function by cephes; undefined where we have no such law. */
export function lawOf({ id, params, mean, variance }: Case): { law: Law; below: (x: number) => number } | undefined {
  const sd = Math.sqrt(variance);
  const { shape = 0, scale = 1, min = 0, max = 1, mode = 0, k = 0, rate = 1, alpha = 0, beta = 0, cv = 0 } = params;
  switch (id.split('-')[0]) {
    case 'exp':
      return { law: { kind: 'exponential', mean: 1 / rate }, below: (x) => -Math.expm1(-rate * x) };
    case 'gamma':
      return {
        law: { kind: 'gamma', mean: shape * scale, cv: 1 / Math.sqrt(shape) },
        below: (x) => igam(shape, x / scale),
      };
    case 'erlang':
      return { law: { kind: 'erlang', k, mean: k / rate }, below: (x) => igam(k, x * rate) };
    case 'lognormal': {
      const { mu = 0, sigma = 1 } = params;
      return { law: { kind: 'lognormal', mean, cv }, below: (x) => ndtr((Math.log(x) - mu) / sigma) };
    }
    case 'weibull':
      return { law: { kind: 'weibull', mean, cv: sd / mean }, below: (x) => -Math.expm1(-((x / scale) ** shape)) };
    case 'uniform':
      return { law: { kind: 'uniform', min, max }, below: (x) => (x - min) / (max - min) };
    case 'triangular':
      return {
        law: { kind: 'triangular', min, mode, max },
        below: (x) =>
          x < mode
            ? (x - min) ** 2 / ((max - min) * (mode - min))
            : 1 - (max - x) ** 2 / ((max - min) * Math.max(max - mode, 1e-300)),
      };
    case 'beta':
      return { law: { kind: 'beta', min, max, mean, sd }, below: (x) => incbet(alpha, beta, x) };
    case 'pert':
      return { law: { kind: 'beta', min, max, mean, sd }, below: (x) => incbet(1.8, 4.2, (x - min) / (max - min)) };
    case 'truncnormal': {
      const { mean: centre = 0, sd: spread = 1 } = params;
      const none = ndtr(-centre / spread);
      return {
        law: { kind: 'normal', mean: centre, sd: spread },
        below: (x) => (ndtr((x - centre) / spread) - none) / (1 - none),
      };
    }
    case 'poisson':
      return { law: { kind: 'poisson', mean }, below: () => Number.NaN };
    default:
      return undefined;
  }
}
