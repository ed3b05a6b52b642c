import type { StatutoryFee } from './law-profile.ts';

/** Amount of a fee for a number of days on `base`, in whole units of the currency, cut; 0 where the law does not charge so little. */
export function statutoryFee(fee: StatutoryFee, base: number, days: number): number {
  const amount = Math.floor(fee.ratePerDay * base * days);
  return amount < fee.leastAmount ? 0 : amount;
}
