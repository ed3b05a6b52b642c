import { present } from '../base/index.ts';
import type { Clock, Followed, Follower, Moment, Told, Verdict } from '../simulation/index.ts';
import { automatonOf, isDeafToOthers, symbols } from './automaton.ts';
import { clockReading, type ClockReading, type DueOf, type Stands, type Timed } from './clock-reading.ts';
import type { EventNames } from './event-names.ts';
import type { MomentEvents } from './moment-events.ts';
import type { Pattern } from './pattern.ts';
import type { Rule } from './rule.ts';
import type { Events } from './rule-words.ts';
import { standingOf, type Standing } from './standing.ts';
import { isIn } from './state-test.ts';
import { denialOf, marked, standing, symbolOf, triggersOf } from './symbols.ts';

/** A rule as it goes along with consignments: a machine, and what its states say of the rule. */
export interface RuleFollower extends Follower {
  /** By state: how the rule stands with a consignment whose flow has ended. */
  readonly ended: readonly Standing[];
  /** By state: how it stands with one that is cut off by the end of the run. */
  readonly left: readonly Standing[];
}

/** How a rule stands with counted consignments, in numbers of them; of those that broke it, the numbers of the first five. */
export interface RuleTally extends Readonly<Record<Standing, number>> {
  readonly examples: readonly number[];
}

/**
 * The follower of a rule; `guard` is that of its condition. None where a rule is not about single consignments, or about more than the
 * order of their events.
 */
export function ruleFollower(
  rule: Rule,
  of: {
    readonly names: EventNames;
    readonly events: MomentEvents;
    readonly guard: number | undefined;
    readonly dueOf: DueOf;
    readonly comesOnce: (events: Events) => boolean;
  },
): RuleFollower | undefined {
  const { claim } = rule;
  const telling = new Telling(rule, of.events, of.guard);
  if ('never' in claim) {
    const isForbidden = of.names.states.map((paths) => isIn(claim.never, paths));
    return made(telling, {
      ended: ['kept', 'broken'],
      left: ['kept', 'broken'],
      hears: (moment) => 'enters' in moment && isForbidden[moment.enters] === true,
      after: (told) => (told.some((each) => telling.stands(each, isForbidden)) ? [1, 1] : [0, 1]),
    });
  }
  if ('possible' in claim) {
    // A run shows that it is possible, or shows nothing.
    const denial = patternFollower(rule, denialOf(claim), telling);
    const shows = (stands: Standing): Standing => (stands === 'broken' ? 'kept' : 'never');
    const none = denial.ended.map(() => false);
    return {
      ...denial,
      ended: denial.ended.map(shows),
      left: denial.left.map(shows),
      tellsEnded: none,
      tellsLeft: none,
    };
  }
  if ('canEnd' in claim)
    return made(telling, { ended: ['kept'], left: ['open'], hears: () => false, after: () => [0] });
  if (!('template' in claim) || ('kinship' in claim && claim.kinship !== undefined)) return undefined;
  if (!('window' in claim) || claim.window === undefined) return patternFollower(rule, claim, telling);
  const reading = clockReading(claim, claim.window, { ...of, symbolOf: symbolOf(rule, claim) });
  return reading === undefined ? undefined : patternFollower(rule, claim, telling, reading);
}

/** What a follower has come to, in words of the rule. */
export function tallyOf(follower: RuleFollower, followed: Followed): RuleTally {
  const tally = { kept: 0, broken: 0, open: 0, never: 0 };
  for (const [state, stands] of follower.ended.entries()) tally[stands] += present(followed.ended[state], 'a state');
  for (const [state, stands] of follower.left.entries()) tally[stands] += present(followed.left[state], 'a state');
  return { ...tally, examples: followed.told };
}

/**
 * The machine of a pattern, each of its states once before and once after the rule was triggered, as far as they are come to. Where
 * a clock is read, what an event does hangs on how it stands.
 */
