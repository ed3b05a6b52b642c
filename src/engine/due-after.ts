import type { Minutes, SimTime } from '../base/index.ts';
import type { Due } from './model.ts';
import { dayOf } from './openings.ts';

/** The instant at which something is due that is counted from `at`. */
export function dueAfter(due: Due, at: SimTime, midnight: Minutes): SimTime {
  return 'minutes' in due ? at + due.minutes : due.ofDay(dayOf(at, midnight));
}
