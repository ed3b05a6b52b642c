import { present, type Minutes } from '../base/index.ts';
import { Area, areaWidth, figureWidth, Kernel, tallyWidth, type Observer } from '../engine/index.ts';
import { bucketCount, trimHistogram } from '../statistics/index.ts';
import type { Model } from './model.ts';
import type { Times } from './pair.ts';
import type { ActivityResult, FeeResult, Mean, ResourceResult, RunResult, Tally, TermResult } from './run-result.ts';
import { seriesOf, type Series } from './series.ts';

/** How a replication is run, and what beside its figures is wanted. */
export interface RunOptions {
  /** From 0. */
  readonly replication: number;
  /** Left out at the start. */
  readonly warmUp: Minutes;
  /** Keep the indicators of every counted consignment, for `pair`. */
  readonly keepTimes: boolean;
  /** Width of the bins of the headline indicator's course by arrival, for finding the warm-up; 0: none. */
  readonly seriesBin: Minutes;
  readonly observer?: Observer;
}

/** One replication: its figures, and what else was asked for. */
export interface Run {
  readonly result: RunResult;
  /** None unless `keepTimes`. */
  readonly times: Times | undefined;
  /** None without `seriesBin`. */
  readonly series: Series | undefined;
}

/** Consignments in the system at one time that stop a run: no shipped scenario comes near, an overloaded one does. */
const inSystemMax = 1_000_000;

/** Runs one replication. A model that never ends stops it with a `RunStopped`. */
export function simulate(model: Model, options: RunOptions): Run {
  const keepTimes = options.keepTimes || options.seriesBin > 0;
  const kernel = new Kernel(model.engine, {
    replication: options.replication,
    warmUp: options.warmUp,
    keepTimes,
    inSystemMax,
    ...(options.observer === undefined ? {} : { observer: options.observer }),
  });
  kernel.run();
  const times = keepTimes ? timesOf(model, kernel) : undefined;
  return {
    result: resultOf(model, kernel, options.replication),
    times: options.keepTimes ? times : undefined,
    series:
      times === undefined || options.seriesBin === 0
        ? undefined
        : seriesOf(times, {
            of: model.scenario.run.replications.of,
            bin: options.seriesBin,
            to: kernel.window.bounds[1] as number,
          }),
  };
}

function timesOf(model: Model, kernel: Kernel): Times {
  const { records } = kernel;
  return {
    arrivals: records.arrivals.subarray(0, kernel.createdCount),
    indicators: new Map(
      model.names.indicators.map((name, index) => [
        name,
        present(records.times[index], name).subarray(0, kernel.createdCount),
      ]),
    ),
  };
}

function resultOf(model: Model, kernel: Kernel, replication: number): RunResult {
  const { records, window } = kernel;
  const { names } = model;
  const endedAs = names.endings.map((name, index) => [name, records.ending[index] as number] as const);
  const known = endedAs.reduce((sum, [, count]) => sum + count, 0);
  return {
    replication,
    events: kernel.events,
    window: { from: window.bounds[0] as number, to: window.bounds[1] as number },
    consignments: {
      counted: records.countedCount,
      ended: Object.fromEntries(
        [...endedAs, ['ended', records.endedCount - known] as const].filter(([, count]) => count > 0),
      ),
      unfinished: records.countedCount - records.endedCount,
      oldest: records.oldest,
    },
    indicators: Object.fromEntries(names.indicators.map((name, index) => [name, tallyOf(kernel, index)])),
    stages: Object.fromEntries(names.stages.map((name, index) => [name, meanAt(records.stage, index * 2)])),
    byAttribute: groupsOf(model, kernel),
    activities: activitiesOf(model, kernel),
    resources: Object.fromEntries(names.resources.map((name, index) => [name, resourceOf(model, kernel, index)])),
    fees: Object.fromEntries(names.fees.map((name, index) => [name, feeOf(model, kernel, name, index)])),
    terms: Object.fromEntries(
      names.terms.flatMap((name, index): [string, TermResult][] =>
        name in model.scenario.terms
          ? [
              [
                name,
                {
                  settled: kernel.termsSettled[2 * index] as number,
                  late: kernel.termsSettled[2 * index + 1] as number,
                },
              ],
            ]
          : [],
      ),
    ),
  };
}

