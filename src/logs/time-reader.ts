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

/** Reads times by ISO 8601, the date in full, with `T` or a space before the hour; seconds, their fraction and the zone may be missing. */
export class TimeReader {
  /** How often each form was read. */
  readonly forms: Record<TimeForm, number> = { zoned: 0, local: 0, date: 0 };
  /** Zone of the first time that had one, in minutes east of UTC. */
  zone: number | undefined;
  #dateKey = -1;
  #day = 0;

  /** Minutes since 1970-01-01T00:00Z; NaN if the text is no time. What has no zone counts as UTC. */
  read(text: string): number {
    const day = this.#dayOf(text);
    if (Number.isNaN(day)) return day;
    if (text.length === 10) {
      this.forms.date++;
      return day * minutesPerDay;
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
      return 0;
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
