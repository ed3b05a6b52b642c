import type { Interval } from '../experiment/index.ts';

/** Unit of durations in a column. */
export type Unit = 'h' | 'min';

/** How durations (given in hours) are written in a column: all in one unit. */
export interface Scale {
  readonly unit: Unit;
  /** Most decimals a figure may have. */
  readonly decimalsMax: number;
}

/** A figure to write: `interval` decides how many decimals it deserves. */
export interface Figure {
  readonly value: number;
  readonly interval: Interval;
}

/** Stands for a figure that is missing or undefined. */
export const missing = '-';

/** The scale of a column by its largest entry: minutes below 10 min, else hours; one decimal, two where all are below 10. */
export function scaleOf(hours: readonly number[]): Scale {
  const most = hours.reduce((max, each) => (Number.isFinite(each) ? Math.max(max, Math.abs(each)) : max), 0);
  const unit = most > 0 && most < 1 / 6 ? 'min' : 'h';
  return { unit, decimalsMax: scaled(most, unit) >= 10 || most === 0 ? 1 : 2 };
}

/** Hours in the unit of a scale. */
export function scaled(hours: number, unit: Unit): number {
  return unit === 'min' ? hours * 60 : hours;
}

/** A figure and the ends of its interval in the unit of a scale. */
export function scaledFigure({ value, interval }: Figure, unit: Unit): Figure {
  return {
    value: scaled(value, unit),
    interval: interval === null ? null : [scaled(interval[0], unit), scaled(interval[1], unit)],
  };
}

/**
 * Decimals that the shorter half of an interval supports: two significant digits of it when it begins with 100 to 354,
 * else one (rule of the Particle Data Group, Review of Particle Physics, 5.3); at most `decimalsMax`, which is also
 * what a figure without interval gets.
 */
export function decimalsOf(figure: Figure, decimalsMax: number): number {
  return Math.min(decimalsMax, supportedBy(figure));
}

/**
 * The same for a difference. An interval that leaves out zero is seen to do so: it gets the decimals of the first digit of its end
 * next to zero, and one more where its half supports that.
 */
export function differenceDecimals(figure: Figure, decimalsMax: number): number {
  const decimals = decimalsOf(figure, decimalsMax);
  const [low, high] = figure.interval ?? [0, 0];
  const near = Math.min(Math.abs(low), Math.abs(high));
  // Below a billionth it is the noise of sums, not a difference.
  if (!(low * high > 0) || near < 1e-9 || Number(near.toFixed(decimals)) > 0) return decimals;
  const needed = -exponentOf(near, 0);
  return Math.max(needed, Math.min(supportedBy(figure), needed + 1));
}

/** Decimals that the shorter half of an interval supports; as many as one likes where there is none. */
function supportedBy({ value, interval }: Figure): number {
  const half = interval === null ? 0 : Math.min(value - interval[0], interval[1] - value);
  if (!(half > 0) || !Number.isFinite(half)) return Infinity;
  const significant = Number(half.toExponential(2).split('e')[0]) < 3.55 ? 2 : 1;
  return Math.max(0, significant - 1 - exponentOf(half, 2));
}

/** The power of ten of the first digit, once rounded to so many digits behind it. */
function exponentOf(value: number, digits: number): number {
  return Number(value.toExponential(digits).split('e')[1]);
}

/** `value` with so many decimals; a zero has no sign; what is not a number is `-`. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return missing;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A difference: with its sign, a zero without. */
export function signed(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return Number(text) > 0 ? `+${text}` : text;
}

/** `[34.2, 35.6]`; empty where there is no interval. */
export function intervalText(interval: Interval, decimals: number): string {
  return interval === null ? '' : `[${fixed(interval[0], decimals)}, ${fixed(interval[1], decimals)}]`;
}

/** Figures under each other: `texts` filled with spaces so that their decimal points stand in one column. */
export function alignPoints(texts: readonly string[]): string[] {
  const parts = texts.map((text) => {
    const point = text.indexOf('.');
    return point < 0 ? { whole: text, rest: '' } : { whole: text.slice(0, point), rest: text.slice(point) };
  });
  const whole = Math.max(0, ...parts.map((part) => part.whole.length));
  const rest = Math.max(0, ...parts.map((part) => part.rest.length));
  return parts.map((part) => part.whole.padStart(whole) + part.rest.padEnd(rest));
}

/** The smallest of 1, 2, 2.5 or 5 times a power of ten that is at least `wanted`; 1 for what is as good as 0. */
export function roundStep(wanted: number): number {
  if (!(wanted > 1e-9)) return 1;
  const [digits = '1', exponent = '0'] = wanted.toExponential().split('e');
  const round = [1, 2, 2.5, 5, 10].find((each) => each >= Number(digits)) ?? 10;
  return Number(`${round}e${exponent}`);
}

/** A share (0..1) in %: one decimal below 1 % and near 100 %; `0 %` and `100 %` only when exact. */
export function share(value: number): string {
  if (!Number.isFinite(value)) return missing;
  if (value === 0 || value === 1) return `${value * 100} %`;
  if (value > 0 && value < 0.001) return '< 0.1 %';
  if (value > 0.999 && value < 1) return '> 99.9 %';
  const percent = value * 100;
  return `${fixed(percent, percent < 1 || (percent >= 99.5 && percent < 100) ? 1 : 0)} %`;
}

/** A relative precision (0..1) in % with one decimal: `2.8 %`. */
export function precisionText(value: number | null): string {
  return value === null ? missing : `${fixed(value * 100, 1)} %`;
}

/** A count, grouped by thousands: `9,120,400`. */
export function count(value: number): string {
  return grouped(fixed(value, 0));
}

/** An amount of money: `CNY 2,500`; below 100 with two decimals. */
export function money(amount: number, currency: string): string {
  return `${currency} ${grouped(fixed(amount, Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0))}`;
}

function grouped(digits: string): string {
  const [whole = '', ...rest] = digits.split('.');
  return [whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}
