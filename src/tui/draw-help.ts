import { wordsOf, wrapped, type Language, type Words } from '../report/index.ts';
import { narrowGlyphs, type Glyphs } from './drawing/glyphs.ts';
import { beside, fitLine, lineOf, type Line, type Room } from './drawing/line.ts';
import { keyTable, type Context, type KeyRow } from './keys.ts';
import { shellWords } from './words.ts';

/** The help: where one is, and in which language. */
interface Help {
  readonly context: Context;
  readonly language: Language;
}

/** The keys that work everywhere and those of a place in two columns, and how to read what is shown; from line `from` on. */
export function drawHelp(
  { from, ...help }: Help & { readonly from: number },
  { width, height, glyphs }: Room & { readonly glyphs: Glyphs },
): readonly Line[] {
  const lines = helpLines(help, width, glyphs);
  const top = Math.max(0, Math.min(from, lines.length - height));
  const below = lines.length - top - height;
  const more = `   ${glyphs.ellipsis} ${shellWords(help.language).moreLines(below + 1)}`;
  const shown =
    below > 0 ? [...lines.slice(top, top + height - 1), lineOf(more, 'dim')] : lines.slice(top, top + height);
  return shown.map((line) => fitLine(line, width));
}

/** The greatest number of lines that can be above the window. */
export function helpLast(help: Help, { width, height }: Room): number {
  return Math.max(0, helpLines(help, width, narrowGlyphs).length - height);
}

function helpLines({ context, language }: Help, width: number, glyphs: Glyphs): readonly Line[] {
  const words = wordsOf(language);
  const own = shellWords(language);
  const [start, inner, end] = glyphs.whisker;
  const marks = [
    [glyphs.pointer, own.marksHelp.chosen],
    [glyphs.mark, own.marksHelp.marked],
    ['!', own.marksHelp.alarm],
  ].flatMap(([mark = '', meaning = '']): Line => [...lineOf(mark, 'accent'), ...lineOf(` ${meaning}   `)]);
  const room = Math.max(20, width - indent - leftWidth - 1);
  const reading = [
    `${start}${inner}C${inner}${end} ${words.whiskerHelp}`,
    `27.9 [27.3, 28.6]  ${words.intervalHelp}`,
    words.verdictHelp,
    words.notEqualHelp,
  ].flatMap((text) => wrapped(text, room).map((line) => lineOf(line)));
  const left = [lineOf(own.everywhere, 'strong'), ...keyLines('everywhere', words)];
  const right = [
    lineOf(own.here, 'strong'),
    ...keyLines(context, words),
    [],
    lineOf(own.marks, 'strong'),
    marks,
    [],
    lineOf(words.howToRead, 'strong'),
    ...reading,
  ];
  return beside(left, right, leftWidth).map((line): Line => [...lineOf(' '.repeat(indent)), ...line]);
}

const indent = 3;
const leftWidth = 36;

function keyLines(context: Context, words: Words): readonly Line[] {
  const rows = keyTable.filter((row) => row.context === context);
  const digits = rows.filter((row) => row.command.startsWith('view:')).flatMap((row) => row.keys);
  return [
    // The second line of the screen says which is which.
    ...(digits.length === 0
      ? []
      : [keyLine({ keys: [`${digits.at(0)} .. ${digits.at(-1)}`], label: { en: 'views', zh: '视图' } }, words)]),
    ...rows.filter((row) => !row.command.startsWith('view:')).map((row) => keyLine(row, words)),
  ];
}

function keyLine({ keys, label }: Pick<KeyRow, 'keys' | 'label'>, words: Words): Line {
  return [...fitLine(lineOf(keys.join(' '), 'accent'), 17), ...lineOf(label[words.language])];
}
