import { addMonths, type CivilDay } from './civil-day.ts';
import { isWorkingDay, type HolidayList } from './holiday-list.ts';

/** A length of time that the law counts in civil days. */
export interface DayTerm {
  readonly unit: 'calendarDays' | 'workingDays' | 'months';
  /** Whole and at least 0. */
  readonly count: number;
}

/**
 * The day at whose local midnight (00:00) a term has run out, counted from the day of its anchor, which is day 0.
 *
 * - Calendar days: the midnight after the last day, so 14 days end with the beginning of day 15.
 * - Working days: the midnight after the last of them; months: after the same day of the last month (its last day where it is shorter).
 * - `firstFeeDay`: the first fee day is the first working day on or after the day that follows the last
 *   (起征日顺延; Administrative Measures on the late-declaration fee, GACC Order 128 of 2005).
 * - `nextWorkingDay`: a last day that is no working day is moved to the next one.
 */
export function dueDay(of: {
  readonly day: CivilDay;
  readonly within: DayTerm;
  readonly roll: 'none' | 'firstFeeDay' | 'nextWorkingDay';
  readonly holidays: HolidayList;
}): CivilDay {
  const last = lastDay(of.day, of.within, of.holidays);
  switch (of.roll) {
    case 'firstFeeDay':
      return workingDayFrom(last + 1, of.holidays);
    case 'nextWorkingDay':
      return workingDayFrom(last, of.holidays) + 1;
    default:
      return last + 1;
  }
}

function lastDay(day: CivilDay, { unit, count }: DayTerm, holidays: HolidayList): CivilDay {
  switch (unit) {
    case 'calendarDays':
      return day + count;
    case 'months':
      return addMonths(day, count);
    default: {
      let last = day;
      for (let counted = 0; counted < count; counted++) last = workingDayFrom(last + 1, holidays);
      return last;
    }
  }
}

function workingDayFrom(day: CivilDay, holidays: HolidayList): CivilDay {
  let working = day;
  while (!isWorkingDay(holidays, working)) working++;
  return working;
}
