import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import { dueAfter, nextChange, type engineModel } from '../engine/index.ts';
import type { Range } from '../random/index.ts';

/** Days after which weekdays and leap days come again, of the years 1901 to 2099; lists of holidays end before. */
const daysLooked = 28 * 365 + 7;

/** When lengths of time may begin. */
interface Beginnings {
  /** The first day, counted from the day of the start. */
  readonly first: number;
  /** Minutes from local midnight to the start. */
  readonly midnight: Minutes;
}

/** When something may happen to a consignment of a model. */
export function beginningsOf({ arrivals, midnight }: engineModel.Model): Beginnings {
  // Who comes with a ship may enter the longest voyage before the start.
  const early = arrivals.kind === 'conveyances' ? arrivals.travelMax : 0;
  return { first: -Math.ceil(early / minutesPerDay) - 1, midnight };
}

/** From the least to the most minutes that a length of time may last, whatever the day and hour of its beginning. */
export function expiryRange(expiry: engineModel.Expiry, of: Beginnings): Range {
  if ('minutes' in expiry) return { least: expiry.minutes, most: expiry.minutes };
  return 'ofDay' in expiry ? dayRange(expiry.ofDay, of) : openRange(expiry, of);
}

/** Whether of two lengths that begin at one instant the first never ends before the other; false where they are not both told by the day. */
export function lastsAsLong(one: engineModel.Expiry, other: engineModel.Expiry, { first }: Beginnings): boolean {
  if (!('ofDay' in one && 'ofDay' in other)) return false;
  for (let day = first; day < first + daysLooked; day++) if (one.ofDay(day) < other.ofDay(day)) return false;
  return true;
}

/** Of what ends at an instant that the day of its beginning gives. */
function dayRange(due: (day: number) => SimTime, { first, midnight }: Beginnings): Range {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let day = first; day < first + daysLooked; day++) {
    const fromMidnight = due(day) - (day * minutesPerDay - midnight);
    // It begins between the midnights of its day.
    least = Math.min(least, fromMidnight - minutesPerDay);
    most = Math.max(most, fromMidnight);
  }
  return { least, most };
}

/** Of open minutes: what begins later lasts at least as long while the calendar is open, and less long while it is closed. */
function openRange(
  expiry: Extract<engineModel.Expiry, { readonly calendar: unknown }>,
  { first, midnight }: Beginnings,
): Range {
  const begin = first * minutesPerDay - midnight;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let at: SimTime | undefined = begin;
  while (at !== undefined && at < begin + daysLooked * minutesPerDay) {
    const minutes = dueAfter(expiry, at, midnight) - at;
    least = Math.min(least, minutes);
    most = Math.max(most, minutes);
    at = nextChange(expiry.calendar, at, midnight);
  }
  return { least, most };
}
