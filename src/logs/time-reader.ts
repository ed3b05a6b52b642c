import { minutesPerDay, minutesPerHour } from '../base/index.ts';
import { dayOfDate, daysInMonth } from '../customs/index.ts';
import type { TimeForm } from './log.ts';
import { stringOf, type Span } from './span.ts';

/** What a time looks like, for messages. */
export const timeExample = {
  en: 'a time such as 2017-03-06T14:05:09+08:00 (ISO 8601)',
  zh: '时间，如 2017-03-06T14:05:09+08:00（ISO 8601）',
};

const partsOfMinute = 1_048_576;

/**
 * Minutes in whole parts of 57 microseconds. There is a power of two of them in a minute, so that minutes are added and taken away
 * without rounding, and a term that ends on the second is met on the second.
 */
export function inParts(minutes: number): number {
  return Math.round(minutes * partsOfMinute) / partsOfMinute;
}

const zero = 48;
const minus = 45;
const plus = 43;
const point = 46;
const slash = 47;
const comma = 44;
const colon = 58;
const space = 32;
const t = 116;
const z = 122;

/** Year, month and day with `/` or `.` between them, and the hour: digits may be single ones. */
const yearFirst = /^(\d{4})([/.])(\d\d?)\2(\d\d?)(?:([ T])(\d\d?)(:.*))?$/u;

/**
 * Reads times by ISO 8601, the date in full, with `T` or a space before the hour; seconds, their fraction and the zone may be missing. Dates
 * such as `2017/3/6` are read too, since what begins with the year goes on with the month everywhere.
 */
export class TimeReader {
  /** How often each form was read. */
  readonly forms: Record<TimeForm, number> = { zoned: 0, local: 0, date: 0 };
  /** Zone of the first time that had one, in minutes east of UTC. */
  zone: number | undefined;
  /** How many dates had `/` or `.` in them. */
  yearFirst = 0;
  readonly #localZone: number;
  #dateKey = -1;
  #day = 0;
  /** A text as bytes. */
  #codes: Uint8Array<ArrayBuffer> = new Uint8Array(64);

  /** `localZone`: that of times which have none, in minutes east of UTC. */
  constructor(localZone: number) {
    this.#localZone = localZone;
  }

  /** Minutes since 1970-01-01T00:00Z; NaN if the text is no time. */
  read(written: string | Span): number {
    return this.#readSpan(typeof written === 'string' ? this.#spanOf(written) : written);
  }

  /** The characters of a text as bytes; those that are none, as one that no text has. */
  #spanOf(text: string): Span {
    if (text.length > this.#codes.length) this.#codes = new Uint8Array(text.length);
    const bytes = this.#codes;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      bytes[at] = code < 128 ? code : 255;
    }
    return { bytes, from: 0, to: text.length };
  }

  #readSpan(span: Span): number {
    const { bytes, from, to } = span;
    const day = to - from < 10 ? Number.NaN : this.#dayOf(span);
    if (Number.isNaN(day)) return this.#readYearFirst(span);
    if (to - from === 10) {
      this.forms.date++;
      return day * minutesPerDay - this.#localZone;
    }
    let at = from + 16;
    if (at > to) return Number.NaN;
    const separator = bytes[from + 10] ?? 0;
    const hour = two(bytes, from + 11);
    const minute = two(bytes, from + 14);
    if (!(small(separator) === t || separator === space) || bytes[from + 13] !== colon || !(hour < 24 && minute < 60))
      return Number.NaN;
    let seconds = 0;
    if (at < to && bytes[at] === colon) {
      if (at + 3 > to) return Number.NaN;
      seconds = two(bytes, at + 1);
      if (!(seconds < 60)) return Number.NaN;
      at += 3;
      if (at < to && (bytes[at] === point || bytes[at] === comma)) {
        let unit = 1;
        const begin = ++at;
        for (; at < to; at++) {
          const digit = (bytes[at] ?? 0) - zero;
          if (!(digit >= 0 && digit <= 9)) break;
          seconds += digit * (unit /= 10);
        }
        if (at === begin) return Number.NaN;
      }
    }
    const zone = this.#zoneOf({ bytes, from: at, to });
    if (Number.isNaN(zone)) return zone;
    const minutes = day * minutesPerDay + hour * minutesPerHour + minute - zone;
    return minutes + inParts(seconds / 60);
  }

  #readYearFirst(span: Span): number {
    const separatorByte = span.bytes[span.from + 4];
    if (separatorByte !== slash && separatorByte !== point) return Number.NaN;
    const found = yearFirst.exec(stringOf(span) ?? '');
    const [, year = '', , month = '', day = '', separator = '', hour = '', rest = ''] = found ?? [];
    if (year === '') return Number.NaN;
    const time = hour === '' ? '' : `${separator}${hour.padStart(2, '0')}${rest}`;
    const at = this.read(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`);
    if (!Number.isNaN(at)) this.yearFirst++;
    return at;
  }

  #dayOf({ bytes, from }: Span): number {
    const year = two(bytes, from) * 100 + two(bytes, from + 2);
    const month = two(bytes, from + 5);
    const day = two(bytes, from + 8);
    if (bytes[from + 4] !== minus || bytes[from + 7] !== minus) return Number.NaN;
    const key = (year * 16 + month) * 32 + day;
    // Times of a log come day by day.
    if (key === this.#dateKey) return this.#day;
    if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
    this.#dateKey = key;
    this.#day = dayOfDate({ year, month, day });
    return this.#day;
  }

  /** Minutes east of UTC that the rest of a text says: `Z`, `+08:00`, `+0800`, `+08` or nothing. */
  #zoneOf({ bytes, from, to }: Span): number {
    if (from === to) {
      this.forms.local++;
      return this.#localZone;
    }
    const sign = bytes[from] ?? 0;
    let zone = 0;
    if (small(sign) === z) {
      if (from + 1 !== to) return Number.NaN;
    } else if (sign === plus || sign === minus) {
      if (from + 3 > to) return Number.NaN;
      const hasMinutes = to > from + 3;
      const hasColon = hasMinutes && bytes[from + 3] === colon;
      if (to !== from + (hasMinutes ? (hasColon ? 6 : 5) : 3)) return Number.NaN;
      const minutes = hasMinutes ? two(bytes, to - 2) : 0;
      zone = two(bytes, from + 1) * 60 + minutes;
      if (!(zone < minutesPerDay && minutes < 60)) return Number.NaN;
      if (sign === minus) zone = -zone;
    } else {
      return Number.NaN;
    }
    this.forms.zoned++;
    this.zone ??= zone;
    return zone;
  }
}

/** A letter as a small one: capital ones are those without the bit of the space. */
function small(letter: number): number {
  return letter | space;
}

/** Two digits as a number; NaN if there are none. */
function two(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - zero;
  const ones = (bytes[at + 1] ?? 0) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
