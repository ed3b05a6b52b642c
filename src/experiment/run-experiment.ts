import { assert, present, type Minutes, type Label } from '../base/index.ts';
import type { FollowedRules } from '../rules/index.ts';
import type { Scenario, ScenarioSet, Variant } from '../scenario/index.ts';
import type { PairResult, RunResult, Series } from '../simulation/index.ts';
import { mergeCoarse, type CoarseHistogram } from '../statistics/index.ts';
import { compare, type Compared } from './compare.ts';
import type { Comparison } from './comparison.ts';
import type { Gate } from './gate.ts';
import type { Pool } from './pool.ts';
import { precisionOf } from './precision.ts';
import type { EvidentProgress as Progress } from './evidence.ts';
import { arePaired, type Order, type Replication, type Stop } from './replicate.ts';
import { Snapshots } from './snapshots.ts';
import type { Described } from './span-text.ts';
import { summarise } from './summarise.ts';
import { findWarmUp, knownWarmUp, pilotReplications, seriesBin, type FoundWarmUp } from './warm-up.ts';

/** Who runs the replications, and who watches, holds or ends the experiment. */
export interface ExperimentOptions {
  readonly pool: Pool;
  /** Is told where the experiment stands, at most every 100 ms and never for more than a twentieth of the time; none: nobody watches. */
  readonly watch?: {
    readonly tell: (progress: Progress) => void;
    /** Milliseconds, from anywhere. */
    readonly clock: () => number;
    /** Lets keys and drawing have their turn, between two scenarios that are summed up. */
    readonly breathe: () => Promise<void>;
  };
  /** Rules that the runs of each scenario follow, base first; none: no rules were asked for. */
  readonly followed?: readonly FollowedRules[];
  /** Ends the experiment after the replication under way; what is known by then is returned. */
  readonly signal?: AbortSignal;
  /** Closed, the experiment waits. */
  readonly gate?: Gate;
}

/** How an experiment ended. */
export interface Outcome {
  /** Where it ended; none when it was stopped before the first replication was done. */
  readonly progress: Progress | undefined;
  /** Why a model could not be run on; none when all could. */
  readonly stop: Stop | null;
}

/**
 * Runs replications 0, 1, 2.. of all scenarios in step until the base's headline indicator is known well enough, or the
 * greatest number is reached. First, where the warm-up is not given, ten pilot replications find it from the base's course;
 * base and variants share it, and what is told before is marked provisional.
 *
 * The stop is sequential: Willink's longer side at most the wanted precision, looked at from `min` replications on, whenever
 * their number has grown by 5 %. Replications are taken in their order, so the outcome is the same for any pool.
 */
export async function runExperiment(
  set: ScenarioSet,
  models: readonly Described[],
  options: ExperimentOptions,
): Promise<Outcome> {
  assert(models.length === 1 + set.variants.length, 'a model for each scenario');
  const experiment = new Experiment(set, models, options);
  return await experiment.run();
}

/** Measured replications after which they take the place of the pilots' provisional figures on the screen. */
const tellFromMost = 4;

class Experiment {
  readonly #set: ScenarioSet;
  readonly #models: readonly Described[];
  readonly #options: ExperimentOptions;
  readonly #snapshots: Snapshots | undefined;

  constructor(set: ScenarioSet, models: readonly Described[], options: ExperimentOptions) {
    this.#set = set;
    this.#models = models;
    this.#options = options;
    this.#snapshots = options.watch === undefined ? undefined : new Snapshots(options.watch.clock);
  }

