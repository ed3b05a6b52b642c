import { minutesPerDay, nearestWord, present } from '../base/index.ts';
import type { Log, Quality } from '../logs/index.ts';
import type { Model } from '../simulation/index.ts';
import { duesOf } from './dues.ts';
import { attributesIn, holdsInLog } from './log-condition.ts';
import { logNames } from './log-names.ts';
import { Monitors } from './monitor.ts';
import { examplesMax, type Standing } from './standing.ts';
import type { Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';
import { pairForms } from './forms.ts';
import { denialOf, listOf } from './symbols.ts';
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

/** A name that is nowhere in a log, and the nearest that is. */
export interface MissingName {
  readonly name: string;
  readonly nearest: string | undefined;
}

/** Why a rule cannot be asked of a log. */
export type Unchecked =
  /** The log has none of the events that it speaks of, or none of those that it needs beside them. */
  | { readonly no: 'event' }
  /** The log does not have an attribute that it asks for. */
  | { readonly no: 'attribute'; readonly name: string }
  /** It has a window, and the log no times. */
  | { readonly no: 'time' }
  /** Its window is counted in the hours of a calendar that is not known here. */
  | { readonly no: 'calendar'; readonly name: string }
  /** It is not about the events of a case: about states, a machine, or many consignments. */
  | { readonly no: 'case' };

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
  const named = new Set(rules.flatMap((rule) => namesIn(patternOf(rule))));
  const names = logNames(log.events, named);
  const looks = rules.map((rule) => ({
    rule,
    missing: missingIn(rule, names),
    why: whyNot(rule, { log, names, model }),
  }));
  const asked = looks.filter(({ why }) => why === undefined).map(({ rule }) => rule);
  const found = follow(log, names, asked, model);
  return {
    cases: log.cases.length,
    events: log.event.length,
    quality: log.quality,
    unknown: unknownEvents(log, names, { named, model }),
    zone: log.zone,
    verdicts: looks.map(({ rule, missing, why }): LogVerdict => {
      const at = asked.indexOf(rule);
      if (why !== undefined) return { rule, missing, why, verdict: 'unchecked', ...nothing, share: Number.NaN };
      return { rule, missing, why, ...verdictOn(rule, present(found[at], 'what was found')) };
    }),
  };
}

/** Attributes of cases and events that rules ask for. */
export function attributesAsked(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(attributesOf))];
}

function attributesOf(rule: Rule): readonly string[] {
  const pattern = patternOf(rule);
  const kinship = pattern !== undefined && 'kinship' in pattern ? pattern.kinship : undefined;
  return [
    ...(rule.when === undefined ? [] : attributesIn(rule.when)),
    ...(kinship === undefined ? [] : [...kinship.same, ...kinship.different]),
  ];
}

/** What a case is followed by: that something is possible is shown by a case that breaks that it never happens. Undefined: the rule is not about the events of a case. */
function patternOf({ claim }: Rule): Pattern | undefined {
  if ('template' in claim) return claim;
  return 'possible' in claim ? denialOf(claim) : undefined;
}

/**
 * Lists of events of which a log must have one each, so that a pattern can be asked of it. Where it has none, it does not tell of such
 * events, and that they are missing in a case means nothing.
 */
function needed(pattern: Pattern): readonly (readonly string[])[] {
  const a = listOf(pattern.a);
  if (!('b' in pattern)) return [a];
  if (pattern.template === 'unwitnessed')
    return [a, listOf(pattern.b), listOf(pattern.c)].filter((events) => events.length > 0);
  if (pattern.template === 'between') return [a, listOf(pattern.c)];
  const b = listOf(pattern.b);
  return pairForms[pattern.template] === 'list' ? [[...a, ...b]] : [a, b];
}

/** All events that a pattern names, that from which a window is counted too. */
function namesIn(pattern: Pattern | undefined): readonly string[] {
  if (pattern === undefined) return [];
  const { a, b, c } = { b: [], c: [], ...pattern };
  const from = ('window' in pattern ? pattern.window?.from : undefined) ?? [];
  return [...new Set([a, b, c, from].flatMap(listOf))];
}

function missingIn(rule: Rule, names: readonly string[]): readonly MissingName[] {
  return namesIn(patternOf(rule))
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, nearest: nearestWord(name, names) }));
}

/** Why a rule cannot be asked of a log. */
function whyNot(
  rule: Rule,
  { log, names, model }: { readonly log: Log; readonly names: readonly string[]; readonly model: Model },
): Unchecked | undefined {
  const pattern = patternOf(rule);
  if (pattern === undefined) return { no: 'case' };
  const isThere = (events: readonly string[]): boolean => events.some((name) => names.includes(name));
  if (!needed(pattern).every(isThere)) return { no: 'event' };
  const lost = attributesOf(rule).find(
    (name) => !log.attributes.some((each) => each.name === name && each.values.length > 0),
  );
  if (lost !== undefined) return { no: 'attribute', name: lost };
  const window = 'window' in pattern ? pattern.window : undefined;
  if (window !== undefined && Number.isNaN(log.end)) return { no: 'time' };
  if (window?.hours !== undefined && !Object.hasOwn(model.scenario.calendars, window.hours))
    return { no: 'calendar', name: window.hours };
  return undefined;
}

/** How cases stand under a rule, and the first that break it. */
interface Found {
  readonly cases: Record<Standing, number>;
  readonly examples: CaseStory[];
}

const nothing: Found = { cases: { kept: 0, broken: 0, open: 0, never: 0 }, examples: [] };

/** Follows every case under rules about one case each. */
function follow(log: Log, names: readonly string[], rules: readonly Rule[], model: Model): readonly Found[] {
  const found = rules.map((): Found => ({ cases: { ...nothing.cases }, examples: [] }));
  const patterns = rules.map((rule) => ({ ...rule, claim: present(patternOf(rule), 'a pattern') }));
  const monitors = new Monitors(patterns, names, duesOf(model));
  const values = new Values(log);
  const conditions = rules.map(({ when }) => when);
  const facts = {
    holds(rule: number): boolean {
      const when = conditions[rule];
      return when === undefined || holdsInLog(when, (name) => values.ofCase(name));
    },
    attribute: (name: string): string | undefined => values.ofEvent(name),
  };
  const { start } = model.scenario;
  // Whole minutes, so that nothing is rounded.
  const shift = log.origin - (start.day * minutesPerDay + start.minute - start.offset);
  for (let of = 0; of < log.cases.length; of++) {
    const one = monitors.begin();
    values.begin(of);
    const end = log.first[of + 1] ?? 0;
    for (let row = log.first[of] ?? 0; row < end; row++) {
      values.come(row);
      monitors.happen(one, log.event[row] ?? 0, (log.at[row] ?? Number.NaN) + shift, facts);
    }
    const stands = monitors.end(one, log.end + shift, log.hasEnded[of] === 1);
    for (const [rule, standing] of stands.entries()) {
      const { cases, examples } = present(found[rule], 'a rule');
      cases[standing]++;
      if (standing === 'broken' && examples.length < examplesMax) examples.push(storyOf(log, names, of));
    }
  }
  return found;
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
