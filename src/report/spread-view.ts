import { bandOf, sharesWithin, spreadOf, type Progress } from '../experiment/index.ts';
import { compareView, type CompareRow, type IndicatorView } from './compare-view.ts';
import { scaled, type Figure } from './numbers.ts';
import type { Words } from './words-en.ts';

/** How an indicator is spread over consignments in some scenarios, ready to be drawn. Figures are in the unit of the indicator. */
export interface SpreadView {
  readonly indicator: IndicatorView;
  readonly indicators: readonly string[];
  readonly rows: readonly SpreadRow[];
  /** Ends of the axis. */
  readonly domain: readonly [number, number];
  /** Up to where the shares of the rows are read off. */
  readonly reading: number;
}

/** One scenario. */
export interface SpreadRow extends Pick<CompareRow, 'letter' | 'scenario' | 'name' | 'quantiles'> {
  /** 201 values that 0, 0.5 .. 100 % of the consignments do not exceed; none before the first figures. */
  readonly curve: readonly number[];
  /** Ends of the interval of the share at each of them; none while replications run. */
  readonly band: readonly (readonly [number, number])[];
  /** Share (0..1) up to the reading; undefined before it is known. */
  readonly within: Figure | undefined;
}

/**
 * Which part of the axis is shown: all that was observed, up to the 99th percentile, an eighth of that on both sides of the reading, as
 * far as there is any.
 */
export const zooms = ['most', 'all', 'around'] as const;
/** One of them. */
export type Zoom = (typeof zooms)[number];

/** What is shown of spreads, and in which words. */
export interface SpreadOptions {
  readonly words: Words;
  /** Default: the headline. */
  readonly indicator?: string | undefined;
  /** Scenarios shown, by name; none: all. */
  readonly scenarios: readonly string[];
  /** In the unit of the indicator; default: a day, or the middle of the axis where that is shorter. */
  readonly reading?: number | undefined;
  readonly zoom: Zoom;
  readonly hasBands: boolean;
}

/** Hours within which a consignment is quick, where nobody says otherwise. */
const day = 24;

/** The view of spreads. */
export function spreadView(progress: Progress, options: SpreadOptions): SpreadView {
  const { words, scenarios, zoom } = options;
  const { indicator, indicators, rows } = compareView(progress.comparison, {
    words,
    indicator: options.indicator ?? progress.of,
  });
  const { unit } = indicator.scale;
  const shown = rows
    .map((row, at) => ({ row, runs: progress.evidence.runs[at] ?? [] }))
    .filter(({ row }) => scenarios.length === 0 || scenarios.includes(row.scenario))
    .map((each) => ({ ...each, runs: each.row.mean === undefined ? [] : each.runs }));
  const curves = shown.map(({ runs }) =>
    runs.length === 0 ? [] : spreadOf(runs, indicator.name).map((hours) => scaled(hours, unit)),
  );
  const most = domainOf(curves, [0.01, 0.99]);
  const reading = options.reading ?? Math.min(scaled(day, unit), (most[0] + most[1]) / 2);
  const perUnit = scaled(1, unit);
  const hasBands = options.hasBands && progress.state !== 'running';
  return {
    indicator,
    indicators,
    domain: zoom === 'all' ? domainOf(curves, [0, 1]) : zoom === 'most' ? most : around(reading, most),
    reading,
    rows: shown.map(({ row: { letter, scenario, name, quantiles }, runs }, at): SpreadRow => {
      const [within] = runs.length === 0 ? [] : sharesWithin(runs, indicator.name, [reading / perUnit]);
      return {
        letter,
        scenario,
        name,
        quantiles,
        curve: curves[at] ?? [],
        band:
          !hasBands || runs.length === 0
            ? []
            : bandOf(runs, indicator.name).flatMap(({ interval }) => (interval === null ? [] : [interval])),
        within: within === undefined ? undefined : { value: within.share, interval: within.interval },
      };
    }),
  };
}

/** From the least to the greatest of two shares' quantiles, zero in between. */
function domainOf(
  curves: readonly (readonly number[])[],
  [low, high]: readonly [number, number],
): readonly [number, number] {
  const known = curves.filter((curve) => curve.length > 0);
  const at = (curve: readonly number[], part: number): number => curve[Math.round(part * (curve.length - 1))] ?? 0;
  const from = Math.min(0, ...known.map((curve) => at(curve, low)));
  const to = Math.max(from, ...known.map((curve) => at(curve, high)));
  return [from, to > from ? to : from + 1];
}

function around(reading: number, [from, to]: readonly [number, number]): readonly [number, number] {
  return [Math.max(from, reading - (to - from) / 8), reading + (to - from) / 8];
}
