import { minutesPerDay, present } from '../base/index.ts';
import type { Log, Quality } from '../logs/index.ts';
import type { Model } from '../simulation/index.ts';
import { duesOf } from './dues.ts';
import { hangsOnDays } from './hangs-on-days.ts';
import { holdsInLog } from './log-condition.ts';
import { logNames } from './log-names.ts';
import { Monitors } from './monitor.ts';
import { examplesMax, type Standing } from './standing.ts';
import type { Rule } from './rule.ts';
import { StateMonitors } from './state-monitors.ts';
import { eventsNamed, missingIn, patternOf, whyUnchecked, type MissingName, type Unchecked } from './unchecked.ts';
import { unknownEvents, type UnknownEvent } from './unknown-events.ts';

/** What a log says of rules. */
export interface LogCheck {
  readonly cases: number;
  readonly events: number;
  /** What is to be known of the data before the verdicts are believed. */
  readonly quality: Quality;
  /** Events of the log that neither rules nor the flow know. */
  readonly unknown: readonly UnknownEvent[];
  /** Zone in which times are told, in minutes east of UTC. */
  readonly zone: number;
  /** Name of the flow or scenario whose days, holidays and calendars the windows are counted in; none: no rule has one that hangs on these. */
  readonly countedAs?: string;
  readonly verdicts: readonly LogVerdict[];
}

/** What a log says of a rule. */
export interface LogVerdict {
  readonly rule: Rule;
  /**
   * `broken`: more cases break it than it tolerates. `holds`: some keep it; of a claim that something is possible, some show it. `open`: none
   * keeps or breaks it, but some may yet. `never`: none triggers it. `unchecked`: it cannot be asked of this log.
   */
  readonly verdict: 'broken' | 'holds' | 'open' | 'never' | 'unchecked';
  /** Cases by how the rule stands at their end. */
  readonly cases: Readonly<Record<Standing, number>>;
  /** Share (0..1) of the cases that break it among those that keep or break it; not a number if there are none. */
  readonly share: number;
  /** The first cases that break it. */
  readonly examples: readonly CaseStory[];
  /** Events that it names and the log does not have. */
  readonly missing: readonly MissingName[];
  /** Why it is unchecked; none if it is not. */
  readonly why: Unchecked | undefined;
}

/** A case of a log with all that happened to it. */
export interface CaseStory {
  readonly case: string;
  /** Whether it has ended, or may go on after the end of the log. */
  readonly hasEnded: boolean;
  readonly events: readonly StoryEvent[];
}

/** An event of a story. */
export interface StoryEvent {
  /** As rules name it. */
  readonly event: string;
  /** Minutes since 1970-01-01T00:00Z; not a number if the event has no time. */
  readonly at: number;
  /** Its line in the file. */
  readonly line: number;
}

/**
 * Asks a log for rules, case by case. Days, holidays and calendars of their windows are those of the model's scenario. The log must have been
 * read with the attributes that the rules ask for, by {@link attributesAsked}.
 */
export function checkLog(log: Log, rules: readonly Rule[], model: Model): LogCheck {
  const named = new Set(rules.flatMap(eventsNamed));
  const names = logNames(log.events, named);
  const looks = rules.map((rule) => ({
    rule,
    missing: missingIn(rule, { log, names }),
    why: whyUnchecked(rule, { log, names, model }),
  }));
  const asked = looks.filter(({ why }) => why === undefined).map(({ rule }) => rule);
  const found = follow(log, names, asked, model);
  return {
    cases: log.cases.length,
    events: log.event.length,
    quality: log.quality,
    unknown: unknownEvents(log, names, { named, model }),
    zone: log.zone,
    ...(asked.some(hangsOnDays) ? { countedAs: model.scenario.name } : {}),
    verdicts: looks.map(({ rule, missing, why }): LogVerdict => {
      if (why !== undefined) return { rule, missing, why, verdict: 'unchecked', ...nothing, share: Number.NaN };
      return { rule, missing, why, ...verdictOn(rule, present(found.get(rule), 'what was found')) };
    }),
  };
}

/** How cases stand under a rule, and the first that break it. */
interface Found {
  readonly cases: Record<Standing, number>;
  readonly examples: CaseStory[];
}

const nothing: Found = { cases: { kept: 0, broken: 0, open: 0, never: 0 }, examples: [] };

