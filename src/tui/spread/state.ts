import { Remembered } from '../../base/index.ts';
import type { Progress } from '../../experiment/index.ts';
import { spreadView, visible, wordsOf, type SpreadView, type Zoom } from '../../report/index.ts';
import { plotWidthOf } from '../drawing/draw-ecdf.ts';
import type { Shared } from '../shared.ts';

/** How late, and for how many: curves of some scenarios. */
export interface SpreadState {
  readonly place: 'spread';
  /** Where the reading line stands, in the unit of the indicator; none: no line is drawn. */
  readonly reading: number | undefined;
  /** The indicator that it was set for; another one has none. */
  readonly readingOf: string | undefined;
  readonly zoom: Zoom;
  /** Only scenarios whose names have it. */
  readonly filter: string;
}

/** All up to the 99th percentile. */
export function openSpread(): SpreadState {
  return { place: 'spread', reading: undefined, readingOf: undefined, zoom: 'most', filter: '' };
}

const views = new Remembered<Progress, SpreadView>();

/** Names of the scenarios that are shown: those that are marked, or all, as far as the filter lets them through. */
export function shownIn({ filter }: Pick<SpreadState, 'filter'>, { names, marked }: Shared): readonly string[] {
  const wanted = filter.toLowerCase();
  return names.filter(
    (name) => (marked.length === 0 || marked.includes(name)) && visible(name).toLowerCase().includes(wanted),
  );
}

/** The view of what is shown; undefined before the first figures, and where nothing is. */
export function viewOf(own: SpreadState, shared: Shared): SpreadView | undefined {
  const { progress, language, indicator, columns } = shared;
  const { zoom } = own;
  const reading = readingIn(own, shared);
  const scenarios = shownIn(own, shared);
  if (progress === undefined || scenarios.length === 0) return undefined;
  const hasBands = columns >= 120;
  return views.of(progress, JSON.stringify([reading, zoom, language, indicator, scenarios, hasBands]), () =>
    spreadView(progress, { words: wordsOf(language), indicator, scenarios, reading, zoom, hasBands }),
  );
}

/** Where the reading line stands; none: no line is drawn. */
export function readingIn({ reading, readingOf }: SpreadState, { indicator }: Shared): number | undefined {
  return readingOf === indicator ? reading : undefined;
}

/** Cells of the axis in the window. */
export function axisWidthOf({ columns }: Shared): number {
  return plotWidthOf(Math.min(columns, 200));
}
