import { fails, type Rule } from '../rules/index.ts';
import { count } from './numbers.ts';
import type { Words } from './words-en.ts';

/** What was found about a rule, by whatever checker. */
interface Found<Verdict extends string> {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/** A verdict by one of these names; where a rule is broken that only warns, a warning. */
export function verdictText<Verdict extends string>(
  found: Found<Verdict>,
  names: Readonly<Record<Verdict, string>>,
  { ruleWarning }: Words,
): string {
  return isWarning(found) ? ruleWarning : names[found.verdict];
}

/** How many rules are broken, and how many of these only warn: `2 broken, 1 warning`. */
export function brokenCount(all: readonly Found<string>[], { rulesBroken }: Words): string {
  return rulesBroken({ broken: count(all.filter(fails).length), warnings: count(all.filter(isWarning).length) });
}

function isWarning(found: Found<string>): boolean {
  return found.verdict === 'broken' && !fails(found);
}
