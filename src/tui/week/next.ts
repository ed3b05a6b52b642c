import { weekQuantities } from '../../experiment/index.ts';
import { hoursPerWeek } from '../../simulation/index.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import type { Shared } from '../shared.ts';
import { openSlowest } from '../slowest/state.ts';
import { stationOf, stationsOf } from '../stations.ts';
import { viewOf, type WeekState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: WeekState, shared: Shared): boolean {
  switch (command) {
    case 'nextPane':
    case 'previousPane':
      return stationsOf(shared).length > 1;
    case 'nextItem':
    case 'previousItem':
      return shared.names.length > 1;
    case 'nextIndicator':
    case 'previousIndicator':
      return stationsOf(shared).length > 0;
    case 'open':
      return viewOf(own, shared) !== undefined && own.quantity !== 'releases';
    case 'left':
    case 'right':
    case 'up':
    case 'down':
    case 'first':
    case 'last':
      return viewOf(own, shared) !== undefined;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: WeekState, shared: Shared): Outcome<WeekState> {
  if (input.kind !== 'command') return {};
  switch (input.command) {
    case 'left':
      return moved(-1, own, shared);
    case 'right':
      return moved(1, own, shared);
    case 'up':
      return moved(-24, own, shared);
    case 'down':
      return moved(24, own, shared);
    case 'first':
      return { own: { ...own, hour: 0 } };
    case 'last':
      return { own: { ...own, hour: hoursPerWeek - 1 } };
    case 'open':
      return listed(own, shared);
    case 'nextPane':
      return otherStation(1, shared);
    case 'previousPane':
      return otherStation(-1, shared);
    case 'nextIndicator':
      return { own: { ...own, quantity: neighbour(weekQuantities, own.quantity, 1) } };
    case 'previousIndicator':
      return { own: { ...own, quantity: neighbour(weekQuantities, own.quantity, -1) } };
    case 'nextItem':
      return { shared: { chosen: neighbour(shared.names, shared.chosen, 1) } };
    case 'previousItem':
      return { shared: { chosen: neighbour(shared.names, shared.chosen, -1) } };
    default:
      return {};
  }
}

/** Those who stood in line in the chosen hour, or arrived in it. */
function listed(own: WeekState, shared: Shared): Outcome<WeekState> {
  const view = viewOf(own, shared);
  if (view === undefined) return {};
  const { hour } = view.chosen;
  return { open: openSlowest(shared, own.quantity === 'arrivals' ? { hour } : { station: view.station, hour }) };
}

/** The pointer goes so many hours on, and stays within the week. */
function moved(by: number, own: WeekState, shared: Shared): Outcome<WeekState> {
  const hour = viewOf(own, shared)?.chosen.hour;
  if (hour === undefined) return {};
  const to = hour + by;
  return to < 0 || to >= hoursPerWeek ? {} : { own: { ...own, hour: to } };
}

function otherStation(step: 1 | -1, shared: Shared): Outcome<WeekState> {
  const station = stationOf(shared);
  return station === undefined ? {} : { shared: { station: neighbour(stationsOf(shared), station, step) } };
}