/** Follows every case under rules about one case each: about its events, or about how it stands. By rule. */
function follow(log: Log, names: readonly string[], asked: readonly Rule[], model: Model): ReadonlyMap<Rule, Found> {
  const values = new Values(log);
  const holds = ({ when }: Rule): boolean => when === undefined || holdsInLog(when, (name) => values.ofCase(name));
  const aboutStates = asked.filter(({ claim }) => 'never' in claim);
  const states = new StateMonitors(aboutStates, log.events, holds);
  const aboutEvents = asked.filter((rule) => !aboutStates.includes(rule));
  const patterns = aboutEvents.map((rule) => ({ ...rule, claim: present(patternOf(rule), 'a pattern') }));
  const monitors = new Monitors(patterns, names, duesOf(model));
  const facts = {
    holds: (rule: number): boolean => holds(present(aboutEvents[rule], 'a rule')),
    attribute: (name: string): string | undefined => values.ofEvent(name),
  };
  const rules = [...aboutEvents, ...aboutStates];
  const found = rules.map((): Found => ({ cases: { ...nothing.cases }, examples: [] }));
  const { start } = model.scenario;
  // Whole minutes, so that nothing is rounded.
  const shift = log.origin - (start.day * minutesPerDay + start.minute - start.offset);
  for (let of = 0; of < log.cases.length; of++) {
    const one = monitors.begin();
    states.begin();
    values.begin(of);
    const end = log.first[of + 1] ?? 0;
    for (let row = log.first[of] ?? 0; row < end; row++) {
      const event = log.event[row] ?? 0;
      values.come(row);
      monitors.happen(one, event, (log.at[row] ?? Number.NaN) + shift, facts);
      if (aboutStates.length > 0) states.happen(event);
    }
    const stands = [...monitors.end(one, log.end + shift, log.hasEnded[of] === 1), ...states.end()];
    for (const [rule, standing] of stands.entries()) {
      const { cases, examples } = present(found[rule], 'a rule');
      cases[standing]++;
      if (standing === 'broken' && examples.length < examplesMax) examples.push(storyOf(log, names, of));
    }
  }
  return new Map(rules.map((rule, place) => [rule, present(found[place], 'what was found')]));
}

/** Values of attributes as they are known when a row of a case comes. */
class Values {
  readonly #log: Log;
  readonly #places: ReadonlyMap<string, number>;
  readonly #known: number[];
  #row = 0;

  constructor(log: Log) {
    this.#log = log;
    this.#places = new Map(log.attributes.map(({ name }, place) => [name, place]));
    this.#known = log.attributes.map(() => -1);
  }

  begin(of: number): void {
    for (const [place, { ofCase }] of this.#log.attributes.entries()) this.#known[place] = ofCase[of] ?? -1;
  }

  come(row: number): void {
    this.#row = row;
    for (const [place, { ofRow }] of this.#log.attributes.entries()) {
      const value = ofRow[row] ?? -1;
      if (value >= 0) this.#known[place] = value;
    }
  }

  /** What the case has by now. */
  ofCase(name: string): string | undefined {
    const place = present(this.#places.get(name), name);
    return this.#log.attributes[place]?.values[this.#known[place] ?? -1];
  }

  /** What the event itself says. */
  ofEvent(name: string): string | undefined {
    const { values, ofRow } = present(this.#log.attributes[present(this.#places.get(name), name)], name);
    return values[ofRow[this.#row] ?? -1];
  }
}

function storyOf(log: Log, names: readonly string[], of: number): CaseStory {
  const { cases, first, hasEnded, event, at, line, origin } = log;
  const begin = first[of] ?? 0;
  return {
    case: present(cases[of], 'a case'),
    hasEnded: hasEnded[of] === 1,
    events: Array.from({ length: (first[of + 1] ?? 0) - begin }, (_, place) => ({
      event: present(names[event[begin + place] ?? -1], 'an event'),
      at: origin + (at[begin + place] ?? Number.NaN),
      line: line[begin + place] ?? 0,
    })),
  };
}

/** The verdict on a rule from how the cases stand. */
function verdictOn(
  rule: Rule,
  { cases, examples }: Found,
): Pick<LogVerdict, 'verdict' | 'cases' | 'share' | 'examples'> {
  if ('possible' in rule.claim) {
    // What breaks that it never happens shows that it is possible; a log shows no more than that.
    const shown = { kept: cases.broken, broken: 0, open: 0, never: cases.kept + cases.open + cases.never };
    return { verdict: shown.kept > 0 ? 'holds' : 'never', cases: shown, share: Number.NaN, examples: [] };
  }
  const share = cases.broken / (cases.kept + cases.broken);
  const isBroken = cases.broken > 0 && share > (rule.tolerate ?? 0);
  const verdict = isBroken ? 'broken' : cases.kept + cases.broken > 0 ? 'holds' : cases.open > 0 ? 'open' : 'never';
  return { verdict, cases, share, examples };
}
