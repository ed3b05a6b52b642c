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

const short = histories(7);

function stateAfter(automaton: Automaton, history: History): number {
  return history.reduce((state, { a, b }) => automaton.next[state * symbols + (a ? 1 : 0) + (b ? 2 : 0)] ?? -1, 0);
}

test('there are 23 templates', () => {
  expect(new Set(meanings.map(([{ template }]) => template)).size).toBe(23);
});

test.each(meanings)('%o is kept by the histories that it means, all of up to seven events', (pattern, meaning) => {
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

/** What a rule about three events means, said over whole histories of `a`, `b`, `c` and others. */
const ofThree: readonly (readonly [Pattern, (history: string) => boolean])[] = [
  [{ template: 'between', a: 'a', b: 'b', c: 'c' }, (history) => !/a[^b]*c/u.test(history)],
  [{ template: 'unwitnessed', a: 'a', b: 'b', c: 'c' }, (history) => !/^[^c]*a[^c]*b/u.test(history)],
  [{ template: 'unwitnessed', a: [], b: 'b', c: 'c' }, (history) => !/^[^c]*b/u.test(history)],
];

test.each(ofThree)('%o means the same on every history of up to six events', (pattern, isKept) => {
  const automaton = automatonOf(pattern);
  const visit = (history: string, mode: number): void => {
    expect(automaton.isKept[mode], history).toBe(isKept(history));
    // Both are broken for good as soon as they are.
    expect(automaton.isBroken[mode], history).toBe(!isKept(history));
    if (history.length === 6) return;
    for (const [symbol, event] of ['o', 'a', 'b', 'c'].entries())
      visit(history + event, automaton.next[mode * symbols + symbol] ?? -1);
  };
  visit('', 0);
});
