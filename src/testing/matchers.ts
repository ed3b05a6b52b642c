import { check } from './check.ts';
import { isFlow } from './flows.ts';
import type { Matchers } from './public-types.ts';
import { isRule } from './rules.ts';

/** `expect(flow).toSatisfy(rule)`: the rule holds, or is not broken by what can be looked at; one that says nothing is not satisfied. */
export const matchers: Matchers = {
  toSatisfy(received, expected) {
    if (isPredicate(expected))
      return {
        pass: Boolean(expected(received)),
        message: () => `expected the value to satisfy ${expected.name || 'the predicate'}, or not to`,
      };
    if (!isFlow(received))
      throw new TypeError('toSatisfy(rule) is asked of a flow: flows.builtIn(NAME) or flows.read(TEXT)');
    if (!isRule(expected)) throw new TypeError('toSatisfy takes a rule or a function');
    const { verdict, message } = check(received, expected);
    return { pass: verdict === 'holds' || verdict === 'open', message: () => message };
  },
};

function isPredicate(value: unknown): value is (received: unknown) => unknown {
  return typeof value === 'function';
}
