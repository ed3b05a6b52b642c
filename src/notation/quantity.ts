/** A number as written in a file: decimal, optionally signed or with an exponent. */
export const numberPattern: RegExp = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/u;

/** A number and the words behind it; no number at the start gives nothing. */
export interface Quantity {
  readonly amount: number;
  /** Empty for a bare number. Inner spaces are single. */
  readonly unit: string;
}

/** Splits `1.5 h`, `12 %`, `14 calendar days`, `3` into number and unit. */
export function splitQuantity(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return { amount: value, unit: '' };
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const number = numberPattern.exec(text)?.[0];
  if (number === undefined) return undefined;
  return { amount: Number(number), unit: text.slice(number.length).trim().replaceAll(/\s+/gu, ' ') };
}
