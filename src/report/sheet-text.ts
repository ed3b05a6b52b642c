import { csvText, type CsvCell } from './csv.ts';
import { pageMarkdown } from './table.ts';

/** A table for other programs: numbers in full. */
export interface Sheet {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** A sheet as a file: CSV, or a table in Markdown under its title. */
export function sheetText({ title, columns, rows }: Sheet, format: 'csv' | 'md'): string {
  if (format === 'csv') return csvText([columns, ...rows]);
  const isNumber = (at: number): boolean => rows.some((row) => typeof row[at] === 'number');
  return pageMarkdown({
    title: '',
    tables: [
      {
        heading: title,
        columns: columns.map((head, at) => ({ head, align: isNumber(at) ? 'right' : 'left', rank: 0 })),
        rows: rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
      },
    ],
    notes: [],
  });
}
