import { assert } from '../base/index.ts';
import { readRules, type Waiting } from './read-rules.ts';
import type { Rule } from './rule.ts';
import { seaImportRules } from './sea-import.ts';

const books = { 'sea-import': read('sea-import', seaImportRules) };

/** The rules that ship, by flow. */
export const ruleBooks: Readonly<Record<string, readonly Rule[]>> = { 'sea-import': books['sea-import'].rules };

/** Rules of the same sources that wait for something that the flow does not model, by flow. */
export const waitingRules: Readonly<Record<string, readonly Waiting[]>> = { 'sea-import': books['sea-import'].waiting };

function read(file: string, text: string): { readonly rules: readonly Rule[]; readonly waiting: readonly Waiting[] } {
  const book = readRules({ file, text });
  assert(book.ok, `the rules of ${file} are right`);
  return book.value;
}
