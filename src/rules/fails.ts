import type { Rule } from './rule.ts';

/** Whether a verdict, by whatever it was found, says that a rule is broken which does not only warn. */
export function fails({ rule, verdict }: { readonly rule: Pick<Rule, 'severity'>; readonly verdict: string }): boolean {
  return verdict === 'broken' && rule.severity !== 'warning';
}
