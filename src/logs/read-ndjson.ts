import { eventTable, type EventTable } from './event-table.ts';
import type { Gathered } from './gathered.ts';
import { isObject, jsonValue, plainText } from './json-value.ts';
import { checkPiece, Refused } from './refused.ts';

/** Reads a file with a JSON object on each line: an event, the keys of the first telling what is where. Throws {@link Refused}. */
export function readNdjson(texts: Iterable<string>, gathered: Gathered): void {
  const lines = new Lines(gathered);
  for (const text of texts) lines.add(text);
  lines.end();
}

/** Lines of such a file, taken one after another while its text comes in. */
class Lines {
  readonly #gathered: Gathered;
  #rest = '';
  #line = 0;
  #row: Readonly<Record<string, unknown>> = {};
  #table: EventTable | undefined;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
  }

  add(text: string): void {
    const all = this.#rest + text;
    let at = 0;
    for (let end; (end = all.indexOf('\n', at)) >= 0; at = end + 1) this.#take(all.slice(at, end));
    this.#rest = all.slice(at);
    checkPiece(
      this.#rest.length,
      { en: 'row', zh: '行' },
      { file: this.#gathered.file, line: this.#line + 1, column: 1 },
    );
  }

  end(): void {
    this.#take(this.#rest);
  }

  #take(text: string): void {
    this.#line++;
    if (text.trim() === '') return;
    this.#gathered.met++;
    const row = jsonValue(text);
    if (!isObject(row)) {
      this.#gathered.refuse(
        { code: 'no-object', message: { en: 'this line is no JSON object', zh: '此行不是 JSON 对象' } },
        this.#line,
      );
      return;
    }
    this.#row = row;
    this.#table ??= this.#open(Object.keys(row));
    this.#table.row(this.#line);
  }

  #open(names: readonly string[]): EventTable {
    const made = eventTable(names, this.#gathered, (place) => plainText(this.#row[names[place] ?? '']));
    if (made.ok) return made.value;
    throw new Refused(made.wrong, { file: this.#gathered.file, line: this.#line, column: 1 });
  }
}
