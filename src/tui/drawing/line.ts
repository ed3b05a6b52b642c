import { cellsOf, fit } from '../../report/index.ts';

/** What a piece of text is, not how it looks: the theme gives it weight and colour, plain output drops it. */
export type Role = 'plain' | 'dim' | 'strong' | 'accent' | 'alarm' | 'inverse' | `series${0 | 1 | 2 | 3 | 4}`;

/** Text of one role. */
export interface Piece {
  readonly text: string;
  readonly role: Role;
}

/** A line of the screen. Every drawer makes its lines exactly as wide as it was asked to. */
export type Line = readonly Piece[];

/** What a drawer draws in. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** A line of one piece. */
export function lineOf(text: string, role: Role = 'plain'): Line {
  return text === '' ? [] : [{ text, role }];
}

/** A line of single cells, those of one role together. */
export function lineOfCells(cells: readonly Piece[]): Line {
  const line: Piece[] = [];
  for (const cell of cells) {
    const last = line.at(-1);
    if (last?.role === cell.role) line[line.length - 1] = { ...last, text: last.text + cell.text };
    else line.push(...lineOf(cell.text, cell.role));
  }
  return line;
}

/** Width of a line in cells. */
export function widthOf(line: Line): number {
  return line.reduce((sum, piece) => sum + cellsOf(piece.text), 0);
}

/** `line` in exactly `width` cells: cut at its end, or filled with spaces. */
export function fitLine(line: Line, width: number, align: 'left' | 'right' = 'left'): Line {
  const wide = widthOf(line);
  const space = lineOf(' '.repeat(Math.max(0, width - wide)));
  if (wide <= width) return align === 'right' ? [...space, ...line] : [...line, ...space];
  const kept: Piece[] = [];
  let left = width;
  for (const piece of line) {
    const cells = Math.min(left, cellsOf(piece.text));
    if (cells > 0) kept.push({ ...piece, text: fit(piece.text, { width: cells, ellipsis: '' }) });
    left -= cells;
  }
  return kept;
}

/** `line` in at most `width` cells; where it is cut the ellipsis says so. */
export function cutLine(line: Line, width: number, ellipsis: string): Line {
  if (widthOf(line) <= width) return line;
  return [...fitLine(line, Math.max(0, width - cellsOf(ellipsis))), ...lineOf(ellipsis, 'dim')];
}

/** `lines` in exactly `height` lines of exactly `width` cells: cut at the end, or filled with blank ones. */
export function fitLines(lines: readonly Line[], { width, height }: Room): readonly Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, row) => fitLine(lines[row] ?? [], width));
}

/** Two blocks side by side; the left one is `leftWidth` cells wide. */
export function beside(left: readonly Line[], right: readonly Line[], leftWidth: number): readonly Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...fitLine(left[row] ?? [], leftWidth),
    ...(right[row] ?? []),
  ]);
}

/** Lines as text: what tests and plain output read. */
export function textOf(lines: readonly Line[]): readonly string[] {
  return lines.map((line) => line.map((piece) => piece.text).join(''));
}
