import { fixed, share, type Unit } from '../../report/index.ts';
import { ticksOf } from './axis.ts';
import type { Glyphs } from './glyphs.ts';
import { fitLines, lineOf, lineOfCells, type Line, type Piece, type Role, type Room } from './line.ts';
import { Dots, dotsAcross, dotsDown } from './dots.ts';

/** Distributions to be drawn: the share of observations that are at most x, by x. */
export interface EcdfData {
  /** The first lies on top. */
  readonly curves: readonly Curve[];
  /** Ends of the axis. */
  readonly domain: readonly [number, number];
  readonly unit: Unit;
  /** Where the reading line stands; none: there is none. */
  readonly reading: number | undefined;
}

/** One distribution. */
export interface Curve {
  readonly letter: string;
  readonly role: Role;
  /** Values that equal steps of the share, from 0 to 1, do not exceed; ascending. */
  readonly quantiles: readonly number[];
  /** The interval of the share at most each quantile; empty: it is not drawn. */
  readonly band: readonly (readonly [number, number])[];
}

/** Cells before the picture: a share and the axis. */
const labelWidth = 9;

/** Dots that are left out where a curve runs flat, by curve: the first is solid. */
const dashes: readonly string[] = ['#', '###.', '#.', '##..', '#...'];

/** Curves of braille dots with their letters on them, over an axis; with letters alone where there is no braille. */
export function drawEcdf(
  data: EcdfData,
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const plot: Room = { width: plotWidthOf(width), height: Math.max(1, height - 1) };
  const cells = glyphs.hasBraille ? brailleCells(data, plot) : letterCells(data, plot);
  const reading = data.reading === undefined ? -1 : columnOf(data.reading, data.domain, plot.width);
  const lines = [
    ...cells.map((row, at) => [
      ...lineOf(shareLabel(at, plot.height), 'dim'),
      ...lineOf(glyphs.upright, 'dim'),
      ...lineOfCells(
        row.map((cell, column) =>
          column === reading && cell.text === ' ' ? { text: glyphs.upright, role: 'accent' } : cell,
        ),
      ),
    ]),
    lineOf(' '.repeat(labelWidth) + tickLabels(data, plot.width), 'dim'),
  ];
  return fitLines(lines, { width, height });
}

/** Cells of the axis in so many cells. */
export function plotWidthOf(width: number): number {
  return Math.max(1, width - labelWidth - 2);
}

/** The cell of a value on an axis of so many cells; -1 if it lies beyond. */
export function columnOf(value: number, [from, to]: readonly [number, number], width: number): number {
  return value < from || value > to ? -1 : Math.min(width - 1, Math.floor(((value - from) / (to - from)) * width));
}

/** The value in the middle of a cell. */
export function valueOf(column: number, [from, to]: readonly [number, number], width: number): number {
  return from + ((column + 0.5) / width) * (to - from);
}

function brailleCells({ curves, domain }: EcdfData, plot: Room): readonly (readonly Piece[])[] {
  const grid: Room = { width: plot.width * dotsAcross, height: plot.height * dotsDown };
  const dots = new Dots(plot);
  const runs = curves.map((curve) => runsOf(curve.quantiles, stepsOf(curve), domain, grid));
  for (const [at, { role }] of curves.entries()) {
    const dash = dashes[at % dashes.length] ?? '#';
    for (const [x, [top, bottom]] of (runs[at] ?? []).entries())
      for (let y = top; y <= bottom; y++) if (top < bottom || dash[x % dash.length] === '#') dots.set(x, y, role);
  }
  for (const { quantiles, band, role } of curves)
    for (const end of [0, 1] as const)
      for (const [x, [top, bottom]] of band.length === 0
        ? []
        : runsOf(
            quantiles,
            band.map((each) => each[end]),
            domain,
            grid,
          ).entries())
        for (let y = top; y <= bottom; y++) if ((x + y) % 2 === 0) dots.set(x, y, role);
  const cells = Array.from({ length: plot.height }, (_, row) => [...dots.cells(row)]);
  // Where each curve stands in each column of cells: at its left dots.
  const rows = runs.map((run) =>
    Array.from({ length: plot.width }, (_, column) => Math.floor((run[column * dotsAcross]?.[2] ?? 0) / dotsDown)),
  );
  for (const [at, place] of letterPlaces(rows, plot.height).entries()) {
    const curve = curves[at];
    const row = cells[place.row];
    if (curve !== undefined && row !== undefined) row[place.column] = { text: curve.letter, role: curve.role };
  }
  return cells;
}

