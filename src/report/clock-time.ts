import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import { dateOfDay, dayOfDate, daysInMonth } from '../customs/index.ts';
import { readDuration } from '../notation/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { months } from './clock-text.ts';

/**
 * The instant that a user asks for, by the clock of the port: a length of time from now (`+3 d`, `-2 h`), an hour of the day that is shown
 * (`10:00`), or a date (`17 Apr`, `17 Apr 10:00`, `4月17日 10:00`), the first such not before the day of `from`. None if it is not understood.
 */
export function timeAsked(
  text: string,
  { start }: Pick<Scenario, 'start'>,
  { now, from }: { readonly now: SimTime; readonly from: SimTime },
): SimTime | undefined {
  const asked = text.trim();
  const length = /^([+-])\s*(.+)$/u.exec(asked);
  if (length !== null) {
    const read = readDuration(length[2]);
    return read.ok ? now + (length[1] === '-' ? -read.value : read.value) : undefined;
  }
  const day = (at: SimTime): number => start.day + Math.floor((at + start.minute) / minutesPerDay);
  const at = (civilDay: number, minute: Minutes): SimTime =>
    (civilDay - start.day) * minutesPerDay - start.minute + minute;
  const hour = minuteOf(asked);
  if (hour !== undefined) return at(day(now), hour);
  const { date, rest } = dateIn(asked);
  const minute = rest === '' ? 0 : minuteOf(rest);
  if (date === undefined || minute === undefined) return undefined;
  const { year } = dateOfDay(day(from));
  const first = [year, year + 1].find(
    (each) => date.day <= daysInMonth(each, date.month) && dayOfDate({ year: each, ...date }) >= day(from),
  );
  return first === undefined ? undefined : at(dayOfDate({ year: first, ...date }), minute);
}

/** `10:00` in minutes from midnight. */
function minuteOf(text: string): Minutes | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})$/u.exec(text) ?? [];
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? undefined : Number(hour) * 60 + Number(minute);
}

/** `17 Apr` or `4月17日` at the beginning, with or without its weekday; what follows it. */
function dateIn(text: string): { readonly date: { month: number; day: number } | undefined; readonly rest: string } {
  const [, dayEn = '', name = '', restEn = ''] = /^(?:[a-z]{3} )?(\d{1,2}) ([a-z]{3})[a-z]*\b(.*)$/iu.exec(text) ?? [];
  const [, monthZh = '', dayZh = '', restZh = ''] = /^(\d{1,2})月(\d{1,2})日(?:\s*周.)?(.*)$/u.exec(text) ?? [];
  const month =
    monthZh === '' ? months.findIndex((each) => each.toLowerCase() === name.toLowerCase()) + 1 : Number(monthZh);
  const day = Number(dayZh === '' ? dayEn : dayZh);
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return { date: isDate ? { month, day } : undefined, rest: (restEn + restZh).trim() };
}
