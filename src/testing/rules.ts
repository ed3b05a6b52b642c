import { readRules, rule, ruleBooks, type Rule as FullRule, type RuleNotation } from '../rules/index.ts';
import { told } from './flows.ts';
import type { Rule } from './public-types.ts';

/** A rule in the notation of files; a mistake in it is an error. */
export function build(notation: RuleNotation): Rule {
  return rule(notation);
}

/** The rules of a file; throws an error with every mistake and its place. */
export function readAll(text: string): readonly Rule[] {
  const book = readRules({ file: 'rules', text });
  if (!book.ok) throw new Error(told(book.wrong));
  return book.value.rules;
}

/** Whether a value is a rule that was made here. */
export function isRule(value: unknown): value is FullRule {
  return typeof value === 'object' && value !== null && 'claim' in value;
}

/** Rules that ship for a flow; none if there are none. */
export function shippedFor(flow: string): readonly Rule[] {
  return Object.hasOwn(ruleBooks, flow) ? (ruleBooks[flow] ?? []) : [];
}
