import { cellsOf, fit, lettersOf } from './cells.ts';
import { fitColumns } from './fit-columns.ts';

/** A table of ready texts, for files and pipes. */
export interface Table {
  readonly heading: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table. */
export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** 0 is never left out; where the width does not suffice the highest rank goes first. */
  readonly rank: number;
  /** Cells below which the column is rather left out than cut; default: it is never cut. */
  readonly least?: number;
}

/** Tables with a title and notes: what a command prints. */
export interface Page {
  /** Empty: none. */
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/** A page as plain text, nothing in it wider than `width` cells but long words of notes. */
export function pageText(page: Page, width: number): string {
  const blocks = [
    ...(page.title === '' ? [] : [wrapped(page.title, width)]),
    ...page.tables.map((table) => [...(table.heading === '' ? [] : [table.heading, '']), ...tableLines(table, width)]),
    page.notes.flatMap((note) => wrapped(note, width)),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

/** A page in Markdown: a heading and a pipe table for each table, notes as a list. */
export function pageMarkdown(page: Page): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
  const blocks = [
    ...(page.title === '' ? [] : [[`## ${escaped(page.title)}`]]),
    ...page.tables.flatMap((table) => [
      ...(table.heading === '' ? [] : [[`### ${escaped(table.heading)}`]]),
      [
        row(table.columns.map((column) => column.head)),
        `|${table.columns.map((column) => (column.align === 'right' ? ' --: |' : ' :-- |')).join('')}`,
        ...table.rows.map(row),
      ],
    ]),
    page.notes.map((note) => `- ${escaped(note)}`),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function escaped(text: string): string {
  return text.trim().replaceAll(/[\\|`*_<]/g, String.raw`\$&`);
}

/** A sentence on lines of at most `width` cells, broken at spaces, and where there are none (as in Chinese) between letters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const begun = last === undefined ? '' : `${last} `;
    if (last !== undefined && cellsOf(begun + word) <= width) lines[lines.length - 1] = begun + word;
    else if (!/[\p{sc=Han}\u3000-\u303F\uFF00-\uFFEF]/u.test(word) || (last === undefined && cellsOf(word) <= width))
      lines.push(word);
    else {
      if (last !== undefined) lines.pop();
      lines.push(...brokenUp(begun + word, width));
    }
  }
  return lines;
}

/** A text without spaces on lines; a mark that closes something never begins one. */
function brokenUp(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const letter of lettersOf(text)) {
    const last = lines.at(-1) ?? '';
    if (cellsOf(last + letter) <= width || last === '') lines[lines.length - 1] = last + letter;
    else if (/^[\p{Pe}\p{Pf}\p{Po}]/u.test(letter) && cellsOf(last) > 4) {
      const kept = lettersOf(last).slice(0, -1).join('');
      lines[lines.length - 1] = kept;
      lines.push(last.slice(kept.length) + letter);
    } else lines.push(letter.trimStart());
  }
  return lines;
}

const gap = 2;

function tableLines(table: Table, width: number): string[] {
  const texts = [table.columns.map((column) => column.head), ...table.rows];
  const naturals = table.columns.map((_, at) => Math.max(...texts.map((row) => cellsOf(row[at] ?? ''))));
  const widths = fitColumns(
    table.columns.map((column, at) => ({
      least: column.least ?? Infinity,
      natural: naturals[at] ?? 0,
      rank: column.rank,
    })),
    { width, gap },
  );
  return texts.map((row) =>
    table.columns
      .flatMap((column, at) => {
        const wide = widths[at] ?? -1;
        return wide < 0 ? [] : [fit(row[at] ?? '', { width: wide, align: column.align, cut: 'middle' })];
      })
      .join(' '.repeat(gap))
      .trimEnd(),
  );
}
