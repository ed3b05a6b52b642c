import { minutesPerDay, minutesPerHour } from '../base/index.ts';
import { dayOfDate, daysInMonth } from '../customs/index.ts';
import type { TimeForm } from './log.ts';

/** What a time looks like, for messages. */
export const timeExample = 'a time such as 2017-03-06T14:05:09+08:00 (ISO 8601)';

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

  /** `localZone`: that of times which have none, in minutes east of UTC. */
  constructor(localZone: number) {
    this.#localZone = localZone;
  }

  /** Minutes since 1970-01-01T00:00Z; NaN if the text is no time. */
  read(text: string): number {
    const day = this.#dayOf(text);
    if (Number.isNaN(day)) return this.#readYearFirst(text);
    if (text.length === 10) {
      this.forms.date++;
      return day * minutesPerDay - this.#localZone;
    }
    const separator = text.charCodeAt(10) | 32;
    const hour = two(text, 11);
    const minute = two(text, 14);
    // `T`, `t` or a space: the bit for lower case makes a `t` of the first two.
    if (!(separator === 116 || separator === 32) || text[13] !== ':' || !(hour < 24 && minute < 60)) return Number.NaN;
    let at = 16;
    let seconds = 0;
    if (text[at] === ':') {
      seconds = two(text, at + 1);
      if (!(seconds < 60)) return Number.NaN;
      at += 3;
      if (text[at] === '.' || text[at] === ',') {
        let unit = 1;
        const from = ++at;
        for (let digit; (digit = text.charCodeAt(at) - zero) >= 0 && digit <= 9; at++) seconds += digit * (unit /= 10);
        if (at === from) return Number.NaN;
      }
    }
    const zone = this.#zoneAt(text, at);
    if (Number.isNaN(zone)) return zone;
    const minutes = day * minutesPerDay + hour * minutesPerHour + minute - zone;
    return minutes + inParts(seconds / 60);
  }

  #readYearFirst(text: string): number {
    const [, year = '', , month = '', day = '', separator = '', hour = '', rest = ''] = yearFirst.exec(text) ?? [];
    if (year === '') return Number.NaN;
    const time = hour === '' ? '' : `${separator}${hour.padStart(2, '0')}${rest}`;
    const at = this.read(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${time}`);
    if (!Number.isNaN(at)) this.yearFirst++;
    return at;
  }

  #dayOf(text: string): number {
    const year = two(text, 0) * 100 + two(text, 2);
    const month = two(text, 5);
    const day = two(text, 8);
    if (text.charCodeAt(4) !== minus || text.charCodeAt(7) !== minus) return Number.NaN;
    const key = (year * 16 + month) * 32 + day;
    // Times of a log come day by day.
    if (key === this.#dateKey) return this.#day;
    if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
    this.#dateKey = key;
    this.#day = dayOfDate({ year, month, day });
    return this.#day;
  }

  /** Minutes east of UTC that the rest of a text says: `Z`, `+08:00`, `+0800`, `+08` or nothing. */
  #zoneAt(text: string, at: number): number {
    if (at === text.length) {
      this.forms.local++;
      return this.#localZone;
    }
    const sign = text[at];
    let zone = 0;
    if (sign === 'Z' || sign === 'z') {
      if (at + 1 !== text.length) return Number.NaN;
    } else if (sign === '+' || sign === '-') {
      const colon = text[at + 3] === ':' ? 1 : 0;
      const hasMinutes = text.length > at + 3;
      const minutes = hasMinutes ? two(text, at + 3 + colon) : 0;
      zone = two(text, at + 1) * 60 + minutes;
      if (!(zone < minutesPerDay && minutes < 60) || text.length !== at + (hasMinutes ? 5 + colon : 3))
        return Number.NaN;
      if (sign === '-') zone = -zone;
    } else {
      return Number.NaN;
    }
    this.forms.zoned++;
    this.zone ??= zone;
    return zone;
  }
}

/** Two digits as a number; NaN if there are none. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
