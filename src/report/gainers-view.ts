import { minutesPerHour } from '../base/index.ts';
import { gainersOf, type GainerGroup, type Gainers, type Progress } from '../experiment/index.ts';
import { countOf, quantilesOf, sharesAtMost, zeroBucket, type Histogram } from '../statistics/index.ts';
import { compareView, type CompareRow, type IndicatorView } from './compare-view.ts';
import { levelName } from './names.ts';
import { roundStep, scaled, scaledFigure, scaleOf, type Figure, type Scale } from './numbers.ts';
import { isPassedOn } from './row-sentences.ts';
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
  /** Changes of single consignments by a minute or more, around multiples of `step`; what lies beyond is in the first and the last. Shares of all. */
  readonly bins: readonly { readonly change: number; readonly share: number }[];
  readonly step: number;
  /** All, then the levels; none where consignments cannot be paired. */
  readonly rows: readonly GainersRow[];
  /** As many lose as gain, and the mean is hardly better for it. */
  readonly isPassedOn: boolean;
  /** Attributes whose levels can be told apart. */
  readonly attributes: readonly string[];
}

/** Consignments of a level, or all. */
export interface GainersRow {
  readonly id: string;
  /** Empty: all. */
  readonly label: string;
  /** Whose consignments these are; none: all. */
  readonly group: Level | undefined;
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

/** A level of an attribute. */
export interface Level {
  readonly attribute: string;
  readonly level: string;
}

/** What is shown of gainers, and in which words. */
export interface GainersOptions {
  readonly words: Words;
  readonly indicator?: string | undefined;
  readonly scenario: string;
  /** Attribute whose levels are shown; none: all. */
  readonly attribute?: string | undefined;
}

/** About so many bins between the 2nd and the 98th percentile. */
const binsWanted = 20;

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
  const scale = scaleOf(groups.flatMap(({ figures }) => [figures.change.value, figures.gain, figures.loss]));
  return {
    indicator: view.indicator,
    indicators: view.indicators,
    variant,
    base: view.base,
    scale,
    ...binsOf(gainers?.changes ?? none, scale),
    rows: groups.map((each) => rowOf(each, scale)),
    isPassedOn: variant !== undefined && isPassedOn(variant),
    attributes: Object.keys(gainers?.byAttribute ?? {}),
  };
}

const none: Histogram = { first: 0, counts: new Uint32Array(0) };

function groupsOf(
  gainers: Gainers,
  { words, attribute }: { words: Words; attribute: string | undefined },
): readonly Grouped[] {
  const shown = Object.entries(gainers.byAttribute).filter(([name]) => attribute === undefined || name === attribute);
  return [
    { label: '', group: undefined, figures: gainers.all },
    ...shown.flatMap(([name, levels]) =>
      Object.entries(levels).map(([level, figures]) => ({
        label: levelName(name, level, words.language),
        group: { attribute: name, level },
        figures,
      })),
    ),
  ];
}

interface Grouped {
  readonly label: string;
  readonly group: Level | undefined;
  readonly figures: GainerGroup;
}

function rowOf({ label, group, figures }: Grouped, { unit }: Scale): GainersRow {
  const { share, better, worse, same, change, gain, loss } = figures;
  return {
    id: group === undefined ? 'all' : `${group.attribute}: ${group.level}`,
    label,
    group,
    share,
    better,
    worse,
    same,
    change: scaledFigure(change, unit),
    gain: scaled(gain, unit),
    loss: scaled(loss, unit),
  };
}

/** Bins around multiples of a round step, so that of those that change 96 % are shown one by one. */
function binsOf(changes: Histogram, { unit }: Scale): Pick<GainersView, 'bins' | 'step'> {
  const perMinute = scaled(1 / minutesPerHour, unit);
  const changed = withoutZero(changes);
  const [low, high] = quantilesOf(changed, [0.02, 0.98]).map((minutes) => minutes * perMinute);
  if (low === undefined || high === undefined) return { bins: [], step: 0 };
  const step = roundStep((Math.max(0, high) - Math.min(0, low)) / binsWanted);
  const first = Math.min(-2, Math.floor(low / step));
  const last = Math.max(2, Math.ceil(high / step));
  const edges = Array.from({ length: last - first }, (_, at) => (first + at + 0.5) * step);
  const part = countOf(changed) / countOf(changes);
  const inner = sharesAtMost(
    changed,
    edges.map((edge) => edge / perMinute),
  );
  const shares = [0, ...inner, 1];
  return {
    step,
    bins: Array.from({ length: last - first + 1 }, (_, at) => ({
      change: (first + at) * step,
      share: part * ((shares[at + 1] ?? 0) - (shares[at] ?? 0)),
    })),
  };
}

/** The same without those that do not change: there may be so many that nothing else would be seen. */
function withoutZero({ first, counts }: Histogram): Histogram {
  return { first, counts: counts.map((count, at) => (first + at === zeroBucket ? 0 : count)) };
}
