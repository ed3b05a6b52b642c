import { minutesPerHour, present } from '../base/index.ts';
import type { PairResult, RunResult } from '../simulation/index.ts';
import { sampleOf } from '../statistics/index.ts';
import type { Comparison, Difference, Verdict } from './comparison.ts';
import { estimateOf } from './mean-of-means.ts';
import type { Interval, ScenarioResult } from './scenario-result.ts';
import { level, replicationsTrusted } from './summarise.ts';

/** One scenario as the comparison sees it. */
export interface Compared {
  readonly result: ScenarioResult;
  readonly runs: readonly RunResult[];
  /** Against the base, by replication; null where pairing is lost. Empty for the base. */
  readonly pairs: readonly (Readonly<Record<string, PairResult>> | null)[];
}

/**
 * Sets variants against the base: for every indicator that both have, the mean of the replications' differences with
 * Willink's interval, alone and simultaneous over the variants (Bonferroni: 1 - 0.05/k for k variants with this indicator).
 * `isRunning` holds back a verdict of "not shown" that a few more replications may overturn.
 */
export function compare(base: Compared, variants: readonly Compared[], options: { isRunning: boolean }): Comparison {
  const shown = (indicator: string): number =>
    variants.filter((variant) => indicator in variant.result.indicators).length;
  return {
    scenarios: [base.result, ...variants.map((variant) => variant.result)],
    base: base.result.scenario,
    differences: variants.flatMap((variant) =>
      Object.keys(base.result.indicators)
        .filter((indicator) => indicator in variant.result.indicators)
        .map((indicator) =>
          differenceOf({ base, variant, indicator, shown: shown(indicator), isRunning: options.isRunning }),
        ),
    ),
  };
}

function differenceOf(of: {
  base: Compared;
  variant: Compared;
  indicator: string;
  shown: number;
  isRunning: boolean;
}): Difference {
  const { base, variant, indicator } = of;
  const before: number[] = [];
  const after: number[] = [];
  for (const [index, run] of base.runs.entries()) {
    const one = present(run.indicators[indicator], indicator);
    const other = present(variant.runs[index]?.indicators[indicator], indicator);
    if (one.count === 0 || other.count === 0) continue;
    before.push(one.mean / minutesPerHour);
    after.push(other.mean / minutesPerHour);
  }
  const changes = after.map((value, index) => value - present(before[index], 'a replication of the base'));
  const alone = estimateOf(changes, level);
  const { interval } = estimateOf(changes, 1 - (1 - level) / of.shown);
  const baseMean = estimateOf(before, level).mean;
  return {
    scenario: variant.result.scenario,
    indicator,
    difference: alone.mean,
    interval,
    intervalAlone: alone.interval,
    relative: baseMean === 0 ? 0 : alone.mean / baseMean,
    gain: gainOf(variant.pairs, indicator),
    verdict: verdictOf(interval, { replications: changes.length, isRunning: of.isRunning }),
    luck: luckOf({ before, after, changes }),
  };
}

/** The simultaneous interval decides; one that holds 0 shows nothing, and while few replications are in it is too early to say so. */
export function verdictOf(interval: Interval, state: { replications: number; isRunning: boolean }): Verdict {
  if (interval !== null && interval[1] < 0) return 'shorter';
  if (interval !== null && interval[0] > 0) return 'longer';
  return state.isRunning && state.replications < replicationsTrusted ? 'tooEarly' : 'notShown';
}

/** Shares over the consignments of all replications; none without pairs. */
function gainOf(pairs: Compared['pairs'], indicator: string): Difference['gain'] {
  const total = { better: 0, worse: 0, same: 0, unfinished: 0 };
  for (const pair of pairs) {
    const each = pair?.[indicator];
    if (each === undefined) return null;
    total.better += each.better;
    total.worse += each.worse;
    total.same += each.same;
    total.unfinished += each.unfinished;
  }
  const all = total.better + total.worse + total.same + total.unfinished;
  return all === 0
    ? null
    : {
        better: total.better / all,
        worse: total.worse / all,
        same: total.same / all,
        unfinished: total.unfinished / all,
      };
}

/** Root of (variance with independent luck / variance with the same luck); none below two replications or where the difference never varies. */
function luckOf(of: {
  before: readonly number[];
  after: readonly number[];
  changes: readonly number[];
}): number | null {
  if (of.changes.length < 2) return null;
  const paired = variance(of.changes);
  return paired === 0 ? null : Math.sqrt((variance(of.before) + variance(of.after)) / paired);
}

/** Of at least two values. */
function variance(values: readonly number[]): number {
  return sampleOf(values).squares / (values.length - 1);
}
