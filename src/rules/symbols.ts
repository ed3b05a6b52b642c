import { triggeredBy } from './forms.ts';
import type { Pattern } from './pattern.ts';
import type { Events } from './rule-words.ts';
import type { Rule, Witness } from './rule.ts';

/** The event of a consignment that stands somewhere after a step: what a condition of a rule about states is asked at. */
export const standing = 'stands:';

/** No event has a name with it. */
const mark = '\u0000';

/** An event at which the condition of a rule was asked, and holds. */
export function marked(event: string): string {
  return `${mark}${event}`;
}

/** The event itself. */
export function unmarked(event: string): string {
  return event.startsWith(mark) ? event.slice(mark.length) : event;
}

/** The events as a list. */
export function listOf(events: Events): readonly string[] {
  return typeof events === 'string' ? [events] : events;
}

/** All events that a pattern speaks of. */
function eventsOf(pattern: Pattern): readonly string[] {
  return [
    ...listOf(pattern.a),
    ...('b' in pattern ? listOf(pattern.b) : []),
    ...('c' in pattern ? listOf(pattern.c) : []),
  ];
}

/** The pattern that is broken by what a witness says is possible. */
export function denialOf({ possible, after = [], without = [] }: Witness): Pattern {
  return { template: 'unwitnessed', a: after, b: possible, c: without };
}

/** Events at which the condition of a rule is asked. */
export function triggersOf({ claim }: Rule): readonly string[] {
  if ('never' in claim) return [standing];
  if ('possible' in claim) return listOf(claim.possible);
  if (!('template' in claim)) return [];
  const by = triggeredBy[claim.template];
  return by === 'b' && 'b' in claim ? listOf(claim.b) : by === 'a' ? listOf(claim.a) : [];
}

/**
 * What an event is to a pattern of a rule, as {@link automatonOf} numbers it; undefined: it does not count, since only events of the
 * kinds that the pattern names do (between two milestones there is no other milestone, however many states are entered). Where the
 * rule has a condition, what triggers it must be marked; an event that is not is none.
 */
export function symbolOf(rule: Rule, pattern: Pattern): (event: string) => number | undefined {
  const spoken = new Set(eventsOf(pattern).map(kindOf));
  const a = new Set(listOf(pattern.a));
  const b = new Set('b' in pattern ? listOf(pattern.b) : []);
  const c = new Set('c' in pattern ? listOf(pattern.c) : []);
  const by = rule.when === undefined ? undefined : (triggeredBy[pattern.template] ?? 'a');
  return (name) => {
    const event = unmarked(name);
    if (!spoken.has(kindOf(event))) return undefined;
    if (c.has(event)) return 3;
    const isMarked = event !== name;
    return (a.has(event) && (by !== 'a' || isMarked) ? 1 : 0) + (b.has(event) && (by !== 'b' || isMarked) ? 2 : 0);
  };
}

/** `enter`, `start` ...; empty for milestones, and for what a log calls as it likes. */
function kindOf(event: string): string {
  const kind = event.slice(0, Math.max(0, event.indexOf(':')));
  return kinds.has(kind) ? kind : '';
}

/** Those of marks (see `marked` of flows) among them: a machine that tells more says nothing more to rules about its milestones. */
const kinds: ReadonlySet<string> = new Set([
  'enter',
  'leave',
  'start',
  'end',
  'due',
  'fee',
  'stands',
  'entered',
  'taken',
]);
