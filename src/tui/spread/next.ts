import { scaled, zooms, type SpreadView } from '../../report/index.ts';
import { columnOf, valueOf } from '../drawing/draw-ecdf.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { openSlowest } from '../slowest/state.ts';
import { axisWidthOf, shownIn, viewOf, type SpreadState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: SpreadState, shared: Shared): boolean {
  const view = viewOf(own, shared);
  switch (command) {
    case 'down':
    case 'up':
    case 'first':
    case 'last':
      return (view?.rows.length ?? 0) > 1;
    case 'nextIndicator':
    case 'previousIndicator':
      return (view?.indicators.length ?? 0) > 1;
    case 'left':
    case 'right':
    case 'zoom':
    case 'open':
      return view !== undefined;
    case 'filter':
      return shared.names.length > 1;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: SpreadState, shared: Shared): Outcome<SpreadState> {
  if (input.kind === 'filter') return filtered({ ...own, filter: input.text }, shared);
  const view = viewOf(own, shared);
  if (input.kind !== 'command' || view === undefined) return {};
  const at = view.rows.findIndex((row) => row.scenario === shared.chosen);
  const to = pointed(input.command, { at, count: view.rows.length });
  if (to !== undefined) return { shared: { chosen: view.rows[to]?.scenario ?? shared.chosen } };
  switch (input.command) {
    case 'left':
      return { own: { ...own, reading: moved(view, shared, -1), readingOf: shared.indicator } };
    case 'right':
      return { own: { ...own, reading: moved(view, shared, 1), readingOf: shared.indicator } };
    case 'zoom':
      return { own: { ...own, zoom: neighbour(zooms, own.zoom, 1) } };
    case 'nextIndicator':
    case 'previousIndicator': {
      const step = input.command === 'nextIndicator' ? 1 : -1;
      return { shared: { indicator: neighbour(view.indicators, view.indicator.name, step) } };
    }
    case 'open':
      return {
        open: openSlowest(shared, { beyond: view.reading / scaled(1, view.indicator.scale.unit) }),
      };
    default:
      return {};
  }
}

/** The pointer goes to the first that is left, unless it is at one of them. */
function filtered(own: SpreadState, shared: Shared): Outcome<SpreadState> {
  const names = shownIn(own, shared);
  const chosen = names.includes(shared.chosen) ? shared.chosen : (names[0] ?? shared.chosen);
  return { own, shared: { chosen } };
}

/** The reading, a cell to the left or right; it stays on the axis. */
function moved({ reading, domain }: SpreadView, shared: Shared, step: 1 | -1): number {
  const width = axisWidthOf(shared);
  const from = columnOf(Math.min(Math.max(reading, domain[0]), domain[1]), domain, width);
  return valueOf(Math.min(Math.max(0, from + step), width - 1), domain, width);
}
