import { minutesPerHour, present, type Minutes, type Label } from '../base/index.ts';
import type { FollowedRules } from '../rules/index.ts';
import { nameZhOf, type Scenario } from '../scenario/index.ts';
import type { ActivityResult, Mean, RunResult, Tally, TermResult } from '../simulation/index.ts';
import {
  bucketHigh,
  bucketLow,
  bucketOf,
  mergeHistograms,
  quantileInterval,
  quantileOf,
  shareInterval,
} from '../statistics/index.ts';
import { estimateOf, meanOfMeans } from './mean-of-means.ts';
import { overloadOf } from './overload.ts';
import { ruleResults } from './rule-results.ts';
import type {
  ActivitySummary,
  Estimate,
  IndicatorResult,
  Interval,
  ResourceSummary,
  ScenarioResult,
  TermSummary,
} from './scenario-result.ts';
import { spanText, type Described } from './span-text.ts';
import { waitFor } from './wait-for.ts';

/** Confidence level of every interval. */
export const level = 0.95;

/** Below so many replications the intervals of skewed quantities may be too short (Willink's covers 93 % instead of 95 % there). */
export const replicationsTrusted = 50;

/** What was known about the runs beside their figures. */
export interface Circumstances {
  /** As the comparison calls the scenario. */
  readonly name: string;
  readonly warmUp: Minutes;
  readonly provisional: boolean;
  readonly partial: boolean;
  /** Rules that the runs followed; none where none was asked for. */
  readonly followed?: FollowedRules;
  /** While an experiment runs, quantiles come without intervals: these cost more than all other figures together. */
  readonly isRunning: boolean;
  /** Sentences about the experiment as a whole; they come before those about the scenario. */
  readonly notes: readonly Label[];
}

/**
 * What is known about a scenario from its replications, at least one.
 *
 * A mean is the mean of the replications' means, each replication weighing the same (those without an observation left out):
 * so the interval (Willink 2005, on the replications' means) belongs to just that figure, and the difference of two
 * scenarios' means is exactly the mean of their paired differences. Replications of a scenario have about the same number of
 * consignments, so this differs from the mean over all consignments by far less than the interval.
 * Means of groups (`byAttribute`), which a replication may lack, are over all consignments and have no interval.
 * Quantiles are of all consignments of all replications, their intervals by inversion of the shares below.
 * One replication gives no interval.
 */
export function summarise(model: Described, runs: readonly RunResult[], circumstances: Circumstances): ScenarioResult {
  const { scenario } = model;
  const first = present(runs[0], 'a replication');
  const counted = sum(runs, (run) => run.consignments.counted);
  const resources = recordOf(first.resources, (name) => resourceOf(scenario, name, runs));
  const notes = [
    ...circumstances.notes,
    ...othersNote(circumstances.followed),
    ...numberNotes(runs.length),
    ...overloadOf(resources),
  ];
  return {
    scenario: circumstances.name,
    scenarioZh: nameZhOf(circumstances.name, scenario),
    flow: scenario.flow.name,
    law: scenario.law.name,
    seed: scenario.run.seed,
    replications: runs.length,
    warmUp: circumstances.warmUp / minutesPerHour,
    provisional: circumstances.provisional,
    partial: circumstances.partial,
    horizon:
      scenario.run.stopAfter === undefined && scenario.run.horizon !== undefined
        ? scenario.run.horizon / minutesPerHour
        : null,
    events: sum(runs, (run) => run.events),
    consignments: {
      counted,
      ended: totals(runs.map((run) => run.consignments.ended)),
      unfinished: sum(runs, (run) => run.consignments.unfinished),
      oldest: Math.max(...runs.map((run) => run.consignments.oldest)) / minutesPerHour,
    },
    indicators: recordOf(first.indicators, (name) =>
      indicatorOf({ model, name, runs, isRunning: circumstances.isRunning }),
    ),
    stages: recordOf(first.stages, (name) => ({
      mean:
        meanOfMeans(
          runs.map((run) => run.stages[name]),
          level,
        ).mean / minutesPerHour,
    })),
    byAttribute: groupsOf(runs),
    activities: recordOf(first.activities, (name) =>
      activityOf(runs.map((run) => present(run.activities[name], name))),
    ),
    resources,
    fees: recordOf(first.fees, (name, fee) => ({
      currency: fee.currency,
      mean: counted === 0 ? 0 : sum(runs, (run) => run.fees[name]?.total ?? 0) / counted,
      charged: sum(runs, (run) => run.fees[name]?.charged ?? 0),
    })),
    terms: recordOf(first.terms, (name) => termOf(runs.map((run) => present(run.terms[name], name)))),
    ...(circumstances.followed === undefined ? {} : { rules: ruleResults(circumstances.followed, runs, level) }),
    defaultsTaken: scenario.defaultsTaken,
    notes: notes.map(({ en }) => en),
    notesZh: notes.map(({ zh }) => zh),
  };
}

function othersNote(followed: FollowedRules | undefined): readonly Label[] {
  const others = (followed?.others ?? []).map(({ id }) => id);
  if (others.length === 0) return [];
  return [
    { en: `Rules that runs do not follow: ${others.join(', ')}.`, zh: `运行中不跟踪的规则：${others.join('、')}。` },
  ];
}

