import { present } from '../base/index.ts';
import type { TermLength } from '../notation/index.ts';
import type { Clock, Verdict } from '../simulation/index.ts';
import { symbols, type Automaton } from './automaton.ts';
import type { PairTemplate, Pattern, Window } from './pattern.ts';
import type { Events } from './rule-words.ts';
import { listOf, unmarked } from './symbols.ts';

/** How a window stands when an event comes. */
export type Stands = Exclude<Verdict, 'still'>;

/** An event as a rule with a window sees it: what it is to the rule, and how the clock stands when it comes. */
export interface Timed {
  readonly symbol: number;
  readonly stands: Stands;
}

/** When a length of time has run out; `hours`: the calendar in whose open minutes it is counted. */
export type DueOf = (length: TermLength, hours: string | undefined) => Clock['opens'];

/** How the clock may stand among events of one instant: as before them, running since some time or now, running since now, still. */
type Hand = 'before' | 'running' | 'now' | 'still';

/** What an `a` and a `b` do to the clock. */
interface Plan {
  /** What waits for its `b`, what looks back for an `a`, what forbids the `b`. */
  readonly sort: 'owes' | 'looksBack' | 'forbids';
  readonly a: 'start' | 'restart' | 'nothing';
  readonly b: 'stop' | 'nothing';
}

/**
 * How a rule with a window reads one clock. It can where one instant says all: the earliest `a` that waits, or the latest. Where both
 * ends of a window count and several `a` may wait it would take many: then there is none.
 */
export function clockReading(
  claim: Extract<Pattern, { readonly window?: Window }>,
  window: Window,
  of: {
    readonly symbolOf: (event: string) => number | undefined;
    readonly dueOf: DueOf;
    readonly comesOnce: (events: Events) => boolean;
  },
): ClockReading | undefined {
  const plan = planOf(claim.template, window, () => of.comesOnce(claim.a));
  return plan === undefined ? undefined : new ClockReading(plan, window, of);
}

/** Reads and turns the clock of a rule. */
export class ClockReading {
  readonly opens: Clock['opens'];
  readonly closes: Clock['closes'];
  readonly #plan: Plan;
  readonly #from: ReadonlySet<string>;
  readonly #symbolOf: (event: string) => number | undefined;
  /** How it stands in the instant in which it was started. */
  readonly #atOnce: Stands;

  constructor(plan: Plan, window: Window, of: Parameters<typeof clockReading>[2]) {
    const { atLeast, within, from = [], hours } = window;
    this.opens = atLeast && of.dueOf(atLeast, hours);
    this.closes = within && of.dueOf(within, hours);
    this.#plan = plan;
    this.#from = new Set(listOf(from));
    this.#symbolOf = of.symbolOf;
    // No day is over at once, not even the one that begins.
    const opensAtOnce = atLeast === undefined || (atLeast.unit === 'minutes' && atLeast.count === 0);
    this.#atOnce = opensAtOnce ? 'within' : 'early';
  }

  /** Whether the clock runs from an event. */
  isFrom(event: string): boolean {
    return this.#from.has(unmarked(event));
  }

  /** Events of one instant, where the clock stands so before them. */
  timed(events: readonly string[], stands: Verdict): readonly Timed[] {
    return this.#walk(events).timed.map(({ symbol, hand }) => ({ symbol, stands: this.#standsAt(hand, stands) }));
  }

  /** How the window stands among events, by how the clock stood before them. While it stands still nothing is early or late. */
  #standsAt(hand: Hand, before: Verdict): Stands {
    if (hand === 'now') return this.#atOnce;
    if (hand === 'still') return 'within';
    if (before !== 'still') return before;
    // It was started just now, unless nothing has started it.
    return hand === 'running' ? this.#atOnce : 'within';
  }

  turned(events: readonly string[]): ReturnType<Clock['turned']> {
    const { hand } = this.#walk(events);
    return hand === 'before' ? undefined : ({ running: 'start', now: 'restart', still: 'stop' } as const)[hand];
  }

  read(events: readonly string[]): ReturnType<Clock['read']> {
    return this.#walk(events).timed.some(
      ({ symbol, hand }) => (symbol & 2) !== 0 && (hand === 'before' || hand === 'running'),
    );
  }

  /** The mode of the rule's machine that follows. */
  next({ next, isKept, isBroken }: Automaton, mode: number, { symbol, stands }: Timed): number {
    const after = (from: number, by: number): number => present(next[from * symbols + by], 'a mode');
    if (stands === 'within' || (symbol & 2) === 0 || isBroken[mode] === true) return after(mode, symbol);
    switch (this.#plan.sort) {
      case 'owes':
        if (stands === 'early') return after(mode, symbol & 1);
        return isKept[mode] === true ? after(mode, symbol) : isBroken.lastIndexOf(true);
      case 'looksBack':
        // The `a` before it does not count.
        return after(0, symbol);
      default:
        return after(mode, symbol & 1);
    }
  }

  #walk(events: readonly string[]): {
    readonly timed: readonly { readonly symbol: number; readonly hand: Hand }[];
    readonly hand: Hand;
  } {
    const timed: { symbol: number; hand: Hand }[] = [];
    let hand: Hand = 'before';
    const start = (): Hand => (hand === 'before' ? 'running' : hand === 'still' ? 'now' : hand);
    for (const event of events) {
      if (this.isFrom(event)) hand = start();
      const symbol = this.#symbolOf(event);
      if (symbol === undefined) continue;
      timed.push({ symbol, hand });
      if ((symbol & 2) !== 0 && this.#plan.b === 'stop') hand = 'still';
      if ((symbol & 1) !== 0 && this.#plan.a === 'start') hand = start();
      if ((symbol & 1) !== 0 && this.#plan.a === 'restart') hand = 'now';
    }
    return { timed, hand };
  }
}

function planOf(template: PairTemplate, { atLeast, within, from }: Window, isAlone: () => boolean): Plan | undefined {
  const sort =
    template.endsWith('Precedence') || template === 'precedence'
      ? 'looksBack'
      : template.startsWith('not')
        ? 'forbids'
        : 'owes';
  if (from !== undefined) return { sort, a: 'nothing', b: 'nothing' };
  // Only one `a` waits at a time: the next event, or the next `a`, has decided about it.
  if (template === 'alternateResponse' || template.toLowerCase().includes('chain'))
    return { sort, a: 'restart', b: 'nothing' };
  if (atLeast !== undefined && within !== undefined)
    return isAlone() ? { sort, a: 'restart', b: 'nothing' } : undefined;
  // A `b` in time answers all that wait, so the earliest says whether it is; one that must not come early answers all if it does the latest.
  if (sort === 'owes')
    return within === undefined ? { sort, a: 'restart', b: 'nothing' } : { sort, a: 'start', b: 'stop' };
  if (within !== undefined) return { sort, a: 'restart', b: 'nothing' };
  return { sort, a: 'start', b: template === 'alternatePrecedence' ? 'stop' : 'nothing' };
}
