import type { Figure } from '../../report/index.ts';
import type { Axis } from './axis.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line, Piece, Role } from './line.ts';

/** An estimate with its interval on an axis; nothing but the line of zero before it is known. */
export interface Whisker {
  readonly letter: string;
  readonly role: Role;
  readonly figure: Figure | undefined;
}

/** `  ╶╌C╌╴      ╎`: the letter is the estimate, drawn alone where the interval is narrower than a cell and a half. */
export function drawWhisker({ letter, role, figure }: Whisker, { axis, glyphs }: { axis: Axis; glyphs: Glyphs }): Line {
  const pieces: Piece[] = Array.from({ length: axis.width }, () => ({ text: ' ', role: 'plain' }));
  const draw = (at: number, text: string, as: Role): void => {
    if (at >= 0 && at < pieces.length) pieces[at] = { text, role: as };
  };
  draw(axis.cellOf(0), glyphs.upright, 'dim');
  if (figure !== undefined) {
    const [low, high] = figure.interval ?? [figure.value, figure.value];
    const [from, to] = [axis.cellOf(low), axis.cellOf(high)];
    if (high - low >= 1.5 * axis.perCell) {
      const [start, inner, end] = glyphs.whisker;
      for (let at = from; at <= to; at++) draw(at, at === from ? start : at === to ? end : inner, role);
    }
    draw(axis.cellOf(figure.value), letter, role);
  }
  return joined(pieces);
}

/** Neighbours of one role as one piece. */
function joined(pieces: readonly Piece[]): Line {
  const line: Piece[] = [];
  for (const piece of pieces) {
    const last = line.at(-1);
    if (last !== undefined && last.role === piece.role)
      line[line.length - 1] = { text: last.text + piece.text, role: last.role };
    else line.push(piece);
  }
  return line;
}
