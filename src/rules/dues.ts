import { present } from '../base/index.ts';
import { dueAfter } from '../engine/index.ts';
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
  return { openMinutes: length.count, calendar };
}
