import { assert, present } from '../base/index.ts';
import { automatonOf, isDeafToOthers, symbols, type Automaton } from './automaton.ts';
import type { Pattern, Window } from './pattern.ts';
import type { Rule } from './rule.ts';
import { standingOf, type Standing } from './standing.ts';
import { listOf, symbolOf, marked, triggersOf } from './symbols.ts';

/** When the lengths of windows end. */
export interface Dues {
  /** The instant at which `length` has run out that began at `at`; both in minutes. `hours`: a calendar whose minutes count. */
  due(length: NonNullable<Window['within']>, at: number, hours: string | undefined): number;
}

/** What a case tells of an event. */
export interface EventFacts {
  /** Whether the condition of this rule (by its place among those of the monitors) holds for the case as it now stands. */
  holds(rule: number): boolean;
  /** An attribute of the event, for rules about what two events have in common. */
  attribute(name: string): string | undefined;
}

/** A case under way: where it stands under each rule. */
export interface Case {
  /** By rule: the state of its machine. */
  readonly modes: Uint8Array;
  readonly isTriggered: Uint8Array;
  /** By rule that compares two events: what it remembers. */
  readonly memories: readonly (Memory | undefined)[];
}

/**
 * Rules about one case each, followed event by event: what of `automatonOf` is a table is a look into it, and an event costs nothing
 * to the rules that it does not move. Rules with a window or a kinship remember the events that they may have to compare.
 */
export class Monitors {
  readonly rules: readonly Rule[];
  readonly #automata: readonly Automaton[];
  readonly #patterns: readonly Pattern[];
  /** By event: the rules that it moves, and what it is to each, with its condition met and not. */
  readonly #moved: readonly (readonly Moved[])[];
  readonly #dues: Dues;

