import { fixed, roundStep, type Unit } from '../../report/index.ts';

/** A scale of numbers on cells. */
export interface Axis {
  readonly width: number;
  /** What one cell stands for, above 0. */
  readonly perCell: number;
  /** The cell of a value, 0..width-1; a value beyond the axis is at its end. */
  readonly cellOf: (value: number) => number;
  /** Round numbers on the axis, from left to right. */
  readonly ticks: readonly number[];
}

/**
 * An axis that holds all of `values` and zero, on `width` cells. Its ends are round numbers, so that it keeps still while
 * the values move a little; what lies less than a quarter of a step beyond a round number asks for no further step.
 */
export function axisOf(values: readonly number[], width: number): Axis {
  const known = values.filter((value) => Number.isFinite(value));
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const step = roundStep((high - low) / Math.max(1, Math.floor(width / 7)));
  const first = Math.min(0, Math.floor(low / step + 0.25));
  const last = Math.max(0, Math.ceil(high / step - 0.25));
  const from = (first - 0.35) * step;
  const perCell = ((last - first + 0.7) * step) / Math.max(1, width - 1);
  return {
    width,
    perCell,
    cellOf: (value) => Math.min(width - 1, Math.max(0, Math.round((value - from) / perCell))),
    ticks: Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step),
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
    cells.splice(start, label.length, ...label.split(''));
  }
  return cells.join('');
}

/** Round values within a domain, at most `most` and one: hours above a few are cut as the clock and the week cut them. */
export function ticksOf(
  [from, to]: readonly [number, number],
  { most, unit }: { readonly most: number; readonly unit: Unit },
): readonly number[] {
  const wanted = (to - from) / most;
  const step =
    (unit === 'h' && wanted > 2 ? clockSteps.find((each) => each >= wanted) : undefined) ?? roundStep(wanted);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (first + at) * step);
}

/** Hours: quarters of a day, days, weeks. */
const clockSteps: readonly number[] = [3, 6, 12, 24, 48, 72, 96, 168, 336, 672];
