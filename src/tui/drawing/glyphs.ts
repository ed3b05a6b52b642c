import { asciiPatterns } from '../../report/index.ts';

/** Everything that is drawn and no letter. */
export interface Glyphs {
  /** Whether pictures may be made of braille dots. */
  readonly hasBraille: boolean;
  readonly rule: string;
  readonly upright: string;
  /** Left end, inner part and right end of an interval. */
  readonly whisker: readonly [string, string, string];
  readonly pointer: string;
  /** Stands at what is marked. */
  readonly mark: string;
  /** Where something is reached. */
  readonly milestone: string;
  readonly ellipsis: string;
  /** Stages, in the order of the flow; from the fifth on they begin again. */
  readonly patterns: readonly string[];
  readonly barFull: string;
  /** Ends a bar that is half a cell longer. */
  readonly barHalf: string;
  readonly barEmpty: string;
  /** A vessel that goes to the left. */
  readonly vessel: string;
  /** A unit of a resource that works, one that does not, and a request in its line. */
  readonly busy: string;
  readonly idle: string;
  readonly queued: string;
  /** How much: nothing, then four densities. */
  readonly densities: readonly string[];
  /** Two columns of a line in one cell: the heights of the left and the right one, 0 (nothing) to 4 each. */
  readonly columns: readonly (readonly string[])[];
}

/** Dots of a braille pattern that are set in a column of each height: left, right. */
const dots = [
  [0x00, 0x40, 0x44, 0x46, 0x47],
  [0x00, 0x80, 0xa0, 0xb0, 0xb8],
] as const;

/** One cell wide in every terminal: none of these is of ambiguous width (Unicode, East Asian Width A), which Chinese terminals may draw two cells wide. */
export const narrowGlyphs: Glyphs = {
  hasBraille: true,
  rule: '╌',
  upright: '╎',
  whisker: ['╶', '╌', '╴'],
  pointer: '▸',
  mark: '✓',
  milestone: '◉',
  ellipsis: '⋯',
  patterns: ['░', '⣿', '▚', '⠶'],
  barFull: '⣿',
  barHalf: '⡇',
  barEmpty: '⠤',
  vessel: '◂',
  busy: '◉',
  idle: '◌',
  queued: '⠿',
  densities: [' ', '⠤', '⠶', '⣶', '⣿'],
  columns: dots[0].map((left) =>
    dots[1].map((right) => (left + right === 0 ? ' ' : String.fromCodePoint(0x28_00 + left + right))),
  ),
};

/** For terminals without Unicode. */
export const asciiGlyphs: Glyphs = {
  hasBraille: false,
  rule: '-',
  upright: '|',
  whisker: ['-', '-', '-'],
  pointer: '>',
  mark: '+',
  milestone: 'o',
  ellipsis: '~',
  patterns: asciiPatterns,
  barFull: '#',
  barHalf: ':',
  barEmpty: '.',
  vessel: '<',
  busy: 'o',
  idle: '.',
  queued: '#',
  densities: [' ', '.', ':', '%', '#'],
  // The higher of the two: there is only one column in a cell.
  columns: dots[0].map((_, left) => dots[1].map((__, right) => ' .:|#'.charAt(Math.max(left, right)))),
};
