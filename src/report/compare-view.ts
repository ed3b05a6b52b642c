import type { Comparison, Difference, IndicatorResult, ScenarioResult, Verdict } from '../experiment/index.ts';
import type { Change } from '../scenario/index.ts';
import { anchorName, headName, indicatorName, levelName, type Language } from './names.ts';
import { scaledFigure, scaleOf, share, type Figure, type Scale } from './numbers.ts';
import { rowSentences } from './row-sentences.ts';
import { visible } from './visible.ts';
import type { Words } from './words-en.ts';

/** What the comparison of scenarios by one indicator shows, ready to be drawn: screens and plain text both read it. */
export interface CompareView {
  readonly indicator: IndicatorView;
  /** A second indicator, where a wide screen has room: time to removal, or the release time beside it. */
  readonly also: IndicatorView | undefined;
  /** Names of all indicators that the base has. */
  readonly indicators: readonly string[];
  /** Letter of the base. */
  readonly base: string;
  readonly differenceScale: Scale;
  readonly stages: readonly { readonly name: string; readonly label: string }[];
  readonly stageScale: Scale;
  readonly rows: readonly CompareRow[];
}

/** An indicator with its words. */
export interface IndicatorView {
  readonly name: string;
  /** `release` */
  readonly head: string;
  /** `release time` */
  readonly full: string;
  /** `arrival -> goods may leave`; empty before the first figures. */
  readonly span: string;
  /** `95 %` */
  readonly level: string;
  readonly scale: Scale;
}

/** One scenario. Figures are in the unit of their scale; undefined before they are known. */
export interface CompareRow {
  /** Stays with the scenario however the table is sorted. */
  readonly letter: string;
  /** Its name as the file says it: the row's identity. */
  readonly scenario: string;
  /** Its name, safe to show. */
  readonly name: string;
  readonly isBase: boolean;
  readonly mean: Figure | undefined;
  readonly also: Figure | undefined;
  readonly quantiles: readonly Figure[];
  /** Against the base. */
  readonly difference: Figure | undefined;
  readonly verdict: Verdict | undefined;
  readonly gain: Difference['gain'] | undefined;
  /** How many times narrower the same luck makes the interval. */
  readonly luck: number | undefined;
  /** In the order of the view's stages. */
  readonly stages: readonly number[];
  readonly stageTotal: number;
  readonly groups: readonly GroupView[];
  /** What there is to say about it: the difference, who gains, what the same luck is worth. */
  readonly sentences: readonly string[];
  /** What it changes against the base; undefined where nobody knows. */
  readonly changes: readonly Change[] | undefined;
}

/** Consignments that share a level of an attribute. */
export interface GroupView {
  readonly label: string;
  /** In the unit of the indicator; NaN where nobody is in the group. */
  readonly mean: number;
}

/** What is shown of a comparison, and in which words. */
export interface CompareOptions {
  readonly words: Words;
  /** The indicator shown; default: the first the base has of `releaseTime`, `clearanceTime`, any. */
  readonly indicator?: string | undefined;
  /** By scenario. */
  readonly changes?: Readonly<Record<string, readonly Change[]>> | undefined;
}

/** The view of a comparison by one indicator. */
export function compareView(comparison: Comparison, { words, indicator, changes }: CompareOptions): CompareView {
  const base = comparison.scenarios.find((each) => each.scenario === comparison.base);
  const indicators = Object.keys(base?.indicators ?? {});
  const name =
    indicator ??
    ['releaseTime', 'clearanceTime'].find((each) => indicators.includes(each)) ??
    indicators[0] ??
    'releaseTime';
  const other = ['dwellTime', 'releaseTime'].find((each) => each !== name && indicators.includes(each));
  const shown = indicatorView(comparison, name, words);
  const also = other === undefined ? undefined : indicatorView(comparison, other, words);
  const differences = comparison.differences.filter((each) => each.indicator === name);
  const stages = Object.keys(base?.stages ?? {});
  const totals = comparison.scenarios.map(stageTotal);
  const view = {
    indicator: shown,
    also,
    indicators,
    base: letterOf(comparison.scenarios.findIndex((each) => each === base)),
    differenceScale: {
      unit: shown.scale.unit,
      decimalsMax: scaleOf(differences.map((each) => each.difference)).decimalsMax,
    },
    stages: stages.map((stage) => ({ name: stage, label: headName(stage, words.language) })),
    stageScale: scaleOf(totals),
  };
  const rows = comparison.scenarios.map((result, index): CompareRow => {
    const own = result.indicators[name];
    const difference = differences.find((each) => each.scenario === result.scenario);
    const { unit } = shown.scale;
    const row = {
      letter: letterOf(index),
      scenario: result.scenario,
      name: visible(titleIn(result, words.language)),
      isBase: result === base,
      mean: figureOf(own, unit),
      also: also === undefined ? undefined : figureOf(result.indicators[also.name], also.scale.unit),
      quantiles: own === undefined ? [] : [own.p50, own.p90, own.p95].map((quantile) => scaledFigure(quantile, unit)),
      difference:
        difference === undefined
          ? undefined
          : scaledFigure({ value: difference.difference, interval: difference.interval }, unit),
      verdict: difference?.verdict,
      gain: difference?.gain,
      luck: difference?.luck ?? undefined,
      stages: stages.map((stage) => result.stages[stage]?.mean ?? 0),
      stageTotal: stageTotal(result),
      groups: groupsOf(result, { indicator: name, unit, words }),
      changes: changes !== undefined && Object.hasOwn(changes, result.scenario) ? changes[result.scenario] : undefined,
    };
    return { ...row, sentences: rowSentences(row, { view, result, base, differences: comparison.differences, words }) };
  });
  return { ...view, rows };
}