  async run(): Promise<Outcome> {
    const known = knownWarmUp(this.#set.base);
    if (known !== undefined) return await this.#measure({ warmUp: known, notes: [] }, 1);
    const pilots = await this.#pilot();
    if (pilots.stop !== null || this.#isStopped)
      return { progress: await this.#progress(pilots, { warmUp: 0, notes: [] }, 'stopped'), stop: pilots.stop };
    return await this.#measure(findWarmUp(pilots.series, this.#set.base), Math.min(tellFromMost, pilots.done));
  }

  /** Replications from the very start; the variants are in them only if somebody watches. */
  async #pilot(): Promise<Gathered> {
    const gathered = new Gathered();
    const isBaseOnly = this.#options.watch === undefined;
    const order = { warmUp: 0, seriesBin: seriesBin(this.#set.base), models: isBaseOnly ? [0] : this.#all };
    for await (const replication of this.#replications(pilotReplications, order)) {
      gathered.add(replication);
      if (gathered.stop !== null) break;
      await this.#tell(gathered, { warmUp: 0, notes: [] });
    }
    return gathered;
  }

  /** The replications that count. Nothing is told before there are `tellFrom` of them: figures that were there must not jump. */
  async #measure(warmUp: FoundWarmUp, tellFrom: number): Promise<Outcome> {
    const { min, max, precision, of } = this.#set.base.run.replications;
    const gathered = new Gathered();
    let check = Math.min(min, max);
    let state: Progress['state'] = 'limitReached';
    for await (const replication of this.#replications(max, {
      warmUp: warmUp.warmUp,
      seriesBin: 0,
      models: this.#all,
    })) {
      gathered.add(replication);
      if (gathered.stop !== null) break;
      if (gathered.done === check) {
        const reached = precisionOf(gathered.results[0] ?? [], of);
        if (reached !== null && reached <= precision) {
          state = 'precisionReached';
          break;
        }
        check = Math.min(max, Math.max(check + 1, Math.ceil(check * 1.05)));
      }
      if (gathered.done >= tellFrom && gathered.done < max) await this.#tell(gathered, warmUp);
    }
    if (gathered.stop !== null || (state === 'limitReached' && gathered.done < max)) state = 'stopped';
    return { progress: await this.#progress(gathered, warmUp, state), stop: gathered.stop };
  }

  /** Replications 0.. in their order, as many under way as the pool can do at a time. Ends early when the signal says so. */
  async *#replications(count: number, order: Omit<Order, 'replication'>): AsyncGenerator<Replication> {
    const { pool, gate } = this.#options;
    const underWay = new Map<number, Promise<Replication>>();
    let next = 0;
    for (let wanted = 0; wanted < count; wanted++) {
      await gate?.passed();
      if (this.#isStopped) return;
      while (next < count && underWay.size < Math.max(1, pool.width)) {
        const replication = pool.replicate({ ...order, replication: next });
        // Whoever awaits it sees its failure; one that nobody awaits any more is no failure.
        replication.catch(() => {});
        underWay.set(next++, replication);
      }
      const replication = await this.#unlessStopped(present(underWay.get(wanted), 'a replication under way'));
      if (replication === undefined) return;
      underWay.delete(wanted);
      yield replication;
    }
  }

  /** The replication, or none as soon as the signal says stop. */
  async #unlessStopped(replication: Promise<Replication>): Promise<Replication | undefined> {
    const { signal } = this.#options;
    if (signal === undefined) return await replication;
    let stop = (): void => {};
    const stopped = new Promise<undefined>((resolve) => {
      stop = () => resolve(undefined);
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
    });
    try {
      return await Promise.race([replication, stopped]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  /** Numbers of all models. */
  get #all(): readonly number[] {
    return [...this.#models.keys()];
  }

  get #isStopped(): boolean {
    return this.#options.signal?.aborted === true;
  }

  async #tell(gathered: Gathered, warmUp: FoundWarmUp): Promise<void> {
    await this.#snapshots?.take(async () => {
      const progress = await this.#progress(gathered, warmUp, 'running');
      if (progress !== undefined) this.#options.watch?.tell(progress);
    });
  }

