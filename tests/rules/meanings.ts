import type { PairTemplate, Pattern } from '../../src/rules/pattern.ts';

/** A history as what its events are: `a`, `b`, both or neither. */
export type History = readonly { readonly a: boolean; readonly b: boolean }[];

/** What the templates mean, said over whole histories: nothing of it is shared with the machines. */
export const pairMeanings: Readonly<Record<PairTemplate, (history: History) => boolean>> = {
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

/** Whether a history of whole length keeps a pattern. */
export function meaningOf(pattern: Pattern): (history: History) => boolean {
  switch (pattern.template) {
    case 'existence':
      return (history) => countOf(history) >= pattern.times;
    case 'absence':
      return (history) => countOf(history) < pattern.times;
    case 'exactly':
      return (history) => countOf(history) === pattern.times;
    case 'init':
      return (history) => history[0]?.a === true;
    case 'end':
      return (history) => history.at(-1)?.a === true;
    case 'between':
    case 'unwitnessed':
      throw new Error(`${pattern.template} is not one of the 23`);
    default:
      return pairMeanings[pattern.template];
  }
}

function countOf(history: History): number {
  return history.filter(({ a }) => a).length;
}

/** All histories of at most so many events. */
export function histories(most: number): readonly History[] {
  const events = [0, 1, 2, 3].map((symbol) => ({ a: (symbol & 1) !== 0, b: (symbol & 2) !== 0 }));
  let longest: readonly History[] = [[]];
  const all = [...longest];
  for (let length = 1; length <= most; length++) {
    longest = longest.flatMap((history) => events.map((event) => [...history, event]));
    all.push(...longest);
  }
  return all;
}
