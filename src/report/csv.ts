/** A cell of a CSV file: numbers are written in full, null and what is no number is empty. */
export type CsvCell = string | number | null;

/**
 * Rows as CSV (RFC 4180, lines end with a newline). A text that a spreadsheet would take for a formula (it begins with
 * `=`, `+`, `-`, `@`, tab or carriage return and is no plain number) gets an apostrophe before it (OWASP, CSV injection).
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\n`).join('');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = /^[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
