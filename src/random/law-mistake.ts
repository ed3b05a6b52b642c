import { unreachable, verbatim, type Label } from '../base/index.ts';
import { betaShapes } from './beta-shapes.ts';
import type { Law } from './law.ts';

/** What is wrong with the parameters of a law, with the value found; undefined if nothing is. */
export function lawMistake(law: Law): Label | undefined {
  switch (law.kind) {
    case 'constant':
      return mustBeFinite({ en: 'the value', zh: '该值' }, law.value);
    case 'exponential':
    case 'geometric':
      return mustBePositive(mean, law.mean);
    case 'poisson':
      if (law.mean > poissonMeanMax)
        return {
          en: `the mean must be at most ${poissonMeanMax}, found ${law.mean}`,
          zh: `均值至多为 ${poissonMeanMax}，现为 ${law.mean}`,
        };
      return mustBePositive(mean, law.mean);
    case 'lognormal':
    case 'gamma':
    case 'weibull':
      return mustBePositive(mean, law.mean) ?? mustBePositive(verbatim('cv'), law.cv) ?? mustNotBeExtreme(law.cv);
    case 'hyperexponential':
      if (law.cv < 1)
        return {
          en: `cv of a hyperexponential law must be at least 1, found ${law.cv}`,
          zh: `hyperexponential 的 cv 至少为 1，现为 ${law.cv}`,
        };
      return mustBePositive(mean, law.mean) ?? mustBeFinite(verbatim('cv'), law.cv) ?? mustNotBeExtreme(law.cv);
    case 'erlang':
      if (!Number.isInteger(law.k) || law.k < 1 || law.k > erlangMax) {
        return {
          en: `k must be a whole number from 1 to ${erlangMax}, found ${law.k}`,
          zh: `k 须为 1 至 ${erlangMax} 的整数，现为 ${law.k}`,
        };
      }
      return mustBePositive(mean, law.mean);
    case 'uniform':
      return mustBeFinite(verbatim('min'), law.min) ?? mustBeFinite(verbatim('max'), law.max) ?? mustBeInOrder(law);
    case 'triangular':
      return (
        mustBeFinite(verbatim('min'), law.min) ??
        mustBeFinite(verbatim('mode'), law.mode) ??
        mustBeFinite(verbatim('max'), law.max) ??
        mustBeInOrder(law) ??
        (law.mode < law.min || law.mode > law.max
          ? {
              en: `the mode must lie between min ${law.min} and max ${law.max}, found ${law.mode}`,
              zh: `mode 须在 min ${law.min} 与 max ${law.max} 之间，现为 ${law.mode}`,
            }
          : undefined)
      );
    case 'normal':
      return (
        mustBeFinite(mean, law.mean) ??
        mustBePositive(verbatim('sd'), law.sd) ??
        (law.mean < -8 * law.sd
          ? {
              en: `nothing is left above 0: the mean must be at least -8 sd (${-8 * law.sd}), found ${law.mean}`,
              zh: `0 以上已无剩余：均值至少为 -8 sd（${-8 * law.sd}），现为 ${law.mean}`,
            }
          : undefined)
      );
    case 'beta':
      return betaMistake(law);
    case 'empirical':
      if (law.values.length === 0)
        return { en: 'there must be at least one value, found none', zh: '至少须有一个值，现无' };
      return law.values
        .map((value) => mustBeFinite({ en: 'each value', zh: '每个值' }, value))
        .find((wrong) => wrong !== undefined);
    case 'mixture':
      return mixtureMistake(law);
    default:
      return unreachable(law);
  }
}

const mean: Label = { en: 'the mean', zh: '均值' };

/** Largest mean of a Poisson law: its table has about 14 standard deviations of entries. */
const poissonMeanMax = 1_000_000;

const erlangMax = 1_000_000;

/** Bounds of cv within which every law is tabulated well and quickly. */
const cvMin = 0.001;
const cvMax = 100;

