import { cellsOf, type ComingView } from '../../report/index.ts';
import { drawTable, withoutSubhead } from './draw-table.ts';
import type { Glyphs } from './glyphs.ts';
import { lineOf, type Line, type Room } from './line.ts';

/** Heads of the list of what can come. */
export interface ComingHeads {
  readonly comes: string;
  readonly leads: string;
  readonly when: string;
  readonly range: string;
}

/** What can come, the chosen one with the pointer: its name, where it leads, when it is expected, and where there is room from when to when it may. */
export function drawComing(
  {
    coming,
    chosen,
    heads,
  }: { readonly coming: readonly ComingView[]; readonly chosen: number; readonly heads: ComingHeads },
  room: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const rows = Math.max(0, room.height - 1);
  const first = Math.min(Math.max(0, chosen - rows + 1), Math.max(0, coming.length - rows));
  // What comes is rather told in full than where it leads.
  const told = Math.min(40, Math.max(...coming.map(({ what }) => cellsOf(what))));
  const column = (head: string, rank: number, least?: number) =>
    ({
      head: lineOf(head, 'dim'),
      subhead: [],
      align: 'left',
      rank,
      ...(least === undefined ? {} : { least }),
    }) as const;
  const table = drawTable(
    {
      columns: [
        column(heads.comes, 0, told),
        column(heads.when, 0),
        column(heads.leads, 1, 16),
        column(heads.range, 2),
      ],
      rows: coming.slice(first, first + rows).map(({ what, leads, when, range, isDeadline }, at) => ({
        id: String(first + at),
        letter: isDeadline ? lineOf('!', 'alarm') : [],
        cells: [
          lineOf(what, first + at === chosen ? 'strong' : 'plain'),
          lineOf(when),
          lineOf(leads),
          lineOf(range, 'dim'),
        ],
      })),
      chosen: String(chosen),
    },
    { ...room, height: room.height + 1 },
  );
  return withoutSubhead(table);
}
