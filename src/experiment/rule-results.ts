import { present } from '../base/index.ts';
import type { FollowedRules, HistoryStep, Rule } from '../rules/index.ts';
import type { RunResult } from '../simulation/index.ts';
import { shareInterval } from '../statistics/index.ts';
import { estimateOf } from './mean-of-means.ts';
import type { Interval } from './scenario-result.ts';

/** How a rule was kept in runs. Numbers are of counted consignments of all replications. */
export interface RuleResult {
  readonly rule: Rule;
  readonly kept: number;
  readonly broken: number;
  /** Something was still owed when the run was over. */
  readonly open: number;
  readonly never: number;
  /** Share (0..1) of counted consignments that broke it: the mean of the replications' shares. */
  readonly brokenShare: { readonly share: number; readonly interval: Interval };
  /** Share (0..1) of those that keep it among those of whom it is known: likewise. */
  readonly keptShare: { readonly share: number; readonly interval: Interval };
  /** The first five that broke it. */
  readonly examples: readonly RuleExample[];
}

/** A consignment that broke a rule. */
export interface RuleExample {
  /** From 0. */
  readonly replication: number;
  /** Number in the order of creation, from 0. */
  readonly consignment: number;
  /** All that happened to it; none while nobody has looked. */
  readonly history?: readonly HistoryStep[];
}

/** Consignments that are shown for a rule. */
const examplesMax = 5;

/** What runs have found about the rules that they followed. */
export function ruleResults(followed: FollowedRules, runs: readonly RunResult[], level: number): readonly RuleResult[] {
  const tallies = runs.map((run) => followed.tallies(run));
  return followed.rules.map((rule, index) => {
    const own = tallies.map((each) => present(each[index], rule.id));
    const sum = (what: 'kept' | 'broken' | 'open' | 'never'): number => own.reduce((all, each) => all + each[what], 0);
    const shares = runs.flatMap(({ consignments: { counted } }, run) =>
      counted === 0 ? [] : [present(own[run], rule.id).broken / counted],
    );
    const keptShares = own.flatMap(({ kept, broken }) => (kept + broken === 0 ? [] : [kept / (kept + broken)]));
    return {
      rule,
      kept: sum('kept'),
      broken: sum('broken'),
      open: sum('open'),
      never: sum('never'),
      brokenShare: { share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) },
      keptShare: { share: estimateOf(keptShares, level).mean, interval: shareInterval(keptShares, level) },
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