/** A scenario by its names. */
export type Titled = Pick<ScenarioResult, 'scenario' | 'scenarioZh'>;

/** The name of a scenario in a language. */
export function titleIn({ scenario, scenarioZh }: Titled, language: Language): string {
  return language === 'en' ? scenario : scenarioZh;
}

/** A comparison of which only the names are known: what is on the screen before the first figures. */
export function nothingYet(names: readonly Titled[], base: string): Comparison {
  return { scenarios: names.map(nothingOf), base, differences: [] };
}

/** A comparison of just these scenarios, in this order; of those that it does not have only the names are known. */
export function withNames(comparison: Comparison, names: readonly Titled[]): Comparison {
  const known = new Map(comparison.scenarios.map((each) => [each.scenario, each]));
  return { ...comparison, scenarios: names.map((each) => known.get(each.scenario) ?? nothingOf(each)) };
}

function nothingOf({ scenario, scenarioZh }: Titled): ScenarioResult {
  return {
    scenario,
    scenarioZh,
    flow: '',
    law: '',
    seed: '',
    replications: 0,
    warmUp: 0,
    provisional: true,
    partial: false,
    horizon: null,
    events: 0,
    consignments: { counted: 0, ended: {}, unfinished: 0, oldest: 0 },
    indicators: {},
    stages: {},
    byAttribute: {},
    activities: {},
    resources: {},
    fees: {},
    terms: {},
    defaultsTaken: [],
    notes: [],
    notesZh: [],
  };
}

/** A, B .. Z, then a .. z: one cell for each of the first 52 scenarios. */
export function letterOf(index: number): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[index] ?? '*';
}

function indicatorView(comparison: Comparison, name: string, words: Words): IndicatorView {
  const results = comparison.scenarios.flatMap((each) => each.indicators[name] ?? []);
  const [first] = results;
  return {
    name,
    head: headName(name, words.language),
    full: indicatorName(name, words.language),
    span:
      first === undefined ? '' : `${anchorName(first.from, words.language)} -> ${anchorName(first.to, words.language)}`,
    level: share(first?.level ?? 0.95),
    scale: scaleOf(results.map((each) => each.mean)),
  };
}

function figureOf(indicator: IndicatorResult | undefined, unit: Scale['unit']): Figure | undefined {
  return indicator === undefined || indicator.count === 0
    ? undefined
    : scaledFigure({ value: indicator.mean, interval: indicator.interval }, unit);
}

function stageTotal(result: ScenarioResult): number {
  return Object.values(result.stages).reduce((sum, stage) => sum + stage.mean, 0);
}

function groupsOf(
  result: ScenarioResult,
  of: { indicator: string; unit: Scale['unit']; words: Words },
): readonly GroupView[] {
  return Object.entries(result.byAttribute).flatMap(([attribute, levels]) =>
    Object.entries(levels).flatMap(([level, indicators]): GroupView[] => {
      const group = indicators[of.indicator];
      if (group === undefined) return [];
      const value = group.count === 0 ? Number.NaN : group.mean;
      const label = levelName(attribute, level, of.words.language);
      return [{ label, mean: scaledFigure({ value, interval: null }, of.unit).value }];
    }),
  );
}
