import { asciiPatterns } from '../../report/index.ts';

/** Everything that is drawn and no letter. */
export interface Glyphs {
  readonly rule: string;
  readonly upright: string;
  /** Left end, inner part and right end of an interval. */
  readonly whisker: readonly [string, string, string];
  readonly pointer: string;
  /** Stands at what is marked. */
  readonly mark: string;
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
}

/** One cell wide in every terminal: none of these is of ambiguous width (Unicode, East Asian Width A), which Chinese terminals may draw two cells wide. */
export const narrowGlyphs: Glyphs = {
  rule: '╌',
  upright: '╎',
  whisker: ['╶', '╌', '╴'],
  pointer: '▸',
  mark: '✓',
  ellipsis: '⋯',
  patterns: ['░', '⣿', '▚', '⠶'],
  barFull: '⣿',
  barHalf: '⡇',
  barEmpty: '⠤',
  vessel: '◂',
  busy: '◉',
  idle: '◌',
  queued: '⠿',
};

/** For terminals without Unicode. */
export const asciiGlyphs: Glyphs = {
  rule: '-',
  upright: '|',
  whisker: ['-', '-', '-'],
  pointer: '>',
  mark: '+',
  ellipsis: '~',
  patterns: asciiPatterns,
  barFull: '#',
  barHalf: ':',
  barEmpty: '.',
  vessel: '<',
  busy: 'o',
  idle: '.',
  queued: '#',
};
