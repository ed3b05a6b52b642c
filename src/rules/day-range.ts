import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import type { Range } from '../random/index.ts';

/** Days after which weekdays and leap days come again, of the years 1901 to 2099; lists of holidays end before. */
const daysLooked = 28 * 365 + 7;

/**
 * From the least to the most minutes that may lie between an anchor and the instant at which a deadline by days falls due, whatever the
 * day and hour of the anchor: on days from `first` on, counted from the day of the start. `midnight` are minutes from local midnight to the start.
 */
export function dayRange(
  due: (day: number) => SimTime,
  of: { readonly first: number; readonly midnight: Minutes },
): Range {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let day = of.first; day < of.first + daysLooked; day++) {
    const fromMidnight = due(day) - (day * minutesPerDay - of.midnight);
    // An anchor lies between the midnights of its day.
    least = Math.min(least, fromMidnight - minutesPerDay);
    most = Math.max(most, fromMidnight);
  }
  return { least, most };
}
