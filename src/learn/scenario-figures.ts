import { assert, present, right, wrong, type Mistake, type Result } from '../base/index.ts';
import { ownThread, runExperiment, type Comparison, type Interval, type ScenarioResult } from '../experiment/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import { checkNames, followRules, type Rule } from '../rules/index.ts';
import type { ScenarioSet } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Figure } from './lesson.ts';

/** A scenario file as opened: its base and variants, and their models, base first. */
export interface LessonScenario {
  readonly set: ScenarioSet;
  readonly models: readonly Model[];
}

/** A figure taken from runs of a scenario. */
export type ScenarioFigure = Extract<Figure, { readonly variant: string | undefined }>;

/** A number with its interval, in hours, shares (0..1), or the currency of a fee; no interval where none is known. */
export interface Computed {
  readonly value: number;
  readonly interval: Interval;
}

/** What runs of a scenario say of figures; mistakes about names that it does not have, their paths from the figure. */
export class ScenarioFigures {
  readonly #comparison: Comparison;
  /** By variant, the base under its own name. */
  readonly #results: ReadonlyMap<string | undefined, ScenarioResult>;

  private constructor(comparison: Comparison, variants: readonly string[]) {
    this.#comparison = comparison;
    this.#results = new Map<string | undefined, ScenarioResult>(
      [undefined, ...variants].map((name, index) => [name, present(comparison.scenarios[index], 'a result')]),
    );
  }

  /** Runs the base, and the variants that the figures are taken from, with the seed of the scenario. */
  static async of(
    figures: readonly ScenarioFigure[],
    { set, models }: LessonScenario,
    breathe: () => Promise<void>,
  ): Promise<Result<ScenarioFigures, readonly Mistake[]>> {
    const names = new Set(figures.flatMap(({ variant }) => (variant === undefined ? [] : [variant])));
    const known = set.variants.map(({ name }) => name);
    const unknown = [...names].filter((name) => !known.includes(name));
    if (unknown.length > 0) return wrong(unknown.map((name) => noSuch('variant', name, known)));
    const wanted = set.variants.flatMap((variant, index) => (names.has(variant.name) ? [index] : []));
    const rules = figures.flatMap((figure) => (figure.kind === 'broken' ? [figure.rule] : []));
    const own = [0, ...wanted.map((index) => index + 1)].map((index) => present(models[index], 'a model'));
    const mistakes = checkNames(rules, present(own[0], 'a model'));
    if (mistakes.length > 0)
      return wrong(mistakes.map((each) => ({ ...each, path: ['broken', ...each.path.slice(2)] })));
    const followed = rules.length === 0 ? undefined : own.map((model) => followRules(model, rules));
    const run = followed?.map(({ model }) => model) ?? own;
    const variants = wanted.map((index) => present(set.variants[index], 'a variant'));
    const { progress, stop } = await runExperiment({ ...set, variants }, run, {
      pool: ownThread(run, breathe),
      ...(followed === undefined ? {} : { followed }),
    });
    assert(stop === null && progress !== undefined, 'scenarios of lessons run to their end');
    return right(
      new ScenarioFigures(
        progress.comparison,
        variants.map(({ name }) => name),
      ),
    );
  }

  figure(figure: ScenarioFigure): Result<Computed, readonly Mistake[]> {
    const result = present(this.#results.get(figure.variant), 'a result');
    switch (figure.kind) {
      case 'indicator': {
        const found = ownOf(result.indicators, figure.name);
        if (found === undefined) return wrong([noSuch('indicator', figure.name, Object.keys(result.indicators))]);
        return right(figure.take === 'mean' ? { value: found.mean, interval: found.interval } : found[figure.take]);
      }
      case 'stage': {
        const found = ownOf(result.stages, figure.name);
        if (found === undefined) return wrong([noSuch('stage', figure.name, Object.keys(result.stages))]);
        return right({ value: found.mean, interval: null });
      }
      case 'wait': {
        const activity = ownOf(result.activities, figure.activity);
        if (activity === undefined) return wrong([noSuch('wait', figure.activity, Object.keys(result.activities))]);
        const { wait, waitByPriority } = activity;
        const found = figure.priority === undefined ? wait : ownOf(waitByPriority, String(figure.priority));
        if (found === undefined)
          return wrong([noSuch('priority', String(figure.priority), Object.keys(waitByPriority))]);
        return right({ value: found.mean, interval: found.interval });
      }
      case 'share': {
        const found = ownOf(result.activities, figure.activity);
        if (found === undefined) return wrong([noSuch('share', figure.activity, Object.keys(result.activities))]);
        return right({ value: found.count / result.consignments.counted, interval: null });
      }
      case 'fee': {
        const found = ownOf(result.fees, figure.name);
        if (found === undefined) return wrong([noSuch('fee', figure.name, Object.keys(result.fees))]);
        return right({ value: found.mean, interval: null });
      }
      default: {
        const { share, interval } = brokenShareOf(result, figure.rule);
        return right({ value: share, interval });
      }
    }
  }

  /** The difference of two figures of the same indicator, base and variant, replication by replication; undefined: they are no such pair. */
  paired(first: Figure, second: Figure): Computed | undefined {
    if (first.kind !== 'indicator' || second.kind !== 'indicator') return undefined;
    const isPair = first.name === second.name && first.take === 'mean' && second.take === 'mean';
    const sign = first.variant === undefined ? -1 : 1;
    const variant = first.variant ?? second.variant;
    const isOfBase = first.variant === undefined || second.variant === undefined;
    const found = this.#comparison.differences.find(
      ({ scenario, indicator }) => scenario === variant && indicator === first.name,
    );
    if (!isPair || !isOfBase || found === undefined) return undefined;
    const interval = found.intervalAlone;
    return {
      value: sign * found.difference,
      interval: interval === null ? null : sign < 0 ? [-interval[1], -interval[0]] : interval,
    };
  }
}

function brokenShareOf(result: ScenarioResult, rule: Rule): { readonly share: number; readonly interval: Interval } {
  return present(
    result.rules?.find((each) => each.rule.id === rule.id),
    'a rule that was followed',
  ).brokenShare;
}

/** Names come from users, so `constructor` must find nothing. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function noSuch(key: string, found: string, words: readonly string[]): Mistake {
  return {
    code: 'unknown-word',
    path: [key],
    message: { en: 'the scenario has nothing of this name', zh: '方案中没有这个名称' },
    found,
    expected: oneOf(words),
    ...nearestOf(found, words),
  };
}
