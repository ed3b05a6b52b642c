import { present } from '../base/index.ts';
import { examplesMax, type FollowedRules } from '../rules/index.ts';
import type { RunResult } from '../simulation/index.ts';
import { shareInterval } from '../statistics/index.ts';
import { estimateOf } from './mean-of-means.ts';
import type { RuleResult } from './scenario-result.ts';

/** What runs have found about the rules that they followed. */
export function ruleResults(followed: FollowedRules, runs: readonly RunResult[], level: number): readonly RuleResult[] {
  const tallies = runs.map((run) => followed.tallies(run));
  return followed.rules.map((rule, index) => {
    const own = tallies.map((each) => present(each[index], rule.id));
    const sum = (what: 'kept' | 'broken' | 'open' | 'never'): number => own.reduce((all, each) => all + each[what], 0);
    const shares = own.flatMap(({ kept, broken }) => (kept + broken === 0 ? [] : [broken / (kept + broken)]));
    return {
      rule,
      kept: sum('kept'),
      broken: sum('broken'),
      open: sum('open'),
      never: sum('never'),
      brokenShare: { share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) },
      examples: runs
        .flatMap(({ replication }, run) =>
          present(own[run], rule.id).examples.map((consignment) => ({ replication, consignment })),
        )
        .slice(0, examplesMax),
    };
  });
}

/** Whether runs say that a rule is broken, by more consignments than it tolerates (as far as the interval tells); one that only warns never is. */
export function isBroken({ rule, broken, brokenShare: { share, interval } }: RuleResult): boolean {
  if (rule.severity === 'warning') return false;
  const { tolerate = 0 } = rule;
  return tolerate === 0 ? broken > 0 : (interval?.[0] ?? share) > tolerate;
}
