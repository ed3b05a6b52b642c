import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawTable, withoutSubhead } from '../drawing/draw-table.ts';
import { estimateTexts } from '../drawing/estimate-texts.ts';
import { lineOf, type Line } from '../drawing/line.ts';
import { nameColumn, type RowColumn } from './name-column.ts';
import { seriesOf } from '../drawing/series.ts';

/** How late it may get: quantiles of the indicator with their intervals; the middle one goes first where there is no room. */
export function drawQuantiles({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { indicator } = view;
  const columns = [
    nameColumn(`${indicator.full}${around.words.punctuation.comma}${indicator.scale.unit}`, rows, {
      glyphs: around.glyphs,
      most: 22,
    }),
    ...[
      { head: 'p50', rank: 1 },
      { head: 'p90', rank: 3 },
      { head: 'p95', rank: 2 },
    ].map(({ head, rank }, quantile): RowColumn => {
      const texts = estimateTexts(
        rows.map((row) => row.quantiles[quantile]),
        indicator.scale,
      );
      return { head: lineOf(head, 'dim'), subhead: [], align: 'left', rank, cell: (_, at) => lineOf(texts[at] ?? '') };
    }),
  ];
  const table = drawTable(
    {
      columns,
      rows: rows.map((row, at) => ({
        id: row.scenario,
        letter: lineOf(row.letter, seriesOf(row.letter)),
        cells: columns.map((column) => column.cell(row, at)),
      })),
      chosen: chosen?.scenario,
    },
    { ...around, height: around.height + 1 },
  );
  return withoutSubhead(table);
}
