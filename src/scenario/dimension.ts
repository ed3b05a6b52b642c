import { right, type Label, verbatim } from '../base/index.ts';
import { durationOf, refuse, type Read, splitQuantity, type Quantity } from '../notation/index.ts';

/** What the quantities of a law measure, and how one is read. */
export interface Dimension {
  readonly name: Label;
  readonly isCount: boolean;
  /** What may stand where a law of this dimension is asked for. */
  readonly expected: Label;
  readonly read: (quantity: Quantity) => Read<number>;
  /** Whether a word is one of its units, where it could also be the name of a parameter (`min`). */
  readonly isUnit: (word: string) => boolean;
  /** A sentence about numbers of this dimension made clear to the reader. */
  readonly say: (sentence: Label) => Label;
}

/** Times: in minutes. */
export const durations: Dimension = {
  name: { en: 'duration', zh: '时长' },
  isCount: false,
  expected: {
    en: 'a duration as in 4 h, a distribution as in lognormal(mean 4 h cv 0.7), or a mixture',
    zh: '时长如 4 h，分布如 lognormal(mean 4 h cv 0.7)，或混合分布',
  },
  read: durationOf,
  isUnit: (word) => word === 'min',
  say: ({ en, zh }) => ({ en: `${en} (in minutes)`, zh: `${zh}（以分钟计）` }),
};

/** Whole numbers of consignments, 0 to a million. */
export const counts: Dimension = {
  name: { en: 'count', zh: '票数' },
  isCount: true,
  expected: {
    en: 'a whole number, poisson(40), geometric(mean 4) or a mixture',
    zh: '整数、poisson(40)、geometric(mean 4) 或混合分布',
  },
  read({ amount, unit }) {
    if (unit !== '')
      return refuse(
        'wrong-unit',
        { en: `a count has no unit "${unit}"`, zh: `票数没有单位“${unit}”` },
        { expected: { en: 'a plain number', zh: '不带单位的数字' } },
      );
    return amount >= 0 && amount <= 1e6
      ? right(amount)
      : refuse(
          'out-of-range',
          { en: 'this count is out of range', zh: '票数超出范围' },
          { expected: { en: '0 to 1000000', zh: '0 至 1000000' } },
        );
  },
  isUnit: () => false,
  say: (sentence) => sentence,
};

/** Amounts of one unit, money above all: 0 to 1e15. The first quantity of the law says which unit. */
export function amountsIn(unit: string): Dimension {
  return {
    name: { en: 'amount', zh: '数额' },
    isCount: false,
    expected: {
      en: 'an amount as in 300000 CNY, a distribution as in lognormal(mean 300000 CNY cv 1.5), or a mixture',
      zh: '数额如 300000 CNY，分布如 lognormal(mean 300000 CNY cv 1.5)，或混合分布',
    },
    read(quantity) {
      if (quantity.unit === '')
        return refuse(
          'number-without-unit',
          { en: 'an amount needs a unit', zh: '数额需要单位' },
          {
            expected: { en: 'a unit such as CNY or kg, as in 300000 CNY', zh: '单位如 CNY 或 kg，如 300000 CNY' },
          },
        );
      if (quantity.unit === '%')
        return refuse(
          'wrong-unit',
          { en: '"%" is no unit of an amount', zh: '“%”不是数额的单位' },
          {
            expected: { en: 'a unit such as CNY or kg, as in 300000 CNY', zh: '单位如 CNY 或 kg，如 300000 CNY' },
          },
        );
      if (quantity.unit !== unit)
        return refuse(
          'wrong-unit',
          { en: `"${quantity.unit}" does not go with ${unit}`, zh: `“${quantity.unit}”与 ${unit} 不能并用` },
          { expected: verbatim(unit) },
        );
      return quantity.amount >= 0 && quantity.amount <= 1e15
        ? right(quantity.amount)
        : refuse(
            'out-of-range',
            { en: 'this amount is out of range', zh: '数额超出范围' },
            { expected: { en: '0 to 1e15', zh: '0 至 1e15' } },
          );
    },
    isUnit: (word) => word === unit,
    say: ({ en, zh }) => ({ en: `${en} (in ${unit})`, zh: `${zh}（以 ${unit} 计）` }),
  };
}

/** The unit of the first quantity in a law; empty if it names none. */
export function unitOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(unitOf).find((unit) => unit !== '') ?? '';
  if (typeof value === 'object' && value !== null) return 'of' in value ? unitOf(value.of) : '';
  if (typeof value !== 'string') return '';
  const quantity = splitQuantity(value);
  if (quantity !== undefined) return quantity.unit;
  return /\d\s*([^\s\d,).%]+)/u.exec(value)?.[1] ?? '';
}
