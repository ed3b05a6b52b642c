import { weekView, type WeekView } from '../../report/index.ts';
import type { WeekQuantity } from '../../experiment/index.ts';
import type { Shared } from '../shared.ts';
import { stationOf } from '../stations.ts';
import { weeksOf } from '../weeks.ts';

/** When? A quantity of the chosen scenario, at the resource with the pointer, by hour and weekday. */
export interface WeekState {
  readonly place: 'week';
  readonly quantity: WeekQuantity;
  /** Hour of the week, 0 to 167; none: that of the greatest value. */
  readonly hour: number | undefined;
}

/** The line at the resource with the pointer. */
export function openWeek(): WeekState {
  return { place: 'week', quantity: 'waiting', hour: undefined };
}

/** The view of what is shown; none while no week is here, or where there is no resource. */
export function viewOf(own: WeekState, shared: Shared): WeekView | undefined {
  const weeks = weeksOf(shared.chosen, shared);
  const station = stationOf(shared);
  if (weeks.length === 0 || station === undefined) return undefined;
  const { scenario } = shared.modelOf(shared.chosen);
  return weekView(weeks, { scenario, station, quantity: own.quantity, hour: own.hour });
}
