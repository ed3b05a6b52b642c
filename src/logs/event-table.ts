import { right, type Mistake, type Result } from '../base/index.ts';
import { columnsOf, type Columns } from './columns.ts';
import type { Gathered } from './gathered.ts';
import { ownColumns, OwnTable } from './own-table.ts';

/** Gathers the events of a table. */
export interface EventTable {
  /** The current row, which stands on this line. */
  row(line: number): void;
}

/** The text of the current row in a column, by the place of the column; empty: nothing. */
export type FieldOf = (place: number) => string;

/** A table with columns of these names: a log that `run --log` has written, or any that has the case and the event in columns of usual names. */
export function eventTable(
  names: readonly string[],
  gathered: Gathered,
  field: FieldOf,
): Result<EventTable, Omit<Mistake, 'path' | 'place'>> {
  const own = ownColumns(names, gathered.attributes);
  if (own !== undefined) return right(new OwnTable(own, gathered, field));
  const columns = columnsOf(names, gathered.attributes);
  return columns.ok ? right(new AnyTable(columns.value, gathered, field)) : columns;
}

class AnyTable implements EventTable {
  readonly #columns: Columns;
  readonly #gathered: Gathered;
  readonly #field: FieldOf;

  constructor(columns: Columns, gathered: Gathered, field: FieldOf) {
    this.#columns = columns;
    this.#gathered = gathered;
    this.#field = field;
  }

  row(line: number): void {
    const gathered = this.#gathered;
    const columns = this.#columns;
    const of = this.#text(columns.case);
    if (of === '')
      return gathered.refuse({ code: 'no-case', message: { en: 'this row has no case', zh: '此行没有案例' } }, line);
    const row = gathered.read({
      name: this.#text(columns.event),
      transition: this.#text(columns.transition),
      time: this.#text(columns.time),
      line,
    });
    if (row === undefined) return undefined;
    return gathered.add(
      gathered.caseOf(of, line),
      row,
      columns.attributes.map((column) => this.#text(column)),
    );
  }

  #text(column: number): string {
    return column < 0 ? '' : this.#field(column);
  }
}
