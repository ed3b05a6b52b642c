import type { Words } from '../report/index.ts';
import type { Glyphs } from './glyphs.ts';
import { keyTable, type Context, type KeyRow } from './keys.ts';
import { beside, fitLine, lineOf, type Line, type Room } from './line.ts';

/** The keys of the comparison in two columns, and how to read what it shows. */
export function drawHelp({
  width,
  height,
  words,
  glyphs,
}: Room & { readonly words: Words; readonly glyphs: Glyphs }): readonly Line[] {
  const [start, inner, end] = glyphs.whisker;
  const left = [
    lineOf(words.everywhere, 'strong'),
    ...keyLines('everywhere', words),
    [],
    lineOf(words.marks, 'strong'),
    lineOf(`${glyphs.pointer} ${words.marksHelp}`),
  ];
  const right = [lineOf(words.inCompare, 'strong'), ...keyLines('compare', words)];
  const columns = beside(left, right, 36).map((line): Line => [...lineOf('   '), ...line]);
  const reading = [
    lineOf(words.howToRead, 'strong'),
    lineOf(`${start}${inner}C${inner}${end} ${words.whiskerHelp}`),
    lineOf(`27.9 [27.3, 28.6]  ${words.intervalHelp}`),
    lineOf(words.verdictHelp),
    lineOf(words.notEqualHelp),
  ].map((line): Line => [...lineOf('   '), ...line]);
  return [...columns, [], ...reading].slice(0, height).map((line) => fitLine(line, width));
}

function keyLines(context: Context, words: Words): readonly Line[] {
  return keyTable.filter((row) => row.context === context).map((row) => keyLine(row, words));
}

function keyLine({ keys, label }: KeyRow, words: Words): Line {
  return [...fitLine(lineOf(keys.join(' '), 'accent'), 11), ...lineOf(label[words.language])];
}
