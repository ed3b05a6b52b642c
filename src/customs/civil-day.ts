/**
 * A civil day as a number: days since 1970-01-01, which is 0 and was a Thursday; negative before.
 * Clocks, zones and `Date` have no part in it.
 */
export type CivilDay = number;

/** A date of the Gregorian calendar; months and days count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * The day number of a date, for any year; a day beyond the end of its month counts on into the next.
 * Method: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil (years begin in March, eras are 400 years).
 */
export function dayOfDate({ year, month, day }: CivilDate): CivilDay {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number; the inverse of {@link dayOfDate} (civil_from_days). */
export function dateOfDay(day: CivilDay): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** Day of the week: 0 Monday to 6 Sunday. */
export function weekdayOf(day: CivilDay): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The same day of the month `months` later; where that month is shorter, its last day. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const date = dateOfDay(day);
  const monthsSinceYear0 = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(monthsSinceYear0 / 12);
  const month = monthsSinceYear0 - year * 12 + 1;
  const first = dayOfDate({ year, month, day: 1 });
  return first + Math.min(date.day, daysInMonth(year, month)) - 1;
}

/** Days of a month, 28 to 31; months count from 1. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 };
  return dayOfDate(next) - dayOfDate({ year, month, day: 1 });
}
