import { present } from '../base/index.ts';
import { examplesMax, fails, type FollowedRules } from '../rules/index.ts';
import type { RunResult } from '../simulation/index.ts';
import { shareInterval } from '../statistics/index.ts';
import { estimateOf } from './mean-of-means.ts';
import type { Interval, RuleResult } from './scenario-result.ts';

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

/**
 * How a rule about single consignments stands: one that nobody may break is broken by the first, one that tolerates some is judged by the
 * interval of the share that broke it. One replication has none, and leaves open what some have broken.
 */
export function verdictOf(
  { tolerate = 0 }: RuleResult['rule'],
  { kept, broken, open }: Pick<RuleResult, 'kept' | 'broken' | 'open'>,
  interval: Interval,
): 'holds' | 'broken' | 'open' | 'never' {
  if (kept + broken === 0) return open > 0 ? 'open' : 'never';
  if (broken === 0) return 'holds';
  if (tolerate === 0) return 'broken';
  if (interval === null) return 'open';
  const [low, high] = interval;
  return low > tolerate ? 'broken' : high <= tolerate ? 'holds' : 'open';
}

/** Whether runs say that a rule is broken which does not only warn. */
export function isBroken(result: RuleResult): boolean {
  return fails({ rule: result.rule, verdict: verdictOf(result.rule, result, result.brokenShare.interval) });
}
