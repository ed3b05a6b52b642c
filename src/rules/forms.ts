import type { PairTemplate } from './pattern.ts';

/** How a pair is written: a list of two, or a map with a key for each. */
export type PairForm = 'list' | { readonly a: string; readonly b: string };

/** How the templates about two events are written in files. */
export const pairForms: Readonly<Record<PairTemplate, PairForm>> = {
  choice: 'list',
  exclusiveChoice: 'list',
  respondedExistence: { a: 'if', b: 'then' },
  response: { a: 'after', b: 'then' },
  alternateResponse: { a: 'after', b: 'then' },
  chainResponse: { a: 'after', b: 'next' },
  precedence: { a: 'need', b: 'before' },
  alternatePrecedence: { a: 'need', b: 'before' },
  chainPrecedence: { a: 'directly', b: 'before' },
  coexistence: 'list',
  succession: { a: 'first', b: 'then' },
  alternateSuccession: { a: 'first', b: 'then' },
  chainSuccession: { a: 'first', b: 'next' },
  notCoexistence: 'list',
  notResponse: { a: 'after', b: 'never' },
  notPrecedence: { a: 'never', b: 'before' },
  notChainResponse: { a: 'after', b: 'next' },
  notChainSuccession: { a: 'first', b: 'next' },
};

/** Whether a word is the name of a template about two events. */
export function isPairTemplate(word: string): word is PairTemplate {
  return Object.hasOwn(pairForms, word);
}

/** Templates that one event triggers, at which `when` can be asked: `a` or `b`. The others are about the whole of a history. */
export const triggeredBy: Readonly<Record<string, 'a' | 'b' | undefined>> = {
  absence: 'a',
  between: 'a',
  unwitnessed: 'b',
  respondedExistence: 'a',
  response: 'a',
  alternateResponse: 'a',
  chainResponse: 'a',
  precedence: 'b',
  alternatePrecedence: 'b',
  chainPrecedence: 'b',
  notResponse: 'a',
  notPrecedence: 'b',
  notChainResponse: 'a',
  notChainSuccession: 'a',
};
