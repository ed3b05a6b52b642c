import { present, type Minutes } from '../base/index.ts';
import {
  Run,
  type Figures,
  type IndicatorFigures,
  type Observer,
  type Stop,
  type Sum,
  type Watch,
} from '../engine/index.ts';
import { trimHistogram } from '../statistics/index.ts';
import type { Model } from './model.ts';
import type { Times } from './pair.ts';
import type { ActivityResult, Mean, ResourceResult, RunResult, Tally } from './run-result.ts';
import { seriesOf, type Series } from './series.ts';
import { Shadow } from './shadow.ts';

/** How a replication is run, and what beside its figures is wanted. */
export interface SimulationOptions {
  /** From 0. */
  readonly replication: number;
  /** Left out at the start. */
  readonly warmUp: Minutes;
  /** Keep the indicators and levels of every counted consignment, for `pair`. */
  readonly keepTimes: boolean;
  /** Width of the bins of the headline indicator's course by arrival, for finding the warm-up; 0: none. */
  readonly seriesBin: Minutes;
  readonly observer?: Observer;
  /** Sees steps in the place of the shadow. */
  readonly watch?: Watch;
}

/** One replication: its figures, and what else was asked for. */
export interface Simulated {
  readonly result: RunResult;
  /** None unless `keepTimes`. */
  readonly times: Times | undefined;
  /** None without `seriesBin`. */
  readonly series: Series | undefined;
  /** Why it could not be run to its end; its figures are then kept up to there. */
  readonly stop: Stop | undefined;
}

/** Events between two looks around: some milliseconds. */
const slice = 50_000;

/** A replication under way. */
export class Simulation {
  readonly #model: Model;
  readonly #options: SimulationOptions;
  readonly #run: Run;

  constructor(model: Model, options: SimulationOptions) {
    this.#model = model;
    this.#options = options;
    this.#run = Run.begin(model.engine, {
      replication: options.replication,
      warmUp: options.warmUp,
      keepTimes: options.keepTimes || options.seriesBin > 0,
      watch: options.watch ?? shadowOf(model),
      ...(options.observer === undefined ? {} : { observer: options.observer }),
    });
  }

  /** Consignments that have entered. */
  get consignments(): number {
    return this.#run.created;
  }

  /** Goes on for some milliseconds; false when it is at its end. */
  advance(): boolean {
    return this.#run.advance(slice) === 'going';
  }

  /** Ends it and gives what it has found. */
  end(): Simulated {
    const { stop } = this.#run;
    const { figures, times } = this.#run.close();
    const { keepTimes, seriesBin, replication } = this.#options;
    const named =
      times === undefined
        ? undefined
        : {
            arrivals: times.arrivals,
            indicators: new Map(
              this.#model.names.indicators.map((name, index) => [name, present(times.indicators[index], name)]),
            ),
            groups: this.#model.names.groups.map((group, index) => ({
              ...group,
              of: present(times.levels[index], group.attribute),
            })),
          };
    return {
      result: resultOf(this.#model, figures, replication),
      times: keepTimes ? named : undefined,
      series:
        named === undefined || seriesBin === 0
          ? undefined
          : seriesOf(named, { of: this.#model.scenario.run.replications.of, bin: seriesBin, to: figures.to }),
      stop,
    };
  }
}

/** Shadows by model: what XState has done once is known to all runs of a thread. */
const shadows = new WeakMap<Model, Shadow>();

function shadowOf(model: Model): Shadow {
  const shadow = shadows.get(model) ?? new Shadow(model);
  shadows.set(model, shadow);
  return shadow;
}

/** Runs one replication. */
export function simulate(model: Model, options: SimulationOptions): Simulated {
  const simulation = new Simulation(model, options);
  while (simulation.advance());
  return simulation.end();
}

function resultOf({ names, scenario, engine }: Model, figures: Figures, replication: number): RunResult {
  const endedAs = names.endings.map((name, index) => [name, present(figures.endings[index], name)] as const);
  const known = endedAs.reduce((sum, [, count]) => sum + count, 0);
  const by = <Of, To>(list: readonly string[], of: readonly Of[], to: (each: Of, name: string, index: number) => To) =>
    Object.fromEntries(list.map((name, index) => [name, to(present(of[index], name), name, index)] as const));
  return {
    replication,
    events: figures.events,
    window: { from: figures.from, to: figures.to },
    consignments: {
      counted: figures.counted,
      ended: Object.fromEntries(
        [...endedAs, ['ended', figures.ended - known] as const].filter(([, count]) => count > 0),
      ),
      unfinished: figures.counted - figures.ended,
      oldest: figures.oldest,
    },
    indicators: by(names.indicators, figures.indicators, tallyOf),
    stages: by(names.stages, figures.stages, meanOf),
    byAttribute: Object.fromEntries(
      names.groups.map(({ attribute, levels }, group) => [
        attribute,
        Object.fromEntries(
          levels.map((level, code) => [
            level,
            by(names.indicators, figures.indicators, ({ groups }) =>
              meanOf(present(groups[group]?.[code], `${attribute} ${level}`)),
            ),
          ]),
        ),
      ]),
    ),
    activities: activitiesOf({ names, engine }, figures),
    resources: by(names.resources, figures.resources, (each, name, index) => {
      const units = present(engine.resources[index], name).units;
      return resourceOf(each, units, figures.to - figures.from);
    }),
    fees: by(names.fees, figures.fees, ({ sum, count }, name) => {
      const fee = present(scenario.fees[name], name);
      return { currency: fee.kind === 'statutory' ? scenario.law.currency : fee.currency, total: sum, charged: count };
    }),
    // Fees by the day are terms of the engine too.
    terms: Object.fromEntries(
      names.terms.flatMap((name, index) =>
        name in scenario.terms ? [[name, present(figures.terms[index], name)] as const] : [],
      ),
    ),
    ...(engine.following === undefined ? {} : { followed: figures.followed }),
  };
}

function meanOf({ count, sum }: Sum): Mean {
  return { count, mean: count === 0 ? 0 : sum / count };
}

function tallyOf(figures: IndicatorFigures): Tally {
  return {
    ...meanOf(figures),
    min: figures.least,
    max: figures.greatest,
    histogram: trimHistogram(figures.histogram),
  };
}

/** Figures by the name of the activity: priorities, and states that share one, are taken together. */
function activitiesOf(
  { names, engine }: Pick<Model, 'names' | 'engine'>,
  figures: Figures,
): Record<string, ActivityResult> {
  const result: Record<string, ActivityResult> = {};
  for (const [index, name] of names.activities.entries()) {
    const priorities = present(names.priorities[index], name);
    for (let rank = 0; rank < engine.priorities; rank++) {
      const priority = priorities.find((each) => each.rank === rank)?.priority;
      const { begun, wait, waited, service } = present(figures.activities[index]?.[rank], name);
      const waits = meanOf({ count: begun, sum: wait });
      const own: ActivityResult = {
        count: begun,
        wait: waits,
        waited,
        waitByPriority: priority === undefined || begun === 0 ? {} : { [String(priority)]: waits },
        service: meanOf({ count: begun, sum: service }),
      };
      const other = result[name];
      result[name] = other === undefined ? own : together(other, own);
    }
  }
  return result;
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

function resourceOf(figures: Figures['resources'][number], units: number, minutes: Minutes): ResourceResult {
  return {
    utilisation: figures.open === 0 ? 0 : figures.busy / (figures.open * units),
    overtime: figures.overtime,
    // A run that was stopped within its warm-up has seen nothing.
    queueLength: { mean: minutes === 0 ? 0 : figures.queue / minutes, max: figures.queueMax },
  };
}