  async #progress(gathered: Gathered, warmUp: FoundWarmUp, state: Progress['state']): Promise<Progress | undefined> {
    if (gathered.done === 0) return undefined;
    const { max, precision, of } = this.#set.base.run.replications;
    const reached = precisionOf(gathered.results[0] ?? [], of);
    const notes = [...this.#endNotes({ state, done: gathered.done, reached, stop: gathered.stop }), ...warmUp.notes];
    return {
      comparison: await this.#comparison(gathered, {
        warmUp: warmUp.warmUp,
        notes,
        isRunning: state === 'running',
        isProvisional: gathered.isPilot,
        isPartial: state === 'stopped',
      }),
      replications: gathered.done,
      replicationsMax: max,
      precision: reached,
      precisionWanted: precision,
      of,
      consignments: this.#options.pool.simulated(),
      state,
      evidence: {
        runs: gathered.results.map((runs) => [...runs]),
        pairs: gathered.pairs.map((pairs) => [...pairs]),
        changes: [...gathered.changes],
      },
    };
  }

  async #comparison(
    gathered: Gathered,
    of: { warmUp: Minutes; notes: readonly Label[]; isRunning: boolean; isProvisional: boolean; isPartial: boolean },
  ): Promise<Comparison> {
    const { base, variants } = this.#set;
    const compared: Compared[] = [];
    for (const [index, runs] of gathered.results.entries()) {
      const variant = index === 0 ? undefined : present(variants[index - 1], 'a variant');
      const name = variant?.name ?? base.name;
      const followed = this.#options.followed?.[index];
      const circumstances = {
        name,
        warmUp: of.warmUp,
        provisional: of.isProvisional,
        partial: of.isPartial,
        ...(followed === undefined ? {} : { followed }),
        isRunning: of.isRunning,
        notes: [...of.notes, ...(variant === undefined ? [] : notesAgainst(base, variant))],
      };
      compared.push({
        result: summarise(present(this.#models[index], name), runs, circumstances),
        runs,
        pairs: gathered.pairs[index - 1] ?? [],
      });
      await this.#options.watch?.breathe();
    }
    const [first, ...others] = compared;
    return compare(present(first, 'a base'), others, { isRunning: of.isRunning });
  }

  #endNotes(end: {
    state: Progress['state'];
    done: number;
    reached: number | null;
    stop: Stop | null;
  }): readonly Label[] {
    const { min, max, precision } = this.#set.base.run.replications;
    if (end.stop?.replication === end.done - 1)
      return [
        {
          en: `Partial: ${end.stop.scenario} was stopped at hour ${end.stop.at.toFixed(1)} of its first replication; its figures are kept up to there.`,
          zh: `不完整：${end.stop.scenario} 在首次重复的第 ${end.stop.at.toFixed(1)} 小时被停止；数值只到此为止。`,
        },
      ];
    if (end.state === 'stopped')
      return [
        {
          en: `Stopped after ${end.done} of ${max} replications.`,
          zh: `在 ${end.done}/${max} 次重复后停止。`,
        },
      ];
    if (end.state !== 'limitReached' || end.reached === null || min >= max || end.reached <= precision) return [];
    const [is, wanted] = [percent(end.reached), percent(precision)];
    return [
      {
        en: `Stopped at ${end.done} replications; precision is ${is}, wanted ${wanted}.`,
        zh: `已到 ${end.done} 次重复上限；精度 ${is}，目标 ${wanted}。`,
      },
    ];
  }
}

/** What a reader must know of a variant beside its base. */
function notesAgainst(base: Scenario, { name, scenario }: Variant): readonly Label[] {
  const isSeenAlike = base.run.horizon === scenario.run.horizon && base.run.stopAfter === scenario.run.stopAfter;
  return [
    ...(arePaired(base, scenario)
      ? []
      : [
          {
            en: `${name} changes what arrives: its consignments are not the same as the base's, nobody gains or loses one by one.`,
            zh: `${name} 改变了到达的货物：与基准不是同一批货物，无法逐票比较得失。`,
          },
        ]),
    ...(isSeenAlike
      ? []
      : [
          {
            en: `${name} is observed for another time than the base: a difference may come from that alone.`,
            zh: `${name} 的观察时段与基准不同：差异可能仅由此而来。`,
          },
        ]),
  ];
}

/** What has come in, replication by replication. */
class Gathered {
  /** By scenario, base first. */
  readonly results: RunResult[][] = [];
  /** By variant. */
  readonly pairs: (Readonly<Record<string, PairResult>> | null)[][] = [];
  /** By variant, of all replications together; null where pairing is lost. */
  readonly changes: (Readonly<Record<string, CoarseHistogram>> | null)[] = [];
  /** Of the base; only pilots have one. */
  readonly series: Series[] = [];
  done = 0;
  stop: Stop | null = null;

  get isPilot(): boolean {
    return this.series.length > 0;
  }

  /** A replication that was stopped is taken only if there is nothing else to show: beside whole ones it would bend the figures. */
  add(replication: Replication): void {
    this.stop = replication.stop;
    if (replication.stop !== null && this.done > 0) return;
    for (const [index, result] of replication.results.entries()) (this.results[index] ??= []).push(result);
    for (const [index, pair] of replication.pairs.entries()) {
      (this.pairs[index] ??= []).push(pair?.results ?? null);
      this.changes[index] = pair === null ? null : together(this.changes[index] ?? {}, pair.changes);
    }
    if (replication.series !== null) this.series.push(replication.series);
    this.done++;
  }
}

function together(
  before: Readonly<Record<string, CoarseHistogram>>,
  more: Readonly<Record<string, CoarseHistogram>>,
): Readonly<Record<string, CoarseHistogram>> {
  const merged = Object.entries(more).map(([name, histogram]) => {
    const known = before[name];
    return [name, known === undefined ? histogram : mergeCoarse(known, histogram)] as const;
  });
  return Object.fromEntries(merged);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
