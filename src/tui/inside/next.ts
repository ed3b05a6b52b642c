import { viewOf as compareViewOf } from '../compare/state.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { stationOf, stationsOf } from '../stations.ts';
import { openWeek } from '../week/state.ts';
import { panesOf, pictures, viewOf, type InsideState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: InsideState, shared: Shared): boolean {
  switch (command) {
    case 'open':
      return stationsOf(shared).length > 0;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
      return stationsOf(shared).length > 1;
    case 'nextPane':
    case 'previousPane':
    case 'changes':
      return panesOf(shared) < pictures.length;
    case 'nextItem':
    case 'previousItem':
      return shared.names.length > 1;
    case 'attribute':
      return viewOf(own, shared).classesBy.length > 1;
    case 'nextIndicator':
    case 'previousIndicator':
      return compareViewOf(shared).indicators.length > 1;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: InsideState, shared: Shared): Outcome<InsideState> {
  if (input.kind !== 'command') return {};
  const stations = stationsOf(shared);
  const at = stations.indexOf(stationOf(shared) ?? '');
  const to = pointed(input.command, { at, count: stations.length });
  if (to !== undefined) return { shared: { station: stations[to] } };
  switch (input.command) {
    case 'open':
      return { open: openWeek() };
    case 'nextPane':
      return { own: { ...own, picture: neighbour(pictures, own.picture, 1) } };
    case 'previousPane':
      return { own: { ...own, picture: neighbour(pictures, own.picture, -1) } };
    case 'changes':
      return { own: { ...own, picture: own.picture === 'changes' ? 'waits' : 'changes' } };
    case 'nextItem':
      return { shared: { chosen: neighbour(shared.names, shared.chosen, 1) } };
    case 'previousItem':
      return { shared: { chosen: neighbour(shared.names, shared.chosen, -1) } };
    case 'attribute': {
      const { by, classesBy } = viewOf(own, shared);
      return { own: { ...own, by: neighbour(classesBy, by ?? '', 1) } };
    }
    case 'nextIndicator':
    case 'previousIndicator': {
      const { indicators, indicator } = compareViewOf(shared);
      const step = input.command === 'nextIndicator' ? 1 : -1;
      return { shared: { indicator: neighbour(indicators, indicator.name, step) } };
    }
    default:
      return {};
  }
}
