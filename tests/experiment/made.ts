import type { Described } from '../../src/experiment/span-text.ts';
import type { Order, Replication } from '../../src/experiment/index.ts';
import type { Scenario, ScenarioSet } from '../../src/scenario/index.ts';
import type { PairResult, RunResult, Series } from '../../src/simulation/index.ts';
import { coarseBucketOf, coarseHistogram, histogramOf, type CoarseHistogram } from '../../src/statistics/index.ts';

/** Results made by hand: a run in which the indicator `releaseTime` took these values (minutes). */
export function runOf(replication: number, releaseTimes: readonly number[], rest: Partial<RunResult> = {}): RunResult {
  return {
    replication,
    events: 10 * releaseTimes.length,
    window: { from: 0, to: 6000 },
    consignments: { counted: releaseTimes.length, ended: { released: releaseTimes.length }, unfinished: 0, oldest: 0 },
    indicators: { releaseTime: tallyOf(releaseTimes) },
    stages: {},
    byAttribute: {},
    activities: {},
    resources: {},
    fees: {},
    terms: {},
    ...rest,
  };
}

/** What an indicator took (minutes). */
export function tallyOf(minutes: readonly number[]): RunResult['indicators'][string] {
  return {
    count: minutes.length,
    mean: minutes.reduce((sum, each) => sum + each, 0) / Math.max(1, minutes.length),
    min: Math.min(...minutes),
    max: Math.max(...minutes),
    histogram: histogramOf(minutes),
  };
}

/** The parts of a scenario that an experiment looks at. */
export function scenarioOf(
  changes: {
    name?: string;
    run?: Partial<Scenario['run']>;
    resources?: Scenario['resources'];
    activities?: Scenario['activities'];
    gap?: number;
  } = {},
): Scenario {
  const { name = 'base', run = {}, resources = {}, activities = {}, gap = 60 } = changes;
  const flow = { name: 'story', label: { en: 'story', zh: '故事' } };
  return {
    name,
    source: '',
    shows: '',
    flow: flow as Scenario['flow'],
    law: { name: 'cn-2021-07-13' } as Scenario['law'],
    run: {
      study: 'steady',
      horizon: 6000,
      stopAfter: undefined,
      warmUp: 0,
      seed: 'story',
      replications: { min: 10, max: 40, precision: 0.05, of: 'releaseTime' },
      ...run,
    },
    arrivals: { kind: 'consignments', every: { kind: 'exponential', mean: gap } },
    resources,
    activities,
    indicators: {},
    defaultsTaken: [],
  } as unknown as Scenario;
}

export function describedOf(scenario: Scenario): Described {
  return {
    scenario,
    names: { milestones: ['created', 'ended', 'arrived', 'released'] } as unknown as Described['names'],
  };
}

export function setOf(base: Scenario, variants: readonly Scenario[] = []): ScenarioSet {
  return {
    file: 'story.yaml',
    base,
    variants: variants.map((scenario) => ({ name: scenario.name, shows: '', scenario, changes: [] })),
    settings: [],
  };
}

export function pairOf(of: Partial<PairResult>): PairResult {
  return {
    better: 0,
    worse: 0,
    same: 0,
    unfinished: 0,
    change: { count: 0, mean: 0 },
    gain: 0,
    loss: 0,
    byAttribute: {},
    ...of,
  };
}

/** Changes of these sizes. */
export function coarseOf(changes: readonly number[]): CoarseHistogram {
  const counts = coarseHistogram();
  for (const change of changes) {
    const bucket = coarseBucketOf(change);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** A replication whose base takes `means[replication]` minutes, each variant so many more; a start-up of `startUp` bins ten times as long. */
export function madeReplication(
  order: Order,
  of: { means: (replication: number) => number; variants?: readonly number[]; startUp?: number },
): Replication {
  const mean = of.means(order.replication);
  const all = order.models.map((model) => [0, ...(of.variants ?? [])][model] ?? 0);
  return {
    replication: order.replication,
    results: all.map((more) => runOf(order.replication, [mean + more, mean + more])),
    pairs: all.slice(1).map((more) => ({
      results: { releaseTime: pairOf(more < 0 ? { better: 2 } : more > 0 ? { worse: 2 } : { same: 2 }) },
      changes: { releaseTime: coarseOf([more, more]) },
    })),
    series: order.seriesBin === 0 ? null : seriesOf(mean, of.startUp ?? 0),
    stop: null,
  };
}

function seriesOf(mean: number, startUp: number): Series {
  const sums = Float64Array.from({ length: 1000 }, (_, bin) => (bin < startUp ? 10 * mean : mean + (bin % 5)));
  return { sums, counts: new Float64Array(1000).fill(1) };
}

/** Numbers that look drawn but are not: 0..1 by the fractional part of multiples of the golden ratio. */
export function golden(n: number): number {
  return (n * 0.618033988749895) % 1;
}
