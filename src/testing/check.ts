import { outcomeOf } from './outcome.ts';
import type { CheckOptions, Flow, Outcome, Rule } from './public-types.ts';
import { fullRule } from './rules.ts';

/** Checks a rule on a flow. */
export function check(flow: Flow, rule: Rule, options: CheckOptions = {}): Outcome {
  return outcomeOf(flow, fullRule(rule), options);
}