function betaMistake(law: Extract<Law, { kind: 'beta' }>): Label | undefined {
  const plain =
    mustBeFinite(verbatim('min'), law.min) ??
    mustBeFinite(verbatim('max'), law.max) ??
    mustBeFinite(mean, law.mean) ??
    mustBePositive(verbatim('sd'), law.sd);
  if (plain !== undefined) return plain;
  if (law.min >= law.max)
    return {
      en: `min must be below max ${law.max}, found ${law.min}`,
      zh: `min 须小于 max ${law.max}，现为 ${law.min}`,
    };
  if (law.mean <= law.min || law.mean >= law.max) {
    return {
      en: `the mean must lie between min ${law.min} and max ${law.max}, found ${law.mean}`,
      zh: `均值须在 min ${law.min} 与 max ${law.max} 之间，现为 ${law.mean}`,
    };
  }
  const { alpha, beta } = betaShapes(law);
  const sdMax = Math.sqrt((law.mean - law.min) * (law.max - law.mean));
  if (!(Math.min(alpha, beta) >= betaShapeMin))
    return {
      en: `sd must be well below ${sdMax}, the sd of a coin toss between min and max, found ${law.sd}`,
      zh: `sd 须远小于 ${sdMax}（在 min 与 max 间抛硬币的 sd），现为 ${law.sd}`,
    };
  if (Math.max(alpha, beta) > betaShapeMax)
    return {
      en: `sd is too small for a law from ${law.min} to ${law.max}, found ${law.sd}`,
      zh: `对 ${law.min} 至 ${law.max} 的分布，sd 过小，现为 ${law.sd}`,
    };
  return undefined;
}

/** Shapes of beta laws within which the tables hold. */
const betaShapeMin = 0.1;
const betaShapeMax = 100_000;

function mixtureMistake(law: Extract<Law, { kind: 'mixture' }>): Label | undefined {
  if (law.parts.length === 0) return { en: 'there must be at least one part, found none', zh: '至少须有一部分，现无' };
  for (const [index, { share, of }] of law.parts.entries()) {
    if (!(share >= 0 && share <= 1))
      return {
        en: `the share of part ${index + 1} must lie between 0 and 1, found ${share}`,
        zh: `第 ${index + 1} 部分的比例须在 0 与 1 之间，现为 ${share}`,
      };
    const wrong = lawMistake(of);
    if (wrong !== undefined) return { en: `part ${index + 1}: ${wrong.en}`, zh: `第 ${index + 1} 部分：${wrong.zh}` };
  }
  const sum = law.parts.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) <= 1e-9
    ? undefined
    : { en: `the shares must sum to 1, found ${sum}`, zh: `各比例之和须为 1，现为 ${sum}` };
}

function mustBeFinite(what: Label, found: number): Label | undefined {
  return Number.isFinite(found)
    ? undefined
    : { en: `${what.en} must be a number, found ${found}`, zh: `${what.zh} 须为数字，现为 ${found}` };
}

function mustBePositive(what: Label, found: number): Label | undefined {
  return (
    mustBeFinite(what, found) ??
    (found > 0
      ? undefined
      : { en: `${what.en} must be above 0, found ${found}`, zh: `${what.zh} 须大于 0，现为 ${found}` })
  );
}

function mustNotBeExtreme(cv: number): Label | undefined {
  return cv >= cvMin && cv <= cvMax
    ? undefined
    : {
        en: `cv must lie between ${cvMin} and ${cvMax}, found ${cv}`,
        zh: `cv 须在 ${cvMin} 与 ${cvMax} 之间，现为 ${cv}`,
      };
}

function mustBeInOrder({ min, max }: { readonly min: number; readonly max: number }): Label | undefined {
  return min <= max
    ? undefined
    : { en: `min must not exceed max ${max}, found ${min}`, zh: `min 不能大于 max ${max}，现为 ${min}` };
}
