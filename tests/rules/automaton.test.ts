import { expect, test } from 'vitest';
import { automatonOf, symbols, type Automaton } from '../../src/rules/automaton.ts';
import type { PairTemplate, Pattern } from '../../src/rules/pattern.ts';

/** A history as what its events are: `a`, `b`, both or neither. */
type History = readonly { readonly a: boolean; readonly b: boolean }[];

/** What the templates mean, said over whole histories: nothing of it is shared with the machines. */
const pairMeanings: Readonly<Record<PairTemplate, (history: History) => boolean>> = {
  choice: (history) => history.some(({ a, b }) => a || b),
  exclusiveChoice: (history) => history.some(({ a }) => a) !== history.some(({ b }) => b),
  respondedExistence: (history) =>
    history.every(({ a }, at) => !a || history.some(({ b }, other) => b && other !== at) || history[at]?.b === true),
  response: (history) => history.every(({ a }, at) => !a || history.slice(at + 1).some(({ b }) => b)),
  alternateResponse: (history) =>
    history.every(({ a }, at) => {
      if (!a) return true;
      const answer = history.findIndex(({ b }, other) => other > at && b);
      const again = history.findIndex((event, other) => other > at && event.a);
      return answer >= 0 && (again < 0 || answer <= again);
    }),
  chainResponse: (history) => history.every(({ a }, at) => !a || history[at + 1]?.b === true),
  precedence: (history) => history.every(({ b }, at) => !b || history.slice(0, at).some(({ a }) => a)),
  alternatePrecedence: (history) =>
    history.every(({ b }, at) => {
      if (!b) return true;
      const before = history.findLastIndex((event, other) => other < at && event.b);
      return history.slice(Math.max(0, before), at).some(({ a }) => a);
    }),
  chainPrecedence: (history) => history.every(({ b }, at) => !b || history[at - 1]?.a === true),
  coexistence: (history) => history.some(({ a }) => a) === history.some(({ b }) => b),
  succession: (history) => pairMeanings.response(history) && pairMeanings.precedence(history),
  alternateSuccession: (history) =>
    pairMeanings.alternateResponse(history) && pairMeanings.alternatePrecedence(history),
  chainSuccession: (history) => pairMeanings.chainResponse(history) && pairMeanings.chainPrecedence(history),
  notCoexistence: (history) => !(history.some(({ a }) => a) && history.some(({ b }) => b)),
  notResponse: (history) => history.every(({ a }, at) => !a || !history.slice(at + 1).some(({ b }) => b)),
  notPrecedence: (history) => history.every(({ b }, at) => !b || !history.slice(0, at).some(({ a }) => a)),
  notChainResponse: (history) => history.every(({ a }, at) => !a || history[at + 1]?.b !== true),
  notChainSuccession: (history) =>
    history.every(({ a }, at) => !a || history[at + 1]?.b !== true) &&
    history.every(({ b }, at) => !b || history[at - 1]?.a !== true),
};

const meanings: readonly (readonly [Pattern, (history: History) => boolean])[] = [
  ...[1, 2, 3].flatMap((times) => [
    [{ template: 'existence', a: 'a', times }, (history: History) => countOf(history) >= times] as const,
    [{ template: 'absence', a: 'a', times }, (history: History) => countOf(history) < times] as const,
    [{ template: 'exactly', a: 'a', times }, (history: History) => countOf(history) === times] as const,
  ]),
  [{ template: 'init', a: 'a' }, (history) => history[0]?.a === true],
  [{ template: 'end', a: 'a' }, (history) => history.at(-1)?.a === true],
  ...Object.entries(pairMeanings).map(
    ([template, meaning]) => [{ template: template as PairTemplate, a: 'a', b: 'b' }, meaning] as const,
  ),
];

function countOf(history: History): number {
  return history.filter(({ a }) => a).length;
}

/** All histories of at most so many events. */
function histories(most: number): readonly History[] {
  const events = [0, 1, 2, 3].map((symbol) => ({ a: (symbol & 1) !== 0, b: (symbol & 2) !== 0 }));
  let longest: readonly History[] = [[]];
  const all = [...longest];
  for (let length = 1; length <= most; length++) {
    longest = longest.flatMap((history) => events.map((event) => [...history, event]));
    all.push(...longest);
  }
  return all;
}

const short = histories(6);

function stateAfter(automaton: Automaton, history: History): number {
  return history.reduce((state, { a, b }) => automaton.next[state * symbols + (a ? 1 : 0) + (b ? 2 : 0)] ?? -1, 0);
}

test('there are 23 templates', () => {
  expect(new Set(meanings.map(([{ template }]) => template)).size).toBe(23);
});

test.each(meanings)('%o is kept by the histories that it means, all of up to six events', (pattern, meaning) => {
  const automaton = automatonOf(pattern);
  for (const history of short) {
    const state = stateAfter(automaton, history);
    if (automaton.isKept[state] !== meaning(history))
      expect({ history, kept: automaton.isKept[state] }).toEqual({ history, kept: meaning(history) });
  }
});

test.each(meanings)('%o is broken for good where no more events can mend it, and only there', (pattern, meaning) => {
  const automaton = automatonOf(pattern);
  const more = histories(3);
  for (const history of histories(3)) {
    const canMend = more.some((rest) => meaning([...history, ...rest]));
    expect(automaton.isBroken[stateAfter(automaton, history)]).toBe(!canMend);
  }
});
