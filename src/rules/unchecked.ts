import { nearestWord } from '../base/index.ts';
import type { Log } from '../logs/index.ts';
import type { Model } from '../simulation/index.ts';
import { pairForms } from './forms.ts';
import { attributesIn } from './log-condition.ts';
import { namedIn } from './named-in.ts';
import type { Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';
import { denialOf, listOf } from './symbols.ts';

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
  /** It is about states, and the log does not tell which are entered and left: only our own do. */
  | { readonly no: 'state' }
  /** It is about what is charged: a log tells that something was, and not how much. */
  | { readonly no: 'amount' }
  /** It is about the machine: only a proof can tell. */
  | { readonly no: 'proof' }
  /** It is about many consignments, or several runs. */
  | { readonly no: 'case' };

/** A name that is nowhere in a log, and the nearest that is. */
export interface MissingName {
  readonly name: string;
  readonly nearest: string | undefined;
}

/** What a rule cannot be asked without. `names`: what rules call the events of the log. */
interface Asked {
  readonly log: Log;
  readonly names: readonly string[];
  readonly model: Model;
}

/** Why a rule cannot be asked of a log; undefined: it can. */
export function whyUnchecked(rule: Rule, { log, names, model }: Asked): Unchecked | undefined {
  const { claim } = rule;
  if ('canEnd' in claim) return { no: 'proof' };
  if ('amount' in claim) return { no: 'amount' };
  const pattern = patternOf(rule);
  if (!('never' in claim) && pattern === undefined) return { no: 'case' };
  if ('never' in claim && !tellsStates(log)) return { no: 'state' };
  const isThere = (events: readonly string[]): boolean => events.some((name) => names.includes(name));
  if (!(pattern === undefined ? [eventsNamed(rule)] : needed(pattern)).every(isThere)) return { no: 'event' };
  const lost = attributesOf(rule).find(
    (name) => !log.attributes.some((each) => each.name === name && each.values.length > 0),
  );
  if (lost !== undefined) return { no: 'attribute', name: lost };
  const window = pattern !== undefined && 'window' in pattern ? pattern.window : undefined;
  if (window !== undefined && Number.isNaN(log.end)) return { no: 'time' };
  if (window?.hours !== undefined && !Object.hasOwn(model.scenario.calendars, window.hours))
    return { no: 'calendar', name: window.hours };
  return undefined;
}

/** What a rule names and the log does not have. A log that tells no states lacks none of them. */
export function missingIn(rule: Rule, { log, names }: Pick<Asked, 'log' | 'names'>): readonly MissingName[] {
  if ('never' in rule.claim && !tellsStates(log)) return [];
  return eventsNamed(rule)
    .filter((name) => !names.includes(name))
    .map((name) => ({ name, nearest: nearestWord(name, names) }));
}

/** All events that tell a log's cases apart under a rule: those that it names, that from which a window is counted too; states are entered. */
export function eventsNamed(rule: Rule): readonly string[] {
  const pattern = patternOf(rule);
  if (pattern === undefined) return 'never' in rule.claim ? statesNamed(rule) : [];
  const { a, b, c } = { b: [], c: [], ...pattern };
  const from = ('window' in pattern ? pattern.window?.from : undefined) ?? [];
  return [...new Set([a, b, c, from].flatMap(listOf))];
}

function statesNamed({ claim }: Rule): readonly string[] {
  return [...new Set(namedIn(claim).map(({ name }) => `enter:${name}`))];
}

function tellsStates({ events }: Log): boolean {
  return events.some(({ kind }) => kind === 'enter');
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

/**
 * The pattern that a case is followed by: that something is possible is shown by a case that breaks that it never happens. Undefined:
 * the rule is not about the events of a case.
 */
export function patternOf({ claim }: Rule): Pattern | undefined {
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