function meanAt(cells: Float64Array, at: number): Mean {
  return { count: cells[at] as number, mean: cells[at + 1] as number };
}

function tallyOf(kernel: Kernel, indicator: number): Tally {
  const { tally, histogram } = kernel.records;
  const at = indicator * tallyWidth;
  return {
    ...meanAt(tally, at),
    squares: tally[at + 2] as number,
    min: tally[at + 3] as number,
    max: tally[at + 4] as number,
    histogram: trimHistogram(histogram.subarray(indicator * bucketCount, (indicator + 1) * bucketCount)),
  };
}

function groupsOf(model: Model, kernel: Kernel): RunResult['byAttribute'] {
  const { grouped, groupStart } = kernel.records;
  const { groups, indicators } = model.names;
  return Object.fromEntries(
    groups.map(({ attribute, levels }, group) => [
      attribute,
      Object.fromEntries(
        levels.map((level, code) => [
          level,
          Object.fromEntries(
            indicators.map((name, indicator) => [
              name,
              meanAt(grouped, present(groupStart[group], attribute) + (code * indicators.length + indicator) * 2),
            ]),
          ),
        ]),
      ),
    ]),
  );
}

/** Figures by the name of the activity: priorities, and states that share one, are taken together. */
function activitiesOf(model: Model, kernel: Kernel): Record<string, ActivityResult> {
  const result: Record<string, ActivityResult> = {};
  for (const [index, name] of model.names.activities.entries()) {
    const priorities = present(model.names.priorities[index], name);
    for (let rank = 0; rank < model.engine.priorities; rank++) {
      const priority = priorities.find((each) => each.rank === rank)?.priority;
      const own = figuresOf(kernel, index, rank, priority);
      const other = result[name];
      result[name] = other === undefined ? own : together(other, own);
    }
  }
  return result;
}

function figuresOf(kernel: Kernel, activity: number, rank: number, priority: number | undefined): ActivityResult {
  const at = kernel.stations.figuresOf(activity, rank);
  const [count = 0, wait = 0, waited = 0, service = 0] = kernel.stations.figures.subarray(at, at + figureWidth);
  return {
    count,
    wait: { count, mean: wait },
    waited,
    waitByPriority: priority === undefined || count === 0 ? {} : { [String(priority)]: { count, mean: wait } },
    service: { count, mean: service },
  };
}

/** No observation. */
const nothing: Mean = { count: 0, mean: 0 };

function together(a: ActivityResult, b: ActivityResult): ActivityResult {
  const join = (one: Mean, two: Mean): Mean => {
    const count = one.count + two.count;
    return { count, mean: count === 0 ? 0 : (one.count * one.mean + two.count * two.mean) / count };
  };
  return {
    count: a.count + b.count,
    wait: join(a.wait, b.wait),
    waited: a.waited + b.waited,
    waitByPriority: Object.fromEntries(
      [...new Set([...Object.keys(a.waitByPriority), ...Object.keys(b.waitByPriority)])].map((priority) => [
        priority,
        join(a.waitByPriority[priority] ?? nothing, b.waitByPriority[priority] ?? nothing),
      ]),
    ),
    service: join(a.service, b.service),
  };
}

function resourceOf(model: Model, kernel: Kernel, index: number): ResourceResult {
  const { stations, window } = kernel;
  const units = present(model.engine.resources[index], 'a resource').units;
  const area = (which: number): number => stations.area[index * areaWidth + which] as number;
  return {
    utilisation: area(Area.open) === 0 ? 0 : area(Area.busy) / (area(Area.open) * units),
    overtime: area(Area.overtime),
    queueLength: {
      mean: area(Area.queue) / ((window.bounds[1] as number) - (window.bounds[0] as number)),
      max: stations.queueMax[index] as number,
    },
  };
}

function feeOf(model: Model, kernel: Kernel, name: string, index: number): FeeResult {
  const fee = present(model.scenario.fees[name], name);
  return {
    currency: fee.kind === 'statutory' ? model.scenario.law.currency : fee.currency,
    total: kernel.records.fee[2 * index] as number,
    charged: kernel.records.fee[2 * index + 1] as number,
  };
}
