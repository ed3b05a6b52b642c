import { right } from '../base/index.ts';
import { refuse, type Language } from './language.ts';
import { splitQuantity } from './quantity.ts';

/** A share as `12 %` or `0.12`: 0..1. */
export const readShare: Language<number> = (value) => {
  const quantity = splitQuantity(value);
  if (quantity === undefined)
    return refuse('no-share', { en: 'this is no share', zh: '这不是比例' }, { expected: shareForm });
  const { amount, unit } = quantity;
  if (unit !== '' && unit !== '%')
    return refuse(
      'wrong-unit',
      { en: `"${unit}" is no unit of a share`, zh: `“${unit}”不是比例的单位` },
      { expected: shareForm, nearest: '%' },
    );
  // 0.57 / 100 is not 0.0057 in binary; the nearest number of 15 digits is.
  const share = unit === '%' ? Number((amount / 100).toPrecision(15)) : amount;
  if (share >= 0 && share <= 1) return right(share);
  if (unit === '' && share > 1 && share <= 100) {
    return refuse(
      'out-of-range',
      { en: 'a share without % lies between 0 and 1', zh: '不带 % 的比例应在 0 与 1 之间' },
      {
        expected: shareForm,
        nearest: `${amount} %`,
      },
    );
  }
  return refuse(
    'out-of-range',
    share > 1
      ? { en: 'a share is at most 100 %', zh: '比例最多为 100 %' }
      : { en: 'a share is at least 0 %', zh: '比例至少为 0 %' },
    {
      expected: shareForm,
    },
  );
};

/** Whether a value is written as a share with its sign: `12 %`. */
export function isPercentage(value: unknown): boolean {
  return splitQuantity(value)?.unit === '%';
}

/** What is said when shares do not add up; 1e-9 of slack. */
export function sumMistake(shares: readonly number[]): ReturnType<typeof refuse> | undefined {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return undefined;
  return refuse(
    'shares-sum',
    { en: `the shares sum to ${percent(sum)}`, zh: `各比例之和为 ${percent(sum)}` },
    { expected: { en: 'shares that sum to 100 %', zh: '合计 100 % 的比例' } },
  );
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(10))} %`;
}

const shareForm = { en: 'a share from 0 % to 100 %, as in 12 % or 0.12', zh: '0 % 至 100 % 的比例，如 12 % 或 0.12' };
