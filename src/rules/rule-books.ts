import type { Rule } from './rule.ts';
import { seaImportRules } from './sea-import.ts';

/** The rules that ship, by flow. */
export const ruleBooks: Readonly<Record<string, readonly Rule[]>> = { 'sea-import': seaImportRules };
