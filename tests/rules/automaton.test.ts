import { expect, test } from 'vitest';
import { automatonOf, symbols, type Automaton } from '../../src/rules/automaton.ts';
import type { Pattern } from '../../src/rules/pattern.ts';
import { histories, meaningOf, pairMeanings, type History } from './meanings.ts';

const meanings: readonly (readonly [Pattern, (history: History) => boolean])[] = (
  [
    ...[1, 2, 3].flatMap((times) => [
      { template: 'existence', a: 'a', times },
      { template: 'absence', a: 'a', times },
      { template: 'exactly', a: 'a', times },
    ]),
    { template: 'init', a: 'a' },
    { template: 'end', a: 'a' },
    ...Object.keys(pairMeanings).map((template) => ({ template, a: 'a', b: 'b' })),
  ] as readonly Pattern[]
).map((pattern) => [pattern, meaningOf(pattern)]);

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
