import { present } from '../base/index.ts';
import { readRules, rule, shippedRules, type Rule as FullRule, type RuleNotation } from '../rules/index.ts';
import { told } from './flows.ts';
import { isSatisfied, outcomeOf } from './outcome.ts';
import type { Rule } from './public-types.ts';

/** What the rules say that were made here. */
const fullRules = new WeakMap<object, FullRule>();

/** A rule in the notation of files; a mistake in it is an error. */
export function build(notation: RuleNotation): Rule {
  return made(rule(notation));
}

/** The rules of a file; throws an error with every mistake and its place. */
export function readAll(text: string): readonly Rule[] {
  const book = readRules({ file: 'rules', text });
  if (!book.ok) throw new Error(told(book.wrong));
  return book.value.rules.map(made);
}

/** Rules that ship for a flow; none if there are none. */
export function shippedFor(flow: string): readonly Rule[] {
  return (shippedRules(flow) ?? []).map(made);
}

/** What a rule says in full. */
export function fullRule(of: Rule): FullRule {
  return present(fullRules.get(of), 'a rule made by rules.build, rules.read or rules.shippedFor');
}

/** Whether a value is a rule that was made here. */
export function isRule(value: unknown): value is Rule {
  return typeof value === 'function' && fullRules.has(value);
}

/** A rule is a predicate of flows, so that vitest's `toSatisfy` takes it as it is. */
function made(full: FullRule): Rule {
  const { id, says, source } = full;
  const asked: Rule = Object.assign((flow: Parameters<Rule>[0]) => isSatisfied(outcomeOf(flow, full, {})), {
    id,
    says,
    source,
  });
  fullRules.set(asked, full);
  return asked;
}
