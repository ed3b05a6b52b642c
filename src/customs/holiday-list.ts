import { dateOfDay, dayOfDate, weekdayOf, type CivilDay } from './civil-day.ts';
import type { Label } from '../base/index.ts';

/** The public holidays of one territory, and the weekend days that are worked in exchange. */
export interface HolidayList {
  readonly label: Label;
  /** Years that are known, both included. */
  readonly from: number;
  readonly to: number;
  /** Days off, weekend days within a holiday included. */
  readonly rest: ReadonlySet<CivilDay>;
  /** Weekend days that are worked. */
  readonly worked: ReadonlySet<CivilDay>;
  /** Where the days come from. */
  readonly source: string;
}

/** Days of a year, month and day with a hyphen, spans with two dots: `01-01..01-03 04-05`. */
export interface HolidayYear {
  readonly rest: string;
  readonly worked: string;
}

/** A holiday list from the days of its years; the years follow each other without a gap. */
export function holidayList(
  of: { readonly label: Label; readonly source: string },
  years: Readonly<Record<number, HolidayYear>>,
): HolidayList {
  const known = Object.keys(years).map(Number);
  const days = (which: keyof HolidayYear): Set<CivilDay> =>
    new Set(Object.entries(years).flatMap(([year, lists]) => daysIn(Number(year), lists[which])));
  return { ...of, from: Math.min(...known), to: Math.max(...known), rest: days('rest'), worked: days('worked') };
}

/**
 * Whether people work on `day`: Monday to Friday but for holidays, and the weekend days that are worked in exchange.
 * Years that the list does not know have no holidays: refuse them before a run with {@link knowsYearsOf}.
 */
export function isWorkingDay(list: HolidayList, day: CivilDay): boolean {
  return list.worked.has(day) || (weekdayOf(day) < 5 && !list.rest.has(day));
}

/** Whether `day` is a day off because of a holiday, weekend days within it included. */
export function isHoliday(list: HolidayList, day: CivilDay): boolean {
  return list.rest.has(day);
}

/** Whether the list knows the holidays of all years from `first` to `last`. */
export function knowsYearsOf(list: HolidayList, first: CivilDay, last: CivilDay): boolean {
  return dateOfDay(first).year >= list.from && dateOfDay(last).year <= list.to;
}

function daysIn(year: number, text: string): CivilDay[] {
  return text
    .split(' ')
    .filter((span) => span !== '')
    .flatMap((span) => {
      const [first, last = first] = span.split('..').map((date) => dayIn(year, date));
      return first === undefined || last === undefined
        ? []
        : Array.from({ length: last - first + 1 }, (_, index) => first + index);
    });
}

function dayIn(year: number, date: string): CivilDay {
  return dayOfDate({ year, month: Number(date.slice(0, 2)), day: Number(date.slice(3)) });
}
