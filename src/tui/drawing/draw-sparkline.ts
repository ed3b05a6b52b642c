import type { Glyphs } from './glyphs.ts';
import { fitLine, lineOf, type Line } from './line.ts';

/**
 * A course as columns of four heights, two a cell, the greatest in full: what is above 0 is seen, NaN is a gap. Where there are
 * more values than columns, each column is the mean of its part of them.
 */
export function drawSparkline(
  values: readonly number[],
  { width, glyphs }: { readonly width: number; readonly glyphs: Glyphs },
): Line {
  const shown = partsOf(values, 2 * width).map(meanOf);
  const full = shown.reduce((most, each) => (each > most ? each : most), 0);
  const heightOf = (value = Number.NaN): number => (value > 0 ? Math.max(1, Math.round((value / full) * 4)) : 0);
  const cells = Array.from(
    { length: Math.ceil(shown.length / 2) },
    (_, cell) => glyphs.columns[heightOf(shown[2 * cell])]?.[heightOf(shown[2 * cell + 1])] ?? '',
  );
  return fitLine(lineOf(cells.join('')), width);
}

/** At most so many parts, of equal length but for one. */
function partsOf(values: readonly number[], most: number): readonly (readonly number[])[] {
  const count = Math.min(values.length, most);
  const begin = (part: number): number => Math.floor((part * values.length) / count);
  return Array.from({ length: count }, (_, part) => values.slice(begin(part), begin(part + 1)));
}

/** The mean of the values that are known; NaN where none is. */
function meanOf(values: readonly number[]): number {
  const known = values.filter((each) => !Number.isNaN(each));
  return known.reduce((sum, each) => sum + each, 0) / known.length;
}
