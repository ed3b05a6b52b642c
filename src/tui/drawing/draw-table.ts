import { fit, fitColumns } from '../../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { cutLine, fitLine, lineOf, widthOf, type Line, type Room } from './line.ts';

/** Text of a cell, or a picture that fills the width it gets. */
export type Cell = Line | ((width: number) => Line);

/** A column, in the order of the screen. */
export interface Column {
  readonly head: Line;
  /** Second line of the head; a text may reach over following columns that have none. */
  readonly subhead: Cell;
  readonly align: 'left' | 'right';
  /** 0 is never left out; where there is no room the highest rank goes first. */
  readonly rank: number;
  /** Least width of a picture, or of a text that may be cut; default: texts are never cut. Heads are not cut either, unless they reach over the next column. */
  readonly least?: number;
  /** Width beyond which it takes no more; default: its longest text, all that is left for a picture. */
  readonly natural?: number;
}

/** A row, as many cells as there are columns. */
export interface Row {
  readonly id: string;
  /** One cell, before the others. */
  readonly letter: Line;
  readonly cells: readonly Cell[];
}

/** A table to be drawn. */
export interface TableData {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Id of the row with the pointer. */
  readonly chosen: string | undefined;
}

/** Cells before the first column: pointer, letter, blank. */
export const margin = 3;

/** Two lines of heads, then the rows as they come, as many as there is height for. */
export function drawTable(
  { columns, rows, chosen }: TableData,
  room: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const all = columns.map((column, at) => ({ ...column, at, width: 0 }));
  const widths = fitColumns(
    all.map(({ head, rank, least, natural, at }) => {
      const headed = isEmpty(columns[at + 1]?.head) ? 0 : widthOf(head);
      const wanted = natural ?? Math.max(...[head, ...rows.map((row) => row.cells[at] ?? [])].map(naturalOf));
      return { natural: Math.max(wanted, headed), least: Math.max(least ?? wanted, headed), rank };
    }),
    { width: room.width - margin, gap },
  );
  const shown = all
    .map((column) => ({ ...column, width: widths[column.at] ?? -1 }))
    .filter((column) => column.width >= 0);
  const { ellipsis } = room.glyphs;
  const heads = (cells: readonly Cell[]): Line =>
    headLine(
      shown.map((column, at) => ({ ...column, cell: cells[at] ?? [] })),
      ellipsis,
    );
  const lines = [
    [...lineOf(' '.repeat(margin)), ...heads(shown.map(({ head }) => head))],
    [...lineOf(' '.repeat(margin)), ...heads(shown.map(({ subhead }) => subhead))],
    ...rows.map((row) => [
      ...(row.id === chosen ? lineOf(room.glyphs.pointer, 'accent') : lineOf(' ')),
      ...fitLine(row.letter, margin - 1),
      ...joined(shown.map((column) => drawCell(row.cells[column.at] ?? [], column, ellipsis))),
    ]),
  ];
  return lines.slice(0, room.height).map((line) => fitLine(line, room.width));
}

/** Text that is cut to its column, with the sign that something is missing. */
export function cutCell(text: string, { ellipsis }: Glyphs, cut: 'middle' | 'end' = 'end'): Cell {
  return (width) => lineOf(fit(text, { width, cut, ellipsis }));
}

/** A table that has no second line of heads. */
export function withoutSubhead(table: readonly Line[]): readonly Line[] {
  return table.filter((_, row) => row !== 1);
}

const gap = 2;

function naturalOf(cell: Cell): number {
  return typeof cell === 'function' ? Infinity : widthOf(cell);
}

interface Placed {
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Heads side by side; a text without room reaches over the empty ones to its right. */
function headLine(heads: readonly (Placed & { readonly cell: Cell })[], ellipsis: string): Line {
  const parts: Line[] = [];
  for (let at = 0; at < heads.length; at++) {
    const head = heads[at];
    if (head === undefined) break;
    let width = head.width;
    while (typeof head.cell !== 'function' && isEmpty(heads[at + 1]?.cell)) width += gap + (heads[++at]?.width ?? 0);
    parts.push(drawCell(head.cell, { width, align: head.align }, ellipsis));
  }
  return joined(parts);
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell !== undefined && typeof cell !== 'function' && cell.length === 0;
}

function drawCell(cell: Cell, { width, align }: Placed, ellipsis: string): Line {
  return fitLine(typeof cell === 'function' ? cell(width) : cutLine(cell, width, ellipsis), width, align);
}

function joined(parts: readonly Line[]): Line {
  return parts.flatMap((part, at) => (at === 0 ? part : [...lineOf(' '.repeat(gap)), ...part]));
}
