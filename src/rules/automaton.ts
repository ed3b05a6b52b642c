import { present } from '../base/index.ts';
import type { PairTemplate, Pattern } from './pattern.ts';
import { listOf } from './symbols.ts';

/** What an event is to a rule: neither `a` nor `b`, `a`, `b`, or both; to a rule with a `c`, which has no event twice, the last is `c`. */
export const symbols = 4;

/** A rule as a small machine over the symbols 0 (neither), 1 (`a`), 2 (`b`) and 3 (both). It begins in state 0. */
export interface Automaton {
  readonly states: number;
  /** State that follows, by `state * symbols + symbol`. */
  readonly next: readonly number[];
  /** By state: whether the rule is kept if the history ends there. */
  readonly isKept: readonly boolean[];
  /** By state: whether the rule is broken whatever comes. */
  readonly isBroken: readonly boolean[];
  /** Symbols at which the rule begins to say something: a rule that never sees one is never triggered. */
  readonly triggers: readonly number[];
}

/** The state that a machine comes to by some symbols. */
export function after({ next }: Automaton, state: number, happened: readonly number[]): number {
  return happened.reduce((before, symbol) => present(next[before * symbols + symbol], 'a state of a rule'), state);
}

/** The machine of a pattern. */
export function automatonOf(pattern: Pattern): Automaton {
  switch (pattern.template) {
    case 'existence':
      return counting(pattern.times, (count) => (count < pattern.times ? 'open' : 'kept'), false);
    case 'absence':
      return counting(pattern.times, (count) => (count < pattern.times ? 'kept' : 'broken'), pattern.times > 1);
    case 'exactly':
      return counting(
        pattern.times + 1,
        (count) => (count < pattern.times ? 'open' : count === pattern.times ? 'kept' : 'broken'),
        true,
      );
    case 'init':
      // Nothing has happened; something else came first; it came first.
      return made([row(1, 2, 1, 2), row(1), row(2)], { open: [0], broken: [1], triggers: [0, 1, 2, 3] });
    case 'end':
      return made([row(0, 1, 0, 1), row(0, 1, 0, 1)], { open: [0], triggers: [0, 1, 2, 3] });
    case 'between':
      return made([row(0, 1, 0, 0), row(1, 1, 0, -1)], { triggers: [1] });
    case 'unwitnessed':
      // It may not come yet; it may; it never may again.
      return listOf(pattern.a).length === 0
        ? made([row(0, 0, -1, 1), row(1)], { triggers: [2] })
        : made([row(0, 1, 0, 2), row(1, 1, -1, 2), row(2)], { triggers: [2] });
    default:
      return present(pairs[pattern.template], pattern.template)();
  }
}

/** Whether events that are neither `a` nor `b` never move a machine or trigger it. */
export function isDeafToOthers({ states, next, triggers }: Automaton): boolean {
  return (
    !triggers.includes(0) && Array.from({ length: states }, (_, mode) => next[mode * symbols] === mode).every(Boolean)
  );
}

/** Machines of the templates about two events; -1 leads to the state in which the rule is broken. */
const pairs: Readonly<Record<PairTemplate, () => Automaton>> = {
  choice: () => made([row(0, 1, 1, 1), row(1)], { open: [0], triggers: [0, 1, 2, 3] }),
  exclusiveChoice: () =>
    made([row(0, 1, 2, -1), row(1, 1, -1, -1), row(2, -1, 2, -1)], { open: [0], triggers: [0, 1, 2, 3] }),
  respondedExistence: () => made([row(0, 1, 2, 2), row(1, 1, 2, 2), row(2)], { open: [1] }),
  response: () => made([row(0, 1, 0, 1), row(1, 1, 0, 1)], { open: [1] }),
  alternateResponse: () => made([row(0, 1, 0, 1), row(1, -1, 0, 1)], { open: [1] }),
  chainResponse: () => made([row(0, 1, 0, 1), row(-1, -1, 0, 1)], { open: [1] }),
  precedence: () => made([row(0, 1, -1, -1), row(1)], { triggers: [2, 3] }),
  alternatePrecedence: () => made([row(0, 1, -1, -1), row(1, 1, 0, 1)], { triggers: [2, 3] }),
  chainPrecedence: () => made([row(0, 1, -1, -1), row(0, 1, 0, 1)], { triggers: [2, 3] }),
  coexistence: () =>
    made([row(0, 1, 2, 3), row(1, 1, 3, 3), row(2, 3, 2, 3), row(3)], { open: [1, 2], triggers: [1, 2, 3] }),
  succession: () => made([row(0, 1, -1, -1), row(1, 1, 2, 1), row(2, 1, 2, 1)], { open: [1], triggers: [1, 2, 3] }),
  alternateSuccession: () => made([row(0, 1, -1, -1), row(1, -1, 0, 1)], { open: [1], triggers: [1, 2, 3] }),
  chainSuccession: () => made([row(0, 1, -1, -1), row(-1, -1, 0, 1)], { open: [1], triggers: [1, 2, 3] }),
  notCoexistence: () => made([row(0, 1, 2, -1), row(1, 1, -1, -1), row(2, -1, 2, -1)], { triggers: [1, 2, 3] }),
  notResponse: () => made([row(0, 1, 0, 1), row(1, 1, -1, -1)], {}),
  notPrecedence: () => made([row(0, 1, 0, 1), row(1, 1, -1, -1)], { triggers: [2, 3] }),
  notChainResponse: () => made([row(0, 1, 0, 1), row(0, 1, -1, -1)], {}),
  notChainSuccession: () => made([row(0, 1, 0, 1), row(0, 1, -1, -1)], { triggers: [1, 2, 3] }),
};

/** Follows a state under the four symbols; one number stands for all of them. */
function row(other: number, a = other, b = other, both = b): readonly number[] {
  return [other, a, b, both];
}

/** A machine from its rows. States are kept unless they are open or broken; -1 leads to a broken state behind the others. */
function made(
  rows: readonly (readonly number[])[],
  of: { readonly open?: readonly number[]; readonly broken?: readonly number[]; readonly triggers?: readonly number[] },
): Automaton {
  const { open = [], broken = [], triggers = [1, 3] } = of;
  const dead = rows.length;
  const isDead = (state: number): boolean => state === dead || broken.includes(state);
  const states = Array.from({ length: dead + 1 }, (_, state) => state);
  return {
    states: states.length,
    next: [...rows.flat().map((state) => (state < 0 ? dead : state)), ...row(dead)],
    isKept: states.map((state) => !isDead(state) && !open.includes(state)),
    isBroken: states.map(isDead),
    triggers,
  };
}

/** Counts `a` up to so many. */
function counting(
  most: number,
  stands: (count: number) => 'open' | 'kept' | 'broken',
  isTriggeredByA: boolean,
): Automaton {
  const counts = Array.from({ length: most + 1 }, (_, count) => count);
  return {
    states: counts.length,
    next: counts.flatMap((count) => row(count, Math.min(count + 1, most), count, Math.min(count + 1, most))),
    isKept: counts.map((count) => stands(count) === 'kept'),
    isBroken: counts.map((count) => stands(count) === 'broken'),
    triggers: isTriggeredByA ? [1, 3] : [0, 1, 2, 3],
  };
}
