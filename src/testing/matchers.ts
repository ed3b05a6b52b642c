import { check } from './check.ts';
import { isFlow } from './flows.ts';
import { isSatisfied } from './outcome.ts';
import type { Matchers } from './public-types.ts';
import { isRule } from './rules.ts';

export const matchers: Matchers = {
  toSatisfy(received, expected) {
    if (!isPredicate(expected)) throw new TypeError('toSatisfy takes a rule or a function');
    if (!isRule(expected))
      return {
        pass: Boolean(expected(received)),
        message: () => `${expected.name || 'the predicate'} says otherwise`,
      };
    if (!isFlow(received)) throw new TypeError('a rule is asked of a flow: flows.builtIn(NAME) or flows.read(TEXT)');
    const outcome = check(received, expected);
    return { pass: isSatisfied(outcome), message: () => outcome.message };
  },
};

function isPredicate(value: unknown): value is (received: unknown) => unknown {
  return typeof value === 'function';
}
