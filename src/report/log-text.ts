import { minutesPerDay, present, type SimTime } from '../base/index.ts';
import { dateOfDay } from '../customs/index.ts';
import type { Start } from '../scenario/index.ts';
import type { AttributeValue, Occurrences } from '../simulation/index.ts';
import { csvText } from './csv.ts';
import { two, zoneText } from './instant-text.ts';

/** Formats of a log: a JSON object a line, or CSV. */
export type LogFormat = 'ndjson' | 'csv';

const secondsPerDay = minutesPerDay * 60;

/** The text of a log, row by row. Rows come in the order of time, so what the last one began with serves the next of its instant. */
export class LogText {
  /** What stands before the rows. */
  readonly head: string;
  readonly #isCsv: boolean;
  readonly #start: Start;
  readonly #zone: string;
  /** What stands behind the number of the consignment, by occurrence: alone, and up to the attributes. */
  readonly #ends: readonly string[];
  readonly #middles: readonly string[];
  /** What stands before the value of each attribute. */
  readonly #keys: readonly string[];
  /** Texts of values that are words, as they are written: each is met again and again. */
  readonly #words = new Map<string, string>();
  #at = Number.NaN;
  /** A row up to the number of the consignment, for the instant `#at`. */
  #begin = '';
  #day = Number.NaN;
  #date = '';

  constructor(start: Start, format: LogFormat, { all, attributes }: Pick<Occurrences, 'all' | 'attributes'>) {
    this.#start = start;
    this.#zone = zoneText(start.offset);
    this.#isCsv = format === 'csv';
    const columns = attributes.map((name) => `case:${name}`);
    this.#middles = all.map(({ event, name }) =>
      this.#isCsv
        ? `,${cell(event)},${cell(name)}`
        : `,"event":${JSON.stringify(event)},"name":${JSON.stringify(name)}`,
    );
    const end = this.#isCsv ? `${','.repeat(columns.length)}\n` : '}\n';
    this.#ends = this.#middles.map((middle) => middle + end);
    this.#keys = columns.map((name) => (this.#isCsv ? ',' : `,${JSON.stringify(name)}:`));
    this.head = this.#isCsv ? csvText([['time', 'minute', 'consignment', 'event', 'name', ...columns]]) : '';
  }

  /** The row of an occurrence, by its number, dated at the port: `minute` counts from the start of the run. `values` of attributes: all, or none. */
  row(at: SimTime, consignment: number, occurrence: number, values: readonly AttributeValue[]): string {
    if (at !== this.#at) {
      this.#at = at;
      this.#begin = this.#isCsv
        ? `${this.#time(at)},${at},`
        : `{"time":"${this.#time(at)}","minute":${at},"consignment":`;
    }
    if (values.length === 0) return this.#begin + consignment + present(this.#ends[occurrence], 'an occurrence');
    let row = this.#begin + consignment + present(this.#middles[occurrence], 'an occurrence');
    for (const [place, key] of this.#keys.entries()) row += key + this.#text(present(values[place], 'a value'));
    return row + (this.#isCsv ? '\n' : '}\n');
  }

  /** A value as it is written. */
  #text(value: AttributeValue): string {
    if (typeof value !== 'string') return String(value);
    const known = this.#words.get(value) ?? (this.#isCsv ? cell(value) : JSON.stringify(value));
    this.#words.set(value, known);
    return known;
  }

  /** `2017-03-06T14:05:09+08:00`: whole seconds, rounded down. */
  #time(at: number): string {
    const seconds = Math.floor((this.#start.minute + at) * 60);
    const day = Math.floor(seconds / secondsPerDay);
    if (day !== this.#day) {
      this.#day = day;
      const { year, month, day: ofMonth } = dateOfDay(this.#start.day + day);
      this.#date = `${String(year).padStart(4, '0')}-${two(month)}-${two(ofMonth)}T`;
    }
    const rest = seconds - day * secondsPerDay;
    return `${this.#date}${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}${this.#zone}`;
  }
}

/** A cell of a CSV file. */
function cell(text: string): string {
  return csvText([[text]]).slice(0, -1);
}