  /** `events` are the names of events by number; each rule is a pattern. */
  constructor(rules: readonly Rule[], events: readonly string[], dues: Dues) {
    this.rules = rules;
    this.#dues = dues;
    this.#patterns = rules.map(({ claim }) => {
      assert('template' in claim, 'a monitor follows patterns');
      return claim;
    });
    this.#automata = this.#patterns.map(automatonOf);
    const readers = rules.map((rule, index) => ({
      symbol: symbolOf(rule, present(this.#patterns[index], 'a pattern')),
      asks: new Set(rule.when === undefined ? [] : triggersOf(rule)),
      from: new Set(fromOf(present(this.#patterns[index], 'a pattern'))),
    }));
    this.#moved = events.map((event) =>
      readers.flatMap(({ symbol, asks, from }, rule) => {
        const otherwise = symbol(event);
        const met = asks.has(event) ? symbol(marked(event)) : otherwise;
        const isFrom = from.has(event);
        if (otherwise === undefined && !isFrom) return [];
        const isIdle =
          met === 0 && otherwise === 0 && !isFrom && isDeafToOthers(present(this.#automata[rule], 'a rule'));
        return isIdle ? [] : [{ rule, met: met ?? -1, otherwise: otherwise ?? -1, isFrom }];
      }),
    );
  }

  /** A case to which nothing has happened. */
  begin(): Case {
    return {
      modes: new Uint8Array(this.rules.length),
      isTriggered: new Uint8Array(this.rules.length),
      memories: this.#patterns.map((pattern) => (compares(pattern) ? new Memory(pattern, this.#dues) : undefined)),
    };
  }

  /** An event happens to a case, `at` in minutes; not a number where the time is not known. */
  happen(one: Case, event: number, at: number, facts: EventFacts): void {
    for (const { rule, met, otherwise, isFrom } of present(this.#moved[event], 'an event')) {
      const symbol = met === otherwise || facts.holds(rule) ? met : otherwise;
      const memory = one.memories[rule];
      if (memory !== undefined) {
        if (isFrom) memory.begin(at);
        if (symbol < 0) continue;
        if (memory.happen(symbol, at, facts)) one.isTriggered[rule] = 1;
        continue;
      }
      const automaton = present(this.#automata[rule], 'a rule');
      if (automaton.triggers.includes(symbol)) one.isTriggered[rule] = 1;
      one.modes[rule] = present(automaton.next[(one.modes[rule] ?? 0) * symbols + symbol], 'a state of a rule');
    }
  }

  /** How each rule stands; `hasEnded` is false where the history is cut off at `at`, and what is owed may still come. */
  end(one: Case, at: number, hasEnded: boolean): readonly Standing[] {
    return this.rules.map((_, rule): Standing => {
      const isTriggered = one.isTriggered[rule] === 1;
      const memory = one.memories[rule];
      if (memory !== undefined) return memory.end(at, isTriggered, hasEnded);
      return standingOf(present(this.#automata[rule], 'a rule'), { mode: one.modes[rule] ?? 0, isTriggered }, hasEnded);
    });
  }
}

interface Moved {
  readonly rule: number;
  /** What the event is to the rule where its condition holds, and where not; -1: it does not count. */
  readonly met: number;
  readonly otherwise: number;
  /** Whether a window is counted from it. */
  readonly isFrom: boolean;
}

function compares(pattern: Pattern): pattern is Comparing {
  return 'b' in pattern && !('c' in pattern) && (pattern.window !== undefined || pattern.kinship !== undefined);
}

type Comparing = Extract<Pattern, { readonly window?: Window }>;

function fromOf(pattern: Pattern): readonly string[] {
  return compares(pattern) && pattern.window?.from !== undefined ? listOf(pattern.window.from) : [];
}

/** Templates by which an `a` waits for its `b`. */
const isOwing: ReadonlySet<string> = new Set(['response', 'alternateResponse', 'chainResponse']);

/** An `a` that a `b` may be held against. */
interface First {
  /** When the window opens and closes; set once its beginning is known. */
  opens: number;
  closes: number;
  readonly kin: readonly (string | undefined)[];
}

/**
 * What a rule with a window or a kinship remembers: the `a` that are still to be compared with a `b`. A pair is one if the `b` lies
 * in the window of the `a` and the two have in common what they must.
 */
class Memory {
  readonly #pattern: Comparing;
  readonly #dues: Dues;
  readonly #names: readonly string[];
  readonly #same: number;
  #firsts: First[] = [];
  #isBroken = false;
  /** An event came at an unknown time, so that windows cannot be told. */
  #isUnclear = false;
  #from = Number.NaN;

  constructor(pattern: Comparing, dues: Dues) {
    this.#pattern = pattern;
    this.#dues = dues;
    const { same = [], different = [] } = pattern.kinship ?? {};
    this.#names = [...same, ...different];
    this.#same = same.length;
  }

  /** The event has come that the window is counted from; the first counts. */
  begin(at: number): void {
    if (!Number.isNaN(this.#from)) return;
    this.#from = at;
    for (const first of this.#firsts) this.#open(first, at);
  }

  /** An event comes; true if it triggers the rule. */
  happen(symbol: number, at: number, facts: EventFacts): boolean {
    const { template } = this.#pattern;
    const isA = (symbol & 1) !== 0;
    const isB = (symbol & 2) !== 0;
    const kin = this.#names.map((name) => facts.attribute(name));
    const fits = (first: First): boolean => at >= first.opens && at <= first.closes && this.#isKin(first.kin, kin);
    const isChain = template.startsWith('chain') || template === 'notChainResponse';
    let isTrigger = isA;
    if (this.#pattern.window !== undefined && Number.isNaN(at)) this.#isUnclear = true;
    if (!isOwing.has(template)) this.#firsts = this.#firsts.filter(({ closes }) => !(closes < at));
    switch (template) {
      case 'response':
      case 'alternateResponse': {
        this.#expire(at);
        if (isB) this.#firsts = this.#firsts.filter((first) => !fits(first));
        if (isA && template === 'alternateResponse' && this.#firsts.length > 0) this.#isBroken = true;
        break;
      }
      case 'chainResponse':
        if (this.#firsts.length > 0 && !(isB && this.#firsts.every(fits))) this.#isBroken = true;
        break;
      case 'notResponse':
      case 'notChainResponse':
        if (isB && this.#firsts.some(fits)) this.#isBroken = true;
        break;
      default:
        // Precedence: the `b` looks back.
        isTrigger = isB;
        if (isB) {
          if (!this.#firsts.some(fits)) this.#isBroken = true;
          if (template === 'alternatePrecedence') this.#firsts = [];
        }
    }
    if (isChain) this.#firsts = [];
    if (isA) this.#remember(at, kin);
    return isTrigger;
  }

  /** How the rule stands when the history is over, or cut off at this instant. */
  end(at: number, isTriggered: boolean, hasEnded: boolean): Standing {
    if (this.#isUnclear) return 'open';
    const owes = isOwing.has(this.#pattern.template);
    if (owes) this.#expire(at);
    if (this.#isBroken) return 'broken';
    if (owes && this.#firsts.length > 0) return hasEnded ? 'broken' : 'open';
    return isTriggered ? 'kept' : 'never';
  }

  /** What has waited beyond its window is broken. */
  #expire(at: number): void {
    if (this.#firsts.some(({ closes }) => closes < at)) this.#isBroken = true;
  }

  #remember(at: number, kin: First['kin']): void {
    const first: First = { opens: Number.NEGATIVE_INFINITY, closes: Number.POSITIVE_INFINITY, kin };
    const { window } = this.#pattern;
    if (window !== undefined) {
      if (window.from === undefined) this.#open(first, at);
      else if (!Number.isNaN(this.#from)) this.#open(first, this.#from);
    }
    // Of two that ask for the same one is enough.
    const isAlike = (other: First): boolean =>
      other.opens === first.opens &&
      other.closes === first.closes &&
      other.kin.every((each, index) => each === kin[index]);
    if (!this.#firsts.some(isAlike)) this.#firsts.push(first);
  }

  #open(first: First, at: number): void {
    const { within, atLeast, hours } = this.#pattern.window ?? {};
    if (atLeast !== undefined) first.opens = this.#dues.due(atLeast, at, hours);
    if (within !== undefined) first.closes = this.#dues.due(within, at, hours);
  }

  #isKin(a: First['kin'], b: First['kin']): boolean {
    return a.every((each, index) =>
      index < this.#same ? each !== undefined && each === b[index] : each === undefined || each !== b[index],
    );
  }
}