function indicatorOf(of: {
  model: Described;
  name: string;
  runs: readonly RunResult[];
  isRunning: boolean;
}): IndicatorResult {
  const tallies = of.runs.map((run): Tally => present(run.indicators[of.name], of.name));
  const { mean, interval } = meanOfMeans(tallies, level);
  const histograms = tallies.map((tally) => tally.histogram);
  const merged = mergeHistograms(histograms);
  const observed = {
    min: Math.min(...tallies.map((tally) => tally.min)),
    max: Math.max(...tallies.map((tally) => tally.max)),
  };
  const quantile = (share: number): Estimate => {
    if (of.isRunning)
      return { value: within(quantileOf(merged, share) ?? 0, observed) / minutesPerHour, interval: null };
    const found = quantileInterval(histograms, share, level);
    if (found === null) return { value: 0, interval: null };
    return {
      value: within(found.value, observed) / minutesPerHour,
      interval: hours(toBuckets(found.interval, observed)),
    };
  };
  return {
    unit: 'h',
    ...spanText(of.name, of.model),
    count: sum(tallies, (tally) => tally.count),
    mean: mean / minutesPerHour,
    interval: hours(interval),
    level,
    p50: quantile(0.5),
    p90: quantile(0.9),
    p95: quantile(0.95),
  };
}

/** A quantile is one of the observations, so it lies among them: a bucket may reach beyond. */
function within(value: number, { min, max }: { readonly min: number; readonly max: number }): number {
  return Math.min(Math.max(value, min), max);
}

/** An interval with its ends at the edges of their buckets: within a bucket nothing is known. */
function toBuckets(
  interval: readonly [number, number] | null,
  observed: { readonly min: number; readonly max: number },
): readonly [number, number] | null {
  return interval === null
    ? null
    : [within(bucketLow(bucketOf(interval[0])), observed), within(bucketHigh(bucketOf(interval[1])), observed)];
}

function activityOf(results: readonly ActivityResult[]): ActivitySummary {
  const wait = meanOfMeans(
    results.map((result) => result.wait),
    level,
  );
  return {
    count: sum(results, (result) => result.count),
    wait: { mean: wait.mean / minutesPerHour, interval: hours(wait.interval) },
    waited: shareOf(results.map(({ waited, count }) => [waited, count])),
    waitByPriority: recordOf(
      // A replication may have had nobody of a priority.
      Object.fromEntries(results.flatMap((result) => Object.entries(result.waitByPriority))),
      (priority) => {
        const { mean, interval } = meanOfMeans(
          results.map((result) => result.waitByPriority[priority]),
          level,
        );
        return { mean: mean / minutesPerHour, interval: hours(interval) };
      },
    ),
    service: {
      mean:
        meanOfMeans(
          results.map((result) => result.service),
          level,
        ).mean / minutesPerHour,
    },
  };
}

/** Mean of the replications' shares of `part` in `all`; a replication with none at all is left out, 0 where all are. */
function shareOf(parts: readonly (readonly [part: number, all: number])[]): {
  readonly share: number;
  readonly interval: Interval;
} {
  const shares = parts.flatMap(([part, all]) => (all === 0 ? [] : [part / all]));
  return { share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) };
}

function termOf(results: readonly TermResult[]): TermSummary {
  return {
    settled: sum(results, (result) => result.settled),
    late: sum(results, (result) => result.late),
    lateShare: shareOf(results.map(({ late, settled }) => [late, settled])),
  };
}

function resourceOf(scenario: Scenario, name: string, runs: readonly RunResult[]): ResourceSummary {
  const results = runs.map((run) => present(run.resources[name], name));
  const waits = runs.map((run) => waitFor(scenario, name, run));
  const wait = meanOfMeans(waits, level);
  return {
    count: present(scenario.resources[name], name).count,
    utilisation: sum(results, (result) => result.utilisation) / runs.length,
    overtime: sum(results, (result) => result.overtime) / runs.length / minutesPerHour,
    queueLength: {
      mean: sum(results, (result) => result.queueLength.mean) / runs.length,
      max: Math.max(...results.map((result) => result.queueLength.max)),
    },
    wait: {
      count: sum(waits, (each) => each.count),
      mean: wait.mean / minutesPerHour,
      interval: hours(wait.interval),
    },
  };
}

/** Means over all consignments of a level, all replications together. */
function groupsOf(runs: readonly RunResult[]): ScenarioResult['byAttribute'] {
  return recordOf(present(runs[0], 'a replication').byAttribute, (attribute, levels) =>
    recordOf(levels, (each, indicators) =>
      recordOf(indicators, (indicator) => {
        const means = runs.flatMap((run): Mean[] => {
          const mean = run.byAttribute[attribute]?.[each]?.[indicator];
          return mean === undefined ? [] : [mean];
        });
        const count = sum(means, (mean) => mean.count);
        return { count, mean: count === 0 ? 0 : sum(means, (mean) => mean.count * mean.mean) / count / minutesPerHour };
      }),
    ),
  );
}

function numberNotes(replications: number): readonly Label[] {
  if (replications === 1) return [{ en: 'One replication gives no interval.', zh: '只有一次重复，无法给出区间。' }];
  return replications < replicationsTrusted
    ? [
        {
          en: `${replications} replications: below ${replicationsTrusted} these intervals may be too short.`,
          zh: `仅 ${replications} 次重复：少于 ${replicationsTrusted} 次时区间可能偏窄。`,
        },
      ]
    : [];
}

function hours(interval: readonly [number, number] | null): readonly [number, number] | null {
  return interval === null ? null : [interval[0] / minutesPerHour, interval[1] / minutesPerHour];
}

function sum<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}

function totals(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const result: Record<string, number> = {};
  for (const record of records)
    for (const [name, count] of Object.entries(record)) result[name] = (result[name] ?? 0) + count;
  return result;
}

function recordOf<From, To>(
  record: Readonly<Record<string, From>>,
  to: (name: string, value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(name, value)]));
}
