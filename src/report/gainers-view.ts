import { minutesPerHour } from '../base/index.ts';
import { gainersOf, type GainerGroup, type Gainers, type Progress } from '../experiment/index.ts';
import { quantilesOf, sharesAtMost, type Histogram } from '../statistics/index.ts';
import { compareView, type CompareRow, type IndicatorView } from './compare-view.ts';
import { levelName } from './names.ts';
import { roundStep, scaled, scaledFigure, scaleOf, type Figure, type Scale } from './numbers.ts';
import type { Words } from './words-en.ts';

/** Who gains and who loses by a variant, ready to be drawn. */
export interface GainersView {
  readonly indicator: IndicatorView;
  readonly indicators: readonly string[];
  /** The variant; undefined where there is none. */
  readonly variant: CompareRow | undefined;
  /** Letter of the base. */
  readonly base: string;
  /** Unit of all changes. */
  readonly scale: Scale;
  /** Changes of single consignments around multiples of `step`; what lies beyond is in the first and the last. */
  readonly bins: readonly { readonly change: number; readonly share: number }[];
  readonly step: number;
  /** All, then the levels; none where consignments cannot be paired. */
  readonly rows: readonly GainersRow[];
  /** Attributes whose levels can be told apart. */
  readonly attributes: readonly string[];
}

/** Consignments of a level, or all. */
export interface GainersRow {
  /** `all`, or attribute and level. */
  readonly id: string;
  /** Empty: all. */
  readonly label: string;
  /** Shares, 0..1: `share` of all, the others of the group. */
  readonly share: number;
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Mean change of the group. */
  readonly change: Figure;
  /** Mean change of those that gain, and of those that lose. */
  readonly gain: number;
  readonly loss: number;
}

/** What is shown of gainers, and in which words. */
export interface GainersOptions {
  readonly words: Words;
  readonly indicator?: string | undefined;
  readonly scenario: string;
  /** Attribute whose levels are shown; none: all. */
  readonly attribute?: string | undefined;
}

/** Bins on each side of zero, at most. */
const binsPerSide = 10;

/** The view of who gains by a scenario; where that is the base, by the first variant. */
export function gainersView(
  progress: Progress,
  { words, indicator, scenario, attribute }: GainersOptions,
): GainersView {
  const view = compareView(progress.comparison, { words, indicator: indicator ?? progress.of });
  const variants = view.rows.filter((row) => !row.isBase);
  const variant = variants.find((row) => row.scenario === scenario) ?? variants[0];
  const gainers =
    variant === undefined
      ? null
      : gainersOf(progress.evidence, { variant: variants.indexOf(variant), indicator: view.indicator.name });
  const groups = gainers === null ? [] : groupsOf(gainers, { words, attribute });
  const scale = scaleOf(groups.flatMap(({ group }) => [group.change.value, group.gain, group.loss]));
  return {
    indicator: view.indicator,
    indicators: view.indicators,
    variant,
    base: view.base,
    scale,
    ...binsOf(gainers?.changes ?? none, scale),
    rows: groups.map(({ id, label, group }) => rowOf({ id, label }, group, scale)),
    attributes: Object.keys(gainers?.byAttribute ?? {}),
  };
}

const none: Histogram = { first: 0, counts: new Uint32Array(0) };

function groupsOf(
  gainers: Gainers,
  { words, attribute }: { words: Words; attribute: string | undefined },
): readonly { readonly id: string; readonly label: string; readonly group: GainerGroup }[] {
  const shown = Object.entries(gainers.byAttribute).filter(([name]) => attribute === undefined || name === attribute);
  return [
    { id: 'all', label: '', group: gainers.all },
    ...shown.flatMap(([name, levels]) =>
      Object.entries(levels).map(([level, group]) => ({
        id: `${name}: ${level}`,
        label: levelName(name, level, words.language),
        group,
      })),
    ),
  ];
}

function rowOf(
  of: { readonly id: string; readonly label: string },
  { share, better, worse, same, change, gain, loss }: GainerGroup,
  { unit }: Scale,
): GainersRow {
  return {
    ...of,
    share,
    better,
    worse,
    same,
    change: scaledFigure(change, unit),
    gain: scaled(gain, unit),
    loss: scaled(loss, unit),
  };
}

/** Bins around multiples of a round step, so that those between the 2nd and the 98th percentile are shown one by one. */
function binsOf(changes: Histogram, { unit }: Scale): Pick<GainersView, 'bins' | 'step'> {
  const [low, high] = quantilesOf(changes, [0.02, 0.98]);
  if (low === undefined || high === undefined) return { bins: [], step: 0 };
  const perMinute = scaled(1 / minutesPerHour, unit);
  const step = roundStep((Math.max(-low, high, 1) * perMinute) / binsPerSide);
  const side = (end: number): number =>
    Math.min(binsPerSide, Math.max(2, Math.ceil((Math.max(0, end) * perMinute) / step)));
  const [first, last] = [-side(-low), side(high)];
  const inner = Array.from({ length: last - first }, (_, at) => first + at + 0.5);
  const shares = [
    0,
    ...sharesAtMost(
      changes,
      inner.map((edge) => (edge * step) / perMinute),
    ),
    1,
  ];
  return {
    step,
    bins: Array.from({ length: last - first + 1 }, (_, at) => ({
      change: (first + at) * step,
      share: (shares[at + 1] ?? 0) - (shares[at] ?? 0),
    })),
  };
}
