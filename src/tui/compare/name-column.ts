import { cellsOf, fit, type CompareRow } from '../../report/index.ts';
import type { Cell, Column } from '../drawing/draw-table.ts';
import type { Glyphs } from '../drawing/glyphs.ts';
import { lineOf } from '../drawing/line.ts';

/** A column, with what it says of each row. */
export interface RowColumn extends Column {
  readonly cell: (row: CompareRow, at: number) => Cell;
}

/** The names of scenarios in at most `most` cells, cut in the middle where they must be. */
export function nameColumn(
  head: string,
  rows: readonly CompareRow[],
  { glyphs, most }: { glyphs: Glyphs; most: number },
): RowColumn {
  const longest = Math.max(17, ...rows.map((row) => cellsOf(row.name)));
  return {
    head: lineOf(head, 'dim'),
    subhead: [],
    align: 'left',
    rank: 0,
    least: Math.max(12, cellsOf(head)),
    natural: Math.max(Math.min(longest, most), cellsOf(head)),
    cell: (row) => (cells) => lineOf(fit(row.name, { width: cells, cut: 'middle', ellipsis: glyphs.ellipsis })),
  };
}
