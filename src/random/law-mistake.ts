import { unreachable } from '../base/index.ts';
import { betaShapes } from './beta-shapes.ts';
import type { Law } from './law.ts';

/** What is wrong with the parameters of a law, with the value found; undefined if nothing is. */
export function lawMistake(law: Law): string | undefined {
  switch (law.kind) {
    case 'constant':
      return mustBeFinite('the value', law.value);
    case 'exponential':
    case 'geometric':
      return mustBePositive('the mean', law.mean);
    case 'poisson':
      if (law.mean > poissonMeanMax) return `the mean must be at most ${poissonMeanMax}, found ${law.mean}`;
      return mustBePositive('the mean', law.mean);
    case 'lognormal':
    case 'gamma':
    case 'weibull':
      return mustBePositive('the mean', law.mean) ?? mustBePositive('cv', law.cv) ?? mustNotBeExtreme(law.cv);
    case 'hyperexponential':
      if (law.cv < 1) return `cv of a hyperexponential law must be at least 1, found ${law.cv}`;
      return mustBePositive('the mean', law.mean) ?? mustBeFinite('cv', law.cv) ?? mustNotBeExtreme(law.cv);
    case 'erlang':
      if (!Number.isInteger(law.k) || law.k < 1 || law.k > erlangMax) {
        return `k must be a whole number from 1 to ${erlangMax}, found ${law.k}`;
      }
      return mustBePositive('the mean', law.mean);
    case 'uniform':
      return mustBeFinite('min', law.min) ?? mustBeFinite('max', law.max) ?? mustBeInOrder(law);
    case 'triangular':
      return (
        mustBeFinite('min', law.min) ??
        mustBeFinite('mode', law.mode) ??
        mustBeFinite('max', law.max) ??
        mustBeInOrder(law) ??
        (law.mode < law.min || law.mode > law.max
          ? `the mode must lie between min ${law.min} and max ${law.max}, found ${law.mode}`
          : undefined)
      );
    case 'normal':
      return (
        mustBeFinite('the mean', law.mean) ??
        mustBePositive('sd', law.sd) ??
        (law.mean < -8 * law.sd
          ? `nothing is left above 0: the mean must be at least -8 sd (${-8 * law.sd}), found ${law.mean}`
          : undefined)
      );
    case 'beta':
      return betaMistake(law);
    case 'empirical':
      if (law.values.length === 0) return 'there must be at least one value, found none';
      return law.values.map((value) => mustBeFinite('each value', value)).find((wrong) => wrong !== undefined);
    case 'mixture':
      return mixtureMistake(law);
    default:
      return unreachable(law);
  }
}

/** Largest mean of a Poisson law: its table has about 14 standard deviations of entries. */
const poissonMeanMax = 1_000_000;

const erlangMax = 1_000_000;

/** Bounds of cv within which every law is tabulated well and quickly. */
const cvMin = 0.001;
const cvMax = 100;

function betaMistake(law: Extract<Law, { kind: 'beta' }>): string | undefined {
  const plain =
    mustBeFinite('min', law.min) ??
    mustBeFinite('max', law.max) ??
    mustBeFinite('the mean', law.mean) ??
    mustBePositive('sd', law.sd);
  if (plain !== undefined) return plain;
  if (law.min >= law.max) return `min must be below max ${law.max}, found ${law.min}`;
  if (law.mean <= law.min || law.mean >= law.max) {
    return `the mean must lie between min ${law.min} and max ${law.max}, found ${law.mean}`;
  }
  const { alpha, beta } = betaShapes(law);
  const sdMax = Math.sqrt((law.mean - law.min) * (law.max - law.mean));
  if (!(Math.min(alpha, beta) >= betaShapeMin))
    return `sd must be well below ${sdMax}, the sd of a coin toss between min and max, found ${law.sd}`;
  if (Math.max(alpha, beta) > betaShapeMax)
    return `sd is too small for a law from ${law.min} to ${law.max}, found ${law.sd}`;
  return undefined;
}

/** Shapes of beta laws within which the tables hold. */
const betaShapeMin = 0.1;
const betaShapeMax = 100_000;

function mixtureMistake(law: Extract<Law, { kind: 'mixture' }>): string | undefined {
  if (law.parts.length === 0) return 'there must be at least one part, found none';
  for (const [index, { share, of }] of law.parts.entries()) {
    if (!(share >= 0 && share <= 1)) return `the share of part ${index + 1} must lie between 0 and 1, found ${share}`;
    const wrong = lawMistake(of);
    if (wrong !== undefined) return `part ${index + 1}: ${wrong}`;
  }
  const sum = law.parts.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) <= 1e-9 ? undefined : `the shares must sum to 1, found ${sum}`;
}

function mustBeFinite(what: string, found: number): string | undefined {
  return Number.isFinite(found) ? undefined : `${what} must be a number, found ${found}`;
}

function mustBePositive(what: string, found: number): string | undefined {
  return mustBeFinite(what, found) ?? (found > 0 ? undefined : `${what} must be above 0, found ${found}`);
}

function mustNotBeExtreme(cv: number): string | undefined {
  return cv >= cvMin && cv <= cvMax ? undefined : `cv must lie between ${cvMin} and ${cvMax}, found ${cv}`;
}

function mustBeInOrder({ min, max }: { readonly min: number; readonly max: number }): string | undefined {
  return min <= max ? undefined : `min must not exceed max ${max}, found ${min}`;
}
