import type { Words } from '../../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { lineOf, type Line } from './line.ts';

/** `⋯ and 5 more`: so many have no room; no line where all have. */
export function moreLine(
  hidden: number,
  { words, glyphs }: { readonly words: Words; readonly glyphs: Glyphs },
): readonly Line[] {
  return hidden === 0 ? [] : [lineOf(`   ${glyphs.ellipsis} ${words.more(hidden)}`, 'dim')];
}
