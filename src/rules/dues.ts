import { minutesPerDay, present } from '../base/index.ts';
import { dueOf, openingOf, type Model } from '../simulation/index.ts';
import type { Dues } from './monitor.ts';

/** Lengths of windows counted as the scenario of a model counts its terms, and in the hours of its calendars. */
export function duesOf({ scenario }: Model): Dues {
  const midnight = scenario.start.minute;
  /** Days from that of the start to that of an instant. */
  const dayOf = (at: number): number => Math.floor((at + midnight) / minutesPerDay);
  return {
    due(length, at, hours) {
      if (hours !== undefined) {
        const calendar = openingOf(present(scenario.calendars[hours], hours), scenario);
        return openMinutesAfter(length.count, at + midnight, dayOf(at), calendar) - midnight;
      }
      const due = dueOf(length, 'none', scenario);
      return 'minutes' in due ? at + due.minutes : due.ofDay(dayOf(at));
    },
  };
}

/** The instant, in minutes from the midnight of day 0, at which so many open minutes have passed; not before `from`. */
function openMinutesAfter(minutes: number, from: number, day: number, calendar: ReturnType<typeof openingOf>): number {
  let left = minutes;
  // A calendar that never opens again within a hundred years is never open: what is counted in its hours is never due.
  for (let at = day; at < day + daysMax; at++) {
    for (const { open, close } of calendar.spans(at)) {
      const begins = Math.max(from, at * minutesPerDay + open);
      const ends = at * minutesPerDay + close;
      if (ends <= begins) continue;
      if (left <= ends - begins) return begins + left;
      left -= ends - begins;
    }
  }
  return Number.POSITIVE_INFINITY;
}

const daysMax = 36_500;
