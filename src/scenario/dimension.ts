import { right } from '../base/index.ts';
import { durationOf, refuse, type Read, splitQuantity, type Quantity } from '../notation/index.ts';

/** What the quantities of a law measure, and how one is read. */
export interface Dimension {
  readonly name: 'duration' | 'amount' | 'count';
  /** What may stand where a law of this dimension is asked for. */
  readonly expected: string;
  readonly read: (quantity: Quantity) => Read<number>;
  /** Whether a word is one of its units, where it could also be the name of a parameter (`min`). */
  readonly isUnit: (word: string) => boolean;
  /** A sentence about numbers of this dimension made clear to the reader. */
  readonly say: (sentence: string) => string;
}

/** Times: in minutes. */
export const durations: Dimension = {
  name: 'duration',
  expected: 'a duration as in 4 h, a distribution as in lognormal(mean 4 h cv 0.7), or a mixture',
  read: durationOf,
  isUnit: (word) => word === 'min',
  say: (sentence) => `${sentence} (in minutes)`,
};

/** Whole numbers of consignments, 0 to a million. */
export const counts: Dimension = {
  name: 'count',
  expected: 'a whole number, poisson(40), geometric(mean 4) or a mixture',
  read({ amount, unit }) {
    if (unit !== '') return refuse('wrong-unit', `a count has no unit "${unit}"`, { expected: 'a plain number' });
    return amount >= 0 && amount <= 1e6
      ? right(amount)
      : refuse('out-of-range', 'this count is out of range', { expected: '0 to 1000000' });
  },
  isUnit: () => false,
  say: (sentence) => sentence,
};

/** Amounts of one unit, money above all: 0 to 1e15. The first quantity of the law says which unit. */
export function amountsIn(unit: string): Dimension {
  return {
    name: 'amount',
    expected: 'an amount as in 300000 CNY, a distribution as in lognormal(mean 300000 CNY cv 1.5), or a mixture',
    read(quantity) {
      if (quantity.unit === '')
        return refuse('number-without-unit', 'an amount needs a unit', {
          expected: 'a unit such as CNY or kg, as in 300000 CNY',
        });
      if (quantity.unit === '%')
        return refuse('wrong-unit', '"%" is no unit of an amount', {
          expected: 'a unit such as CNY or kg, as in 300000 CNY',
        });
      if (quantity.unit !== unit)
        return refuse('wrong-unit', `"${quantity.unit}" does not go with ${unit}`, { expected: unit });
      return quantity.amount >= 0 && quantity.amount <= 1e15
        ? right(quantity.amount)
        : refuse('out-of-range', 'this amount is out of range', { expected: '0 to 1e15' });
    },
    isUnit: (word) => word === unit,
    say: (sentence) => `${sentence} (in ${unit})`,
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
