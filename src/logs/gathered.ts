import { present, right, wrong, type Mistake, type Result, type Label } from '../base/index.ts';
import { inCases } from './in-cases.ts';
import { kindOf } from './kind-of.ts';
import type { CaseType, EventKind, Log, LoggedEvent } from './log.ts';
import { Numbered } from './numbered.ts';
import { Refused } from './refused.ts';
import { longer, Rows, type Row } from './rows.ts';
import { stringOf, type Span } from './span.ts';
import { TimeReader, timeExample } from './time-reader.ts';

/** Bad rows that are kept to be shown. */
const badShown = 5;

/** Share of bad rows above which a log is not believed. */
const badShareMax = 0.01;

/** More cases than this cannot be told apart in memory. */
const casesMax = 10_000_000;

/** More events of different names than this are no events that rules could name: the column of the event is another. */
const namesMax = 10_000;

/** Share of an event's occurrences that must be the last of their case, so that it counts as an end. */
const lastShareMin = 0.99;

const kinds: readonly EventKind[] = ['event', 'start', 'end', 'enter', 'leave', 'due', 'fee', 'complete'];

/** An event as it is written; empty: nothing. */
export interface WrittenEvent {
  readonly name: string;
  readonly transition: string;
  readonly time: string | Span;
  readonly line: number;
}

/** An attribute of which the values are kept. */
interface Kept {
  readonly name: string;
  readonly values: Numbered;
  /** By case and by row: the number of the value, plus 1; 0: none. */
  readonly ofCase: number[];
  ofRow: Int32Array<ArrayBuffer>;
}

/** A log as it is gathered, row by row, whatever file it stands in. */
export class Gathered {
  readonly file: string;
  /** Names of the attributes of which the values are kept. */
  readonly attributes: readonly string[];
  /** Zone of times which have none, in minutes east of UTC. */
  readonly localZone: number;
  /** Minute 0 in minutes since 1970-01-01T00:00Z. */
  origin = 0;
  /** Whether the log tells when a case has ended, by {@link end}. */
  tellsEnds = false;
  caseType: CaseType | undefined;
  /** Rows that were met, good and bad. */
  met = 0;
  /** Events that belong to no case. */
  withoutCase = 0;
  readonly #times: TimeReader;
  readonly #cases = new Numbered();
  readonly #names = new Numbered();
  readonly #events: LoggedEvent[] = [];
  /** By name and kind: the place among the events, plus 1. */
  readonly #eventOf: number[] = [];
  readonly #ended = new Set<number>();
  readonly #otherTransitions = new Map<string, number>();
  readonly #kept: readonly Kept[];
  readonly #rows = new Rows();
  #bad = 0;
  readonly #badFirst: Mistake[] = [];

  constructor(file: string, { attributes, localZone }: Pick<Gathered, 'attributes' | 'localZone'>) {
    this.file = file;
    this.attributes = attributes;
    this.localZone = localZone;
    this.#times = new TimeReader(localZone);
    this.#kept = attributes.map((name) => ({ name, values: new Numbered(), ofCase: [], ofRow: new Int32Array(1024) }));
  }

  /** The number of a case, which is there from now on. */
  caseOf(name: string, line: number): number {
    const number = this.#cases.numberOf(name);
    if (number === casesMax) throw this.#tooMany({ en: 'cases', zh: '案例' }, casesMax, line);
    return number;
  }

