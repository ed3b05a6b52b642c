import { assert } from '../base/index.ts';
import { readRules, type RuleBook, type Waiting } from './read-rules.ts';
import type { Rule } from './rule.ts';
import { seaImportRules } from './sea-import.ts';

/** What has been read: a book takes a tenth of a second, which commands without rules do not wait for. */
const known = new Map<string, RuleBook>();

/** The rules that ship, by flow; read when they are first asked for. */
export const ruleBooks: Readonly<Record<string, readonly Rule[]>> = {
  get 'sea-import'() {
    return bookOf('sea-import', seaImportRules).rules;
  },
};

/** The rules that ship for a flow of this name; undefined: none do. */
export function shippedRules(flow: string): readonly Rule[] | undefined {
  return Object.hasOwn(ruleBooks, flow) ? ruleBooks[flow] : undefined;
}

/** Rules of the same sources that wait for something that the flow does not model, by flow. */
export const waitingRules: Readonly<Record<string, readonly Waiting[]>> = {
  get 'sea-import'() {
    return bookOf('sea-import', seaImportRules).waiting;
  },
};

function bookOf(flow: string, text: string): RuleBook {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const book = readRules({ file: flow, text });
  assert(book.ok, `the rules of ${flow} are right`);
  known.set(flow, book.value);
  return book.value;
}
