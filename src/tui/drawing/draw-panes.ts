import { beside, fitLines, type Line, type Room } from './line.ts';

/** How a body is divided: cells of the left panes and lines of the upper ones, where there are that many. */
export interface Panes {
  readonly left: number;
  readonly upper: number;
  /** Of the lower row; default: as above. */
  readonly lowerLeft?: number;
  /** Blank lines between the rows; default: none. */
  readonly gap?: number;
}

/** One picture, two side by side, or two by two, each in a room of its own. */
export function drawPanes<Picture>(
  [first, second, third, fourth]: readonly Picture[],
  draw: (picture: Picture, room: Room) => readonly Line[],
  { width, height, left, upper, lowerLeft = left, gap = 0 }: Room & Panes,
): readonly Line[] {
  const drawn = (picture: Picture | undefined, room: Room): readonly Line[] =>
    picture === undefined ? [] : fitLines(draw(picture, room), room);
  const row = (pictures: readonly (Picture | undefined)[], cells: number, lines: number): readonly Line[] =>
    beside(
      drawn(pictures[0], { width: cells, height: lines }),
      drawn(pictures[1], { width: width - cells, height: lines }),
      cells,
    );
  if (second === undefined) return drawn(first, { width, height });
  if (third === undefined) return row([first, second], left, height);
  return [
    ...row([first, second], left, upper),
    ...Array.from({ length: gap }, (): Line => []),
    ...row([third, fourth], lowerLeft, height - upper - gap),
  ];
}
