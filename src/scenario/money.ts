import { right } from '../base/index.ts';
import { refuse, type Language, splitQuantity } from '../notation/index.ts';

/** An amount of money in units of its currency (not in cents), 0 to 1e15. */
export interface Money {
  readonly amount: number;
  /** ISO 4217: three capital letters. */
  readonly currency: string;
}

/** Money as `20 CNY`. */
export const readMoney: Language<Money> = (value) => {
  const quantity = splitQuantity(value);
  if (quantity === undefined)
    return refuse('no-money', { en: 'this is no amount of money', zh: '这不是金额' }, { expected: moneyForm });
  const { amount, unit } = quantity;
  if (unit === '')
    return refuse(
      'number-without-unit',
      { en: 'an amount of money needs its currency', zh: '金额需要币种' },
      {
        expected: moneyForm,
        nearest: `${amount} CNY`,
      },
    );
  if (!/^[A-Z]{3}$/u.test(unit)) {
    const upper = unit.toUpperCase();
    return refuse(
      'wrong-unit',
      { en: `"${unit}" is no currency`, zh: `“${unit}”不是币种` },
      {
        expected: moneyForm,
        ...(/^[A-Z]{3}$/u.test(upper) ? { nearest: upper } : {}),
      },
    );
  }
  if (amount < 0 || amount > 1e15)
    return refuse(
      'out-of-range',
      { en: 'this amount is out of range', zh: '数额超出范围' },
      { expected: { en: '0 to 1e15', zh: '0 至 1e15' } },
    );
  return right({ amount, currency: unit });
};

const moneyForm = {
  en: 'a number and a currency in three capital letters, as in 20 CNY',
  zh: '数字加三个大写字母的币种，如 20 CNY',
};
