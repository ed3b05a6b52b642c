import { fixed } from '../report/index.ts';

/** A scale of numbers on cells. */
export interface Axis {
  readonly width: number;
  /** What one cell stands for, above 0. */
  readonly perCell: number;
  /** The cell of a value; outside 0..width-1 for values beyond the axis. */
  readonly cellOf: (value: number) => number;
  /** Round numbers on the axis, from left to right. */
  readonly ticks: readonly number[];
}

/** An axis that holds all of `values` and zero, on `width` cells. */
export function axisOf(values: readonly number[], width: number): Axis {
  const known = values.filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const margin = high > low ? 0.06 * (high - low) : 1;
  const from = low - margin;
  const perCell = Math.max((high - low + 2 * margin) / Math.max(1, width - 1), Number.MIN_VALUE);
  return {
    width,
    perCell,
    cellOf: (value) => Math.round((value - from) / perCell),
    ticks: ticksOf({ low, high, count: Math.max(1, Math.floor(width / 7)) }),
  };
}

/** The ticks of an axis as text, each label ending in the cell of its tick; labels that would touch are left out, zero never. */
export function drawTicks(axis: Axis): string {
  const step = Math.abs((axis.ticks[1] ?? 0) - (axis.ticks[0] ?? 0));
  const decimals = step === 0 || Number.isInteger(step) ? 0 : step >= 0.1 ? 1 : 2;
  const cells = Array.from({ length: axis.width }, () => ' ');
  const ordered = axis.ticks.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  for (const tick of ordered) {
    const label = fixed(tick, decimals);
    const end = axis.cellOf(tick);
    const start = end - label.length + 1;
    const around = cells.slice(Math.max(0, start - 1), end + 2);
    if (start < 0 || end >= axis.width || around.some((cell) => cell !== ' ')) continue;
    for (const [at, digit] of [...label].entries()) cells[start + at] = digit;
  }
  return cells.join('');
}

/** Multiples of a round step (1, 2, 2.5 or 5 times a power of ten) from `low` to `high`, at most `count` and zero. */
function ticksOf({ low, high, count }: { low: number; high: number; count: number }): readonly number[] {
  if (!(high > low)) return [0];
  const [digits = '1', exponent = '0'] = ((high - low) / count).toExponential().split('e');
  const round = [1, 2, 2.5, 5, 10].find((each) => each >= Number(digits)) ?? 10;
  const step = Number(`${round}e${exponent}`);
  const first = Math.ceil(low / step);
  const last = Math.floor(high / step);
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, at) => (first + at) * step);
}
