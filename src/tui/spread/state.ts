import { Remembered } from '../../base/index.ts';
import type { Progress } from '../../experiment/index.ts';
import { spreadView, wordsOf, type SpreadView, type Zoom } from '../../report/index.ts';
import { plotWidthOf } from '../drawing/draw-ecdf.ts';
import type { Shared } from '../shared.ts';

/** How late, and for how many: curves of some scenarios. */
export interface SpreadState {
  readonly place: 'spread';
  /** Where the reading line stands, in the unit of the indicator; none: no line is drawn. */
  readonly reading: number | undefined;
  readonly zoom: Zoom;
}

/** All up to the 99th percentile. */
export function openSpread(): SpreadState {
  return { place: 'spread', reading: undefined, zoom: 'most' };
}

const views = new Remembered<Progress, SpreadView>();

/** The view of what is shown: the scenarios that are marked, or all; undefined before the first figures. */
export function viewOf({ reading, zoom }: SpreadState, shared: Shared): SpreadView | undefined {
  const { progress, language, indicator, marked, columns } = shared;
  if (progress === undefined) return undefined;
  const hasBands = columns >= 120;
  return views.of(progress, JSON.stringify([reading, zoom, language, indicator, marked, hasBands]), () =>
    spreadView(progress, { words: wordsOf(language), indicator, scenarios: marked, reading, zoom, hasBands }),
  );
}

/** Cells of the axis in the window. */
export function axisWidthOf({ columns }: Shared): number {
  return plotWidthOf(Math.min(columns, 200));
}
