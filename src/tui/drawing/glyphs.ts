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
  readonly barEmpty: string;
}

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
  barEmpty: '⠤',
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
  barEmpty: '.',
};