function patternFollower(rule: Rule, pattern: Pattern, telling: Telling, reading?: ClockReading): RuleFollower {
  const automaton = automatonOf(pattern);
  const symbol = remembered(symbolOf(rule, pattern));
  const states: { readonly mode: number; readonly isTriggered: boolean }[] = [
    // What is about the whole of a history is triggered by every history.
    { mode: 0, isTriggered: automaton.triggers.includes(0) },
  ];
  const find = (state: number, timed: Timed): number => {
    const before = present(states[state], 'a state');
    const mode =
      reading?.next(automaton, before.mode, timed) ??
      present(automaton.next[before.mode * symbols + timed.symbol], 'a state');
    const isTriggered = before.isTriggered || automaton.triggers.includes(timed.symbol);
    const known = states.findIndex((each) => each.mode === mode && each.isTriggered === isTriggered);
    return known >= 0 ? known : states.push({ mode, isTriggered }) - 1;
  };
  const next: number[] = [];
  const verdicts: readonly Stands[] = reading === undefined ? ['within'] : ['within', 'early', 'late'];
  for (let state = 0; state < states.length; state++)
    for (const stands of verdicts) for (let by = 0; by < symbols; by++) next.push(find(state, { symbol: by, stands }));
  const after = (state: number, { symbol: by, stands }: Timed): number =>
    present(next[(state * verdicts.length + verdicts.indexOf(stands)) * symbols + by], 'a state');
  const standings = (hasEnded: boolean): readonly Standing[] =>
    states.map((state) => standingOf(automaton, state, hasEnded));
  const seen = (told: readonly Told[], stands: Verdict): readonly Timed[] =>
    reading?.timed(telling.events(told), stands) ??
    telling.seen(told, symbol).map((by) => ({ symbol: by, stands: 'within' }));
  const isDeaf = isDeafToOthers(automaton);
  const matters = (event: string): boolean => {
    const by = symbol(event);
    return reading?.isFrom(event) === true || (by !== undefined && !(isDeaf && by === 0));
  };
  const mayMatter = remembered((event) => telling.names(event).some(matters));
  const follower = made(telling, {
    ended: standings(true),
    left: standings(false),
    hears: (moment) => telling.at(moment).some(mayMatter),
    after: (told, stands) => {
      const timed = seen(told, stands);
      return states.map((_, state) => timed.reduce(after, state));
    },
  });
  if (reading === undefined) return follower;
  // What owes something when its time has run out has broken the rule.
  const broken = states.findIndex(({ mode, isTriggered }) => isTriggered && automaton.isBroken[mode] === true);
  const clock: Clock = {
    opens: reading.opens,
    closes: reading.closes,
    turned: (told) => reading.turned(telling.events(told)),
    read: (told) => reading.read(telling.events(told)),
    afterLate: states.map(({ mode }, state) =>
      automaton.isKept[mode] === true || automaton.isBroken[mode] === true ? state : broken,
    ),
  };
  return { ...follower, clock };
}

function made(
  { asks }: Telling,
  of: Pick<RuleFollower, 'ended' | 'left' | 'hears'> & { readonly after: Follower['after'] },
): RuleFollower {
  return {
    ...of,
    states: of.ended.length,
    tellsEnded: of.ended.map((each) => each === 'broken'),
    tellsLeft: of.left.map((each) => each === 'broken'),
    ...(asks === undefined ? {} : { asks }),
  };
}

/** What consignments do, in the words of one rule. */
class Telling {
  readonly asks: Follower['asks'];
  readonly #events: MomentEvents;
  readonly #guard: number | undefined;
  readonly #triggers: ReadonlySet<string>;

  constructor(rule: Rule, events: MomentEvents, guard: number | undefined) {
    this.#events = events;
    this.#guard = guard;
    this.#triggers = new Set(triggersOf(rule));
    if (guard !== undefined) this.asks = { guard, at: (moment) => this.#isAskedAt(moment) };
  }

  /** What is done, as events in their order; one at which the condition of the rule holds is marked. */
  events(told: readonly Told[]): readonly string[] {
    const names: string[] = [];
    for (const { moment, holds } of told) {
      for (const event of this.#events.at(moment))
        names.push(holds && this.#triggers.has(event) ? marked(event) : event);
    }
    return names;
  }

  /** The events of a moment. */
  at(moment: Moment): readonly string[] {
    return this.#events.at(moment);
  }

  /** Names that an event may have: with the condition met and not. */
  names(event: string): readonly string[] {
    return this.#triggers.has(event) ? [event, marked(event)] : [event];
  }

  /** What is done, as symbols of the rule. */
  seen(told: readonly Told[], symbol: (event: string) => number | undefined): readonly number[] {
    return this.events(told)
      .map(symbol)
      .filter((each) => each !== undefined);
  }

  /** Whether a consignment comes to stand in one of these configurations while the condition holds. */
  stands({ moment, holds }: Told, configurations: readonly boolean[]): boolean {
    return 'enters' in moment && configurations[moment.enters] === true && (this.#guard === undefined || holds);
  }

  #isAskedAt(moment: Moment): boolean {
    return 'enters' in moment && this.#triggers.has(standing)
      ? true
      : this.#events.at(moment).some((event) => this.#triggers.has(event));
  }
}

/** The function, asked once for each event: many ways have the same. */
function remembered<Answer>(ask: (event: string) => Answer): typeof ask {
  const known = new Map<string, { readonly answer: Answer }>();
  return (event) => {
    const found = known.get(event) ?? { answer: ask(event) };
    known.set(event, found);
    return found.answer;
  };
}