function letterCells({ curves, domain }: EcdfData, plot: Room): readonly (readonly Piece[])[] {
  const cells = Array.from({ length: plot.height }, () =>
    Array.from({ length: plot.width }, (): Piece => ({ text: ' ', role: 'plain' })),
  );
  for (const curve of curves.toReversed())
    for (const [column, [top, bottom]] of runsOf(curve.quantiles, stepsOf(curve), domain, plot).entries())
      for (let row = top; row <= bottom; row++) {
        const line = cells[row];
        if (line !== undefined) line[column] = { text: curve.letter, role: curve.role };
      }
  return cells;
}

/** Shares from 0 to 1 in equal steps, as many as there are quantiles. */
function stepsOf({ quantiles }: Curve): readonly number[] {
  return quantiles.map((_, step) => (quantiles.length === 1 ? 1 : step / (quantiles.length - 1)));
}

/** Rows that a curve takes in a column of a grid, the first and the last; and the row that it has come to. */
type Run = readonly [top: number, bottom: number, at: number];

/**
 * A curve in each column of a grid: in the row of its share in the middle of the column, and in the rows between that and the
 * row of the column before, so that it has no gaps. The first column begins with what lies below the domain.
 */
function runsOf(
  quantiles: readonly number[],
  shares: readonly number[],
  domain: readonly [number, number],
  grid: Room,
): readonly Run[] {
  let step = -1;
  let before = rowOf(shareBelow(quantiles, shares, domain[0]), grid.height);
  return Array.from({ length: grid.width }, (_, column) => {
    const value = valueOf(column, domain, grid.width);
    while (step + 1 < quantiles.length && (quantiles[step + 1] ?? Infinity) <= value) step++;
    const row = rowOf(between(quantiles, shares, step, value), grid.height);
    const run: Run = row < before ? [row, column === 0 ? before : before - 1, row] : [row, row, row];
    before = Math.min(row, before);
    return run;
  });
}

/** Row of a share, the first is 1 and the last 0. */
function rowOf(part: number, height: number): number {
  return Math.round((1 - part) * (height - 1));
}

/** Share at a value that lies from quantile `step` on and before the next. */
function between(quantiles: readonly number[], shares: readonly number[], step: number, value: number): number {
  const low = quantiles[step];
  const high = quantiles[step + 1];
  const before = shares[step] ?? 0;
  if (low === undefined || high === undefined) return before;
  return before + ((value - low) / (high - low)) * ((shares[step + 1] ?? before) - before);
}

/** Share of what is less than a value. */
function shareBelow(quantiles: readonly number[], shares: readonly number[], value: number): number {
  const next = quantiles.findIndex((each) => each >= value);
  if (next < 0) return shares.at(-1) ?? 0;
  return next === 0 ? 0 : between(quantiles, shares, next - 1, value);
}

/**
 * Where the letters stand, each on its curve: where the other curves are far (up to three rows), and at different heights,
 * the first highest. None touches another; one that has no place is nowhere (column -1).
 */
function letterPlaces(
  rows: readonly (readonly number[])[],
  height: number,
): readonly { readonly column: number; readonly row: number }[] {
  const placed: { column: number; row: number }[] = [];
  for (const [at, own] of rows.entries()) {
    const wanted = ((at + 1) / (rows.length + 1)) * height;
    let best = { column: -1, row: -1 };
    let most = -Infinity;
    for (const [column, row] of own.entries()) {
      if (placed.some((each) => Math.abs(each.column - column) < 3 && Math.abs(each.row - row) < 2)) continue;
      const apart = Math.min(
        3,
        ...rows.map((other, index) => (index === at ? 3 : Math.abs((other[column] ?? 0) - row))),
      );
      const worth = apart - (3 * Math.abs(row - wanted)) / height;
      if (worth > most) [best, most] = [{ column, row }, worth];
    }
    placed.push(best);
  }
  return placed;
}

/** `  100 % `; only rows that stand for a quarter have one, where there is room for quarters. */
function shareLabel(row: number, height: number): string {
  const steps = height >= 9 ? 4 : 2;
  const step = Array.from({ length: steps + 1 }, (_, each) => each).find((each) => rowOf(each / steps, height) === row);
  return `${(step === undefined ? '' : share(step / steps)).padStart(labelWidth - 2)} `;
}

/** Round values under their cells, the unit after the last. */
function tickLabels({ domain, unit }: EcdfData, width: number): string {
  const ticks = ticksOf(domain, { most: Math.max(2, Math.floor(width / 10)), unit });
  const decimals = ticks.every((tick) => Number.isInteger(tick)) ? 0 : 2;
  let text = '';
  for (const tick of ticks) {
    const label = fixed(tick, decimals);
    const start = Math.max(0, columnOf(tick, domain, width) - (label.length > 1 ? 1 : 0));
    if (start < text.length + (text === '' ? 0 : 1)) continue;
    text = text.padEnd(start) + label;
  }
  return `${text} ${unit}`;
}
