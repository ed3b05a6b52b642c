import { nearestWord, verbatim } from '../base/index.ts';
import type { EventTable, FieldOf } from './event-table.ts';
import type { Gathered } from './gathered.ts';
import type { EventKind } from './log.ts';
import { inParts } from './time-reader.ts';

/** Columns of a log that `run --log` has written. */
const columns = ['time', 'minute', 'consignment', 'event', 'name'] as const;

/** What each occurrence is to rules; undefined: no event. */
const kinds: ReadonlyMap<string, EventKind | undefined> = new Map([
  ['created', undefined],
  ['due', 'due'],
  ['left', 'leave'],
  ['reached', 'event'],
  ['requested', undefined],
  ['begun', 'start'],
  ['completed', 'end'],
  ['cancelled', undefined],
  ['freed', undefined],
  ['charged', 'fee'],
  ['entered', 'enter'],
  ['ended', undefined],
]);

/** Places of its columns, and of those of attributes that are wanted (-1: there is none). */
export interface OwnColumns {
  readonly places: readonly number[];
  readonly attributes: readonly number[];
}

/** Finds its columns; undefined if these are not such a log's. */
export function ownColumns(names: readonly string[], attributes: readonly string[]): OwnColumns | undefined {
  const places = columns.map((name) => names.indexOf(name));
  return places.includes(-1)
    ? undefined
    : { places, attributes: attributes.map((name) => names.indexOf(`case:${name}`)) };
}

/**
 * A log that `run --log` has written: a row for each occurrence, a case for each consignment, which has its attributes from its
 * creation on. Of its times, which are whole seconds, the
 * first says when minute 0 was; then its minutes are taken, which tell more.
 */
export class OwnTable implements EventTable {
  readonly #columns: OwnColumns;
  readonly #gathered: Gathered;
  readonly #field: FieldOf;
  #hasOrigin = false;

  constructor(of: OwnColumns, gathered: Gathered, field: FieldOf) {
    this.#columns = of;
    this.#gathered = gathered;
    this.#field = field;
    gathered.tellsEnds = true;
  }

  row(line: number): void {
    const gathered = this.#gathered;
    const [time = -1, minute = -1, consignment = -1, event = -1, name = -1] = this.#columns.places;
    const at = inParts(Number(this.#field(minute) || Number.NaN));
    if (!Number.isFinite(at))
      return gathered.refuse(
        { code: 'wrong-minute', message: { en: 'not a minute', zh: '不是分钟数' }, found: this.#field(minute) },
        line,
      );
    const occurrence = this.#field(event);
    if (!kinds.has(occurrence)) return this.#unknown(occurrence, line);
    if (!this.#hasOrigin) {
      const first = gathered.timeOf(this.#field(time), line);
      if (first === undefined) return undefined;
      if (!Number.isFinite(first))
        return gathered.refuse(
          { code: 'wrong-time', message: { en: 'not a time', zh: '不是时间' }, found: this.#field(time) },
          line,
        );
      // The time is cut to whole seconds, and a run begins on a whole minute.
      gathered.origin = Math.round(first - at);
      this.#hasOrigin = true;
    }
    const of = gathered.caseOf(this.#field(consignment), line);
    if (occurrence === 'ended') gathered.end(of);
    if (occurrence === 'created')
      gathered.ofCase(
        of,
        this.#columns.attributes.map((place) => (place < 0 ? '' : this.#field(place))),
      );
    const kind = kinds.get(occurrence);
    if (kind !== undefined) gathered.add(of, { event: gathered.eventOf(this.#field(name), kind, line), at, line }, []);
    return undefined;
  }

  #unknown(occurrence: string, line: number): void {
    const known = [...kinds.keys()];
    const nearest = nearestWord(occurrence, known);
    this.#gathered.refuse(
      {
        code: 'unknown-occurrence',
        message: { en: 'no occurrence of a run is called so', zh: '运行中没有这种发生事项' },
        found: occurrence,
        expected: verbatim(known.join(', ')),
        ...(nearest === undefined ? {} : { nearest }),
      },
      line,
    );
  }
}