  /** The number of an event. */
  eventOf(name: string, kind: EventKind, line: number): number {
    const number = this.#names.numberOf(name);
    if (number === namesMax) throw this.#tooMany({ en: 'different events', zh: '不同的事件' }, namesMax, line);
    const place = number * kinds.length + kinds.indexOf(kind);
    return (this.#eventOf[place] ??= this.#events.push({ name: present(this.#names.all[number], 'a name'), kind })) - 1;
  }

  /** What is written of an event as a row; undefined if it is refused or left out. */
  read({ name, transition, time, line }: WrittenEvent): Row | undefined {
    const kind = kindOf(transition);
    const at = this.timeOf(time, line);
    if (at === undefined) return undefined;
    if (name === '') {
      this.refuse({ code: 'no-event', message: { en: 'this event has no name', zh: '此事件没有名称' } }, line);
      return undefined;
    }
    if (kind === undefined) {
      this.#otherTransitions.set(transition, (this.#otherTransitions.get(transition) ?? 0) + 1);
      return undefined;
    }
    return { event: this.eventOf(name, kind, line), at, line };
  }

  /** An event happened to a case. `attributes`: by attribute that is kept, the value it has from now on; empty or not there: the one before. */
  add(of: number, row: Row, attributes: readonly string[]): void {
    const place = this.#rows.add(of, row);
    for (const [index, value] of attributes.entries())
      if (value) {
        const kept = present(this.#kept[index], 'an attribute');
        if (place >= kept.ofRow.length) kept.ofRow = longer(kept.ofRow, place + 1);
        kept.ofRow[place] = kept.values.numberOf(value) + 1;
      }
  }

  /** Values that a case has from its beginning, by attribute that is kept; empty or not there: none. */
  ofCase(of: number, attributes: readonly string[]): void {
    for (const [index, value] of attributes.entries())
      if (value) {
        const { values, ofCase } = present(this.#kept[index], 'an attribute');
        ofCase[of] = values.numberOf(value) + 1;
      }
  }

  /** A case has ended. */
  end(of: number): void {
    this.#ended.add(of);
  }

  /** A row cannot be read. */
  refuse(what: Omit<Mistake, 'path' | 'place'>, line: number): void {
    this.#bad++;
    if (this.#badFirst.length < badShown)
      this.#badFirst.push({ ...what, path: [], place: { file: this.file, line, column: 1 } });
  }

  /** Minutes since 1970 of a time as it is written, NaN for an empty one; undefined if it is no time: the row is refused. */
  timeOf(written: string | Span, line: number): number | undefined {
    if (isEmpty(written)) return Number.NaN;
    const at = this.#times.read(written);
    if (!Number.isNaN(at)) return at;
    const found = typeof written === 'string' ? written : stringOf(written);
    this.refuse(
      { code: 'wrong-time', message: { en: 'not a time', zh: '不是时间' }, found: found ?? '', expected: timeExample },
      line,
    );
    return undefined;
  }

  /** What was gathered, case by case; or what is wrong with it as a whole. */
  log(): Result<Log, readonly Mistake[]> {
    const mistakes = this.#mistakes();
    if (mistakes.length > 0) return wrong(mistakes);
    const cases = this.#cases.all;
    const { first, from, event, at, line, ...found } = inCases(this.#rows, cases.length);
    const hasEnded = this.tellsEnds
      ? Uint8Array.from(cases, (_, of) => (this.#ended.has(of) ? 1 : 0))
      : endedOf(first, event, this.#events.length);
    return right({
      cases,
      events: this.#events,
      first,
      event,
      at,
      line,
      hasEnded,
      attributes: this.#kept.map(({ name, values, ofCase, ofRow }) => ({
        name,
        values: values.all,
        ofCase: Int32Array.from(cases, (_, of) => (ofCase[of] ?? 0) - 1),
        ofRow: from.map((row) => (ofRow[row] ?? 0) - 1),
      })),
      origin: this.origin,
      zone: this.#times.zone ?? this.localZone,
      end: latestOf(at),
      quality: {
        ...found,
        bad: this.#bad,
        rows: this.met,
        badFirst: this.#badFirst,
        cut: hasEnded.reduce((count, has) => count + 1 - has, 0),
        withoutCase: this.withoutCase,
        otherTransitions: Object.fromEntries(this.#otherTransitions),
        timeForms: this.#times.forms,
        localZone: this.localZone,
        yearFirst: this.#times.yearFirst,
        caseType: this.caseType,
      },
    });
  }

  #tooMany(what: Label, max: number, line: number): Refused {
    return new Refused(
      {
        code: 'too-many',
        message: { en: `too many ${what.en}`, zh: `${what.zh}过多` },
        expected: { en: `at most ${max}`, zh: `至多 ${max}` },
      },
      { file: this.file, line, column: 1 },
    );
  }

  #mistakes(): readonly Mistake[] {
    const place = { file: this.file, line: 1, column: 1 };
    if (this.#bad > badShareMax * this.met)
      return [
        ...this.#badFirst,
        {
          code: 'too-many-bad-rows',
          path: [],
          place,
          message: { en: 'too many rows cannot be read', zh: '无法读取的行过多' },
          found: `${this.#bad}/${this.met}`,
          expected: { en: 'at most 1 in 100', zh: '至多百分之一' },
        },
      ];
    if (this.#rows.count === 0)
      return [{ code: 'no-events', path: [], place, message: { en: 'this log has no events', zh: '此日志没有事件' } }];
    return [];
  }
}

function isEmpty(written: string | Span): boolean {
  return typeof written === 'string' ? written === '' : written.from === written.to;
}

/**
 * Where a log does not tell which cases have ended: those whose last event is one after which a case does not go on. That is so if of
 * 100 times that it happens in the log it is the last of its case in 99.
 */
function endedOf(first: Int32Array, event: Int32Array, events: number): Uint8Array {
  const all = new Int32Array(events);
  const last = new Int32Array(events);
  for (const each of event) all[each] = (all[each] ?? 0) + 1;
  const lastOf = (of: number): number => event[(first[of + 1] ?? 0) - 1] ?? 0;
  for (let of = 0; of + 1 < first.length; of++) last[lastOf(of)] = (last[lastOf(of)] ?? 0) + 1;
  return Uint8Array.from({ length: first.length - 1 }, (_, of) => {
    const each = lastOf(of);
    return (first[of + 1] ?? 0) > (first[of] ?? 0) && (last[each] ?? 0) >= lastShareMin * (all[each] ?? 0) ? 1 : 0;
  });
}

/** The latest of the times that are known; not a number where none is. */
function latestOf(times: Float64Array): number {
  let latest = Number.NaN;
  for (const time of times) if (!(time <= latest) && !Number.isNaN(time)) latest = time;
  return latest;
}
