import { minutesPerDay, present } from '../base/index.ts';
import { dayOf, dueAfter } from '../engine/index.ts';
import type { TermLength } from '../notation/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dueOf, openingOf, type Clock, type Model } from '../simulation/index.ts';
import type { Dues } from './monitor.ts';

/** Lengths of windows counted as the scenario of a model counts its terms, and in the hours of its calendars. */
export function duesOf({ scenario }: Model): Dues {
  return { due: (length, at, hours) => dueAfter(expiryOf(length, hours, scenario), at, scenario.start.minute) };
}

/** When the length of a window has run out; `hours`: the calendar in whose open minutes it is counted. */
export function expiryOf(
  length: TermLength,
  hours: string | undefined,
  scenario: Scenario,
): NonNullable<Clock['opens']> {
  if (hours === undefined) return dueOf(length, 'none', scenario);
  const calendar = openingOf(present(scenario.calendars[hours], hours), scenario);
  const midnight = scenario.start.minute;
  return {
    ofInstant: (at) => openMinutesAfter(length.count, at + midnight, dayOf(at, midnight), calendar) - midnight,
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
