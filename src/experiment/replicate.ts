import { leavesOf, type StateValue } from '../compile/index.ts';
import { assert, minutesPerHour, present, type Minutes } from '../base/index.ts';
import type { Stop as EngineStop } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import {
  pair,
  Simulation,
  type Model,
  type Observer,
  type Paired,
  type Simulated,
  type RunResult,
  type Series,
} from '../simulation/index.ts';

/** One replication of a set of scenarios, to be done by whichever thread is free. Plain data. */
export interface Order {
  /** From 0. */
  readonly replication: number;
  readonly warmUp: Minutes;
  /** Width of the bins of the base's series; 0: none is wanted. */
  readonly seriesBin: Minutes;
  /** Numbers of the models that are run, the base (0) first. */
  readonly models: readonly number[];
}

/** What comes back. Plain data, the same whichever thread did it. */
export interface Replication {
  readonly replication: number;
  /** In the order of `models`. Where one was stopped, its figures are kept up to there. */
  readonly results: readonly RunResult[];
  /** Each variant against the base, in the order of `models` after the base; null where their arrivals differ and pairing is lost. */
  readonly pairs: readonly (Paired | null)[];
  readonly series: Series | null;
  readonly stop: Stop | null;
}

/** Why a model could not be run to its end: the first of a replication. */
export interface Stop {
  readonly scenario: string;
  readonly replication: number;
  readonly reason: EngineStop['reason'];
  /** Name of the delay, activity or chance that is drawn again and again; of the resource with the longest line; else empty. */
  readonly about: string;
  /** States that a consignment goes round through without end. */
  readonly states: readonly string[];
  /** Number of the consignment. */
  readonly consignment: number;
  /** Consignments in the system. */
  readonly inSystem: number;
  /** Hours from the start of the run. */
  readonly at: number;
}

/**
 * Runs one replication of the wanted models under the same luck, and sets each variant against the base. Every few milliseconds it
 * yields the number of consignments simulated since the last time, so that whoever drives it can look around, or leave it.
 * `observer` sees the base.
 */
export function* replicate(
  models: readonly Model[],
  order: Order,
  observer?: Observer,
): Generator<number, Replication, void> {
  const { replication } = order;
  const wanted = order.models.map((number) => present(models[number], 'a model'));
  assert(order.models[0] === 0, 'the base comes first');
  const runs: Simulated[] = [];
  let stop: Stop | null = null;
  for (const model of wanted) {
    const simulation = new Simulation(model, {
      replication,
      warmUp: order.warmUp,
      keepTimes: wanted.length > 1,
      seriesBin: runs.length === 0 ? order.seriesBin : 0,
      ...(observer === undefined || runs.length > 0 ? {} : { observer }),
    });
    let told = 0;
    for (let isGoing = true; isGoing;) {
      isGoing = simulation.advance();
      yield simulation.consignments - told;
      told = simulation.consignments;
    }
    const run = simulation.end();
    runs.push(run);
    if (run.stop !== undefined) stop ??= stopOf(run.stop, model, replication);
  }
  const [base, ...variants] = runs;
  const baseModel = present(models[0], 'a base');
  return {
    replication,
    results: runs.map((run) => run.result),
    pairs: variants.map((variant, index) => {
      const model = present(wanted[index + 1], 'a variant');
      return arePaired(baseModel.scenario, model.scenario)
        ? pair(present(base?.times, 'times of the base'), present(variant.times, 'times of a variant'))
        : null;
    }),
    series: base?.series ?? null,
    stop,
  };
}

function stopOf(stop: EngineStop, model: Model, replication: number): Stop {
  return {
    scenario: model.scenario.name,
    replication,
    reason: stop.reason,
    about: stop.about,
    states: statesApart(
      stop.configurations.map((index) => present(model.table.configurations[index], 'a state').value),
    ),
    consignment: stop.entity,
    inSystem: stop.inSystem,
    at: stop.at / minutesPerHour,
  };
}

/** Dotted paths of the states in which configurations differ; of all where there is only one. */
function statesApart(values: readonly StateValue[]): readonly string[] {
  const paths = values.map((value) => leavesOf(value));
  const apart = paths.flat().filter((path) => values.length === 1 || !paths.every((each) => each.includes(path)));
  return [...new Set(apart)];
}

/** Whether consignment number n is the same in both scenarios: the same arrivals under the same luck, over the same time. */
export function arePaired(base: Scenario, variant: Scenario): boolean {
  const entering = (of: Scenario): string =>
    JSON.stringify([of.arrivals, of.run.seed, of.run.horizon ?? null, of.run.stopAfter ?? null]);
  return entering(base) === entering(variant);
}
