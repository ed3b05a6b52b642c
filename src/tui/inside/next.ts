import { viewOf as compareViewOf } from '../compare/state.ts';
import { openEdit } from '../edit/state.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { pointerIn } from '../slowest/shown.ts';
import { listOf, openSlowest } from '../slowest/state.ts';
import { stationOf, stationsOf } from '../stations.ts';
import { openTimeline } from '../timeline/state.ts';
import { openWeek } from '../week/state.ts';
import { panesOf, pictures, viewOf, type InsideState, type Picture } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: InsideState, shared: Shared): boolean {
  switch (command) {
    case 'open':
      return rowsOf(own, shared) > 0;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
      return rowsOf(own, shared) > 1;
    case 'nextPane':
    case 'previousPane':
      return true;
    case 'changes':
      return panesOf(shared) < 4;
    case 'edit':
      return shared.sets[shared.chosen] !== undefined;
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

/** Rows that the pointer walks over. */
function rowsOf({ picture }: InsideState, shared: Shared): number {
  return picture === 'slowest' ? listOf(openSlowest(shared), shared).length : stationsOf(shared).length;
}

/** Pictures that the key goes through: where all are seen, only the pointer goes to the slowest and back. */
function reached(shared: Shared): readonly Picture[] {
  return panesOf(shared) === 4 ? ['waits', 'slowest'] : pictures;
}

function amongStations(command: Command, shared: Shared): Outcome<InsideState> | undefined {
  if (command === 'open') return { open: openWeek() };
  const stations = stationsOf(shared);
  const to = pointed(command, { at: stations.indexOf(stationOf(shared) ?? ''), count: stations.length });
  return to === undefined ? undefined : { shared: { station: stations[to] } };
}

function amongSlowest(command: Command, own: InsideState, shared: Shared): Outcome<InsideState> | undefined {
  const slowest = openSlowest(shared);
  const list = listOf(slowest, shared);
  const at = pointerIn({ at: own.consignment }, list);
  const slow = list[at];
  if (command === 'open') return slow === undefined ? {} : { open: openTimeline(slowest, slow.consignment) };
  const to = pointed(command, { at, count: list.length });
  return to === undefined ? undefined : { own: { ...own, consignment: list[to]?.consignment } };
}

/** What follows an input. */
export function next(input: Input, own: InsideState, shared: Shared): Outcome<InsideState> {
  if (input.kind !== 'command') return {};
  const moved =
    own.picture === 'slowest' ? amongSlowest(input.command, own, shared) : amongStations(input.command, shared);
  if (moved !== undefined) return moved;
  switch (input.command) {
    case 'nextPane':
      return { own: { ...own, picture: neighbour(reached(shared), own.picture, 1) } };
    case 'previousPane':
      return { own: { ...own, picture: neighbour(reached(shared), own.picture, -1) } };
    case 'edit':
      return { open: openEdit(shared) };
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
