import type { Minutes, SimTime } from '../base/index.ts';
import type { Expiry } from './model.ts';
import { dayOf, openMinutesAfter } from './openings.ts';

/** The instant at which something is due that is counted from `at`. */
export function dueAfter(due: Expiry, at: SimTime, midnight: Minutes): SimTime {
  if ('minutes' in due) return at + due.minutes;
  return 'ofDay' in due
    ? due.ofDay(dayOf(at, midnight))
    : openMinutesAfter(due.calendar, due.openMinutes, at, midnight);
}
