import { present } from '../base/index.ts';
import { dueAfter, type engineModel } from '../engine/index.ts';
import type { TermLength } from '../notation/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { dueOf, openingOf, type Model } from '../simulation/index.ts';
import type { Dues } from './monitor.ts';

type Expiry = engineModel.Expiry;

/** Lengths of windows counted as the scenario of a model counts its terms, and in the hours of its calendars. */
export function duesOf({ scenario }: Model): Dues {
  // Asked again and again, of each case of a log: a calendar is laid out once.
  const known = new Map<string | undefined, Map<TermLength, Expiry>>();
  return {
    due(length, at, hours) {
      const lengths = known.get(hours) ?? new Map<TermLength, Expiry>();
      const expiry = lengths.get(length) ?? expiryOf(length, hours, scenario);
      known.set(hours, lengths.set(length, expiry));
      return dueAfter(expiry, at, scenario.start.minute);
    },
  };
}

/** When the length of a window has run out; `hours`: the calendar in whose open minutes it is counted. */
export function expiryOf(length: TermLength, hours: string | undefined, scenario: Scenario): Expiry {
  if (hours === undefined) return dueOf(length, 'none', scenario);
  const calendar = openingOf(present(scenario.calendars[hours], hours), scenario);
  return { openMinutes: length.count, calendar };
}
