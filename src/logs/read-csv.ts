import { verbatim } from '../base/index.ts';
import { CsvRows, delimiters } from './csv-rows.ts';
import { eventTable, type EventTable } from './event-table.ts';
import type { Gathered } from './gathered.ts';
import { checkPiece, Refused } from './refused.ts';

/** Reads a CSV file: names of columns on the first line, an event on each after it. Throws {@link Refused}. */
export function readCsv(texts: Iterable<string>, gathered: Gathered): void {
  let head = '';
  let rows: CsvRows | undefined;
  for (const text of texts) {
    if (rows === undefined) {
      head += text;
      if (head.includes('\n')) rows = begin(head, gathered);
      else checkPiece(head.length, { en: 'row', zh: '行' }, { file: gathered.file, line: 1, column: 1 });
    } else {
      rows.add(text);
    }
  }
  // What has no second line has no events.
  rows?.end();
}

/** Begins with a text that holds the first line. */
function begin(text: string, gathered: Gathered): CsvRows {
  const head = text.slice(0, text.indexOf('\n') + 1);
  // The delimiter that finds most columns is meant.
  const heads = delimiters.map((each) => ({ delimiter: each, names: namesIn(head, each, gathered.file) }));
  const { delimiter, names } = heads.reduce((best, each) => (each.names.length > best.names.length ? each : best));
  let table: EventTable | undefined;
  const rows: CsvRows = new CsvRows(gathered.file, delimiter, () => {
    if (table === undefined) {
      const made = eventTable(names, gathered, (place) => rows.field(place));
      if (!made.ok) throw new Refused(made.wrong, { file: gathered.file, line: 1, column: 1 });
      table = made.value;
      return;
    }
    gathered.met++;
    if (!rows.isWell)
      gathered.refuse(
        { code: 'text-after-quote', message: { en: 'text after a closed quote', zh: '引号闭合后还有文字' } },
        rows.line,
      );
    else if (rows.fields === names.length) table.row(rows.line);
    else
      gathered.refuse(
        {
          code: 'wrong-fields',
          message: { en: 'wrong number of fields', zh: '字段数不对' },
          found: String(rows.fields),
          expected: verbatim(`${names.length}`),
        },
        rows.line,
      );
  });
  rows.add(text);
  return rows;
}

function namesIn(head: string, delimiter: string, file: string): readonly string[] {
  const names: string[] = [];
  const rows: CsvRows = new CsvRows(file, delimiter, () => {
    for (let place = 0; place < rows.fields; place++) names.push(rows.field(place));
  });
  rows.add(head);
  rows.end();
  return names;
}
