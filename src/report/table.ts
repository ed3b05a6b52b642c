import { cellsOf, fit } from './cells.ts';
import { fitColumns } from './fit-columns.ts';
import { widestWord, wrapped } from './wrapped.ts';

/** A table of ready texts, for files and pipes. */
export interface Table {
  readonly heading: string;
  /** A sentence between heading and table. None: nothing. */
  readonly lead?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table. */
export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  /** 0 is never left out; where the width does not suffice the highest rank goes first. */
  readonly rank: number;
  /** Of sentences and lists, which go on over several lines: cells below which the column is rather left out. Default: it takes one line. */
  readonly least?: number;
}

/** Tables with a title and notes: what a command prints. */
export interface Page {
  /** Empty: none. */
  readonly title: string;
  readonly tables: readonly Table[];
  readonly notes: readonly string[];
}

/** Cells of a line of prose where nothing else says it. */
const proseWidth = 100;

/**
 * A page as plain text. Names stay whole: columns that do not fit into `width` cells are left out whole, and where those that are never
 * left out do not fit, lines are wider. Without a width, as in a pipe, tables have all their columns, each row on one line.
 */
export function pageText(page: Page, width: number | undefined): string {
  const prose = width ?? proseWidth;
  const blocks = [
    ...(page.title === '' ? [] : [wrapped(page.title, prose)]),
    ...page.tables.map((table) => [
      ...(table.heading === '' ? [] : [...wrapped(table.heading, prose), '']),
      ...(table.lead === undefined ? [] : [...wrapped(table.lead, prose), '']),
      ...tableLines(table, width ?? Infinity),
    ]),
    page.notes.flatMap((note) => wrapped(note, prose)),
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
      ...(table.lead === undefined ? [] : [[escaped(table.lead)]]),
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

const gap = 2;

function tableLines(table: Table, width: number): string[] {
  const { columns } = table;
  const texts = [columns.map((column) => column.head), ...table.rows];
  const most = (at: number, of: (text: string) => number): number => Math.max(...texts.map((row) => of(row[at] ?? '')));
  const widths = fitColumns(
    columns.map(({ least, rank }, at) => ({
      least: least === undefined ? Infinity : Math.max(least, most(at, widestWord)),
      natural: most(at, cellsOf),
      rank,
    })),
    { width, gap },
  );
  return texts.flatMap((row) => {
    const cells = columns.map(({ least }, at) => {
      const text = row[at] ?? '';
      return least === undefined ? [text] : wrapped(text, widths[at] ?? 0);
    });
    const kept = columns.map((_, at) => at).filter((at) => (widths[at] ?? -1) >= 0);
    return Array.from({ length: Math.max(...kept.map((at) => cells[at]?.length ?? 0)) }, (_, line) =>
      kept
        .map((at) => fit(cells[at]?.[line] ?? '', { width: widths[at] ?? 0, align: columns[at]?.align ?? 'left' }))
        .join(' '.repeat(gap))
        .trimEnd(),
    );
  });
}
