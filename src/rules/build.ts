import { assert } from '../base/index.ts';
import { readRule } from './read-rules.ts';
import type { RuleNotation } from './rule-notation.ts';
import type { Rule } from './rule.ts';

/** The rule; a mistake in it is the programmer's. */
export function rule(notation: RuleNotation): Rule {
  const read = readRule(notation);
  assert(
    read.ok,
    read.ok
      ? ''
      : `rule ${notation.id} is right: ${read.wrong.map(({ path, message, expected }) => `${path.join('.')} ${message.en}; expected ${expected?.en ?? ''}`).join('\n')}`,
  );
  return read.value;
}
