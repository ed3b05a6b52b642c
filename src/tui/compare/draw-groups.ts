import { alignPoints, fixed, signed } from '../../report/index.ts';
import type { Around } from '../place.ts';
import type { CompareDrawing } from './compare-drawing.ts';
import { drawTable, withoutSubhead, type Column } from '../drawing/draw-table.ts';
import { lineOf, type Line } from '../drawing/line.ts';

/** Means by levels of attributes: the base, and the chosen scenario beside it. */
export function drawGroups({ view, rows, chosen }: CompareDrawing, around: Around): readonly Line[] {
  const { indicator } = view;
  const base = view.rows.find((row) => row.isBase) ?? rows[0];
  if (base === undefined || chosen === undefined) return [];
  const isOther = chosen !== base;
  const { decimalsMax } = indicator.scale;
  const own = alignPoints(chosen.groups.map((group) => fixed(group.mean, decimalsMax)));
  const before = alignPoints(base.groups.map((group) => fixed(group.mean, decimalsMax)));
  const change = alignPoints(
    chosen.groups.map((group, at) => signed(group.mean - (base.groups[at]?.mean ?? Number.NaN), decimalsMax)),
  );
  return withoutSubhead(
    drawTable(
      {
        columns: [
          { ...column(around.words.byGroup(indicator.full, indicator.scale.unit)), align: 'left', least: 12 },
          column(base.letter),
          ...(isOther ? [column(chosen.letter), column(around.words.difference)] : []),
        ],
        rows: chosen.groups.map((group, at) => ({
          id: String(at),
          letter: [],
          cells: [group.label, before[at] ?? '', ...(isOther ? [own[at] ?? '', change[at] ?? ''] : [])].map((text) =>
            lineOf(text),
          ),
        })),
        chosen: undefined,
      },
      { ...around, height: around.height + 1 },
    ),
  );
}

function column(head: string): Column {
  return { head: lineOf(head, 'dim'), subhead: [], align: 'right', rank: 0 };
}
