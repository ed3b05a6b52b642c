import { comparePlace } from './compare/place.ts';
import { openCompare } from './compare/state.ts';
import type { Crumb } from './crumb.ts';
import { editPlace } from './edit/place.ts';
import { mistakesPlace } from './mistakes/place.ts';
import { gainersPlace } from './gainers/place.ts';
import { openGainers } from './gainers/state.ts';
import type { Place } from './place.ts';
import type { Shared, ViewName } from './shared.ts';
import { slowestPlace } from './slowest/place.ts';
import { openSlowest } from './slowest/state.ts';
import { spreadPlace } from './spread/place.ts';
import { openSpread } from './spread/state.ts';
import { timelinePlace } from './timeline/place.ts';

/** The places by name. */
const places: { readonly [Name in Crumb['place']]: Place<Extract<Crumb, { place: Name }>> } = {
  compare: comparePlace,
  edit: editPlace,
  mistakes: mistakesPlace,
  gainers: gainersPlace,
  slowest: slowestPlace,
  spread: spreadPlace,
  timeline: timelinePlace,
};

/** What a crumb is the state of. */
export function placeOf(crumb: Crumb): Place<Crumb> {
  // The place of a crumb takes crumbs of its own kind; TypeScript does not follow the name that says so.
  return places[crumb.place];
}

/** How a view opens by its digit. */
export const openings: Readonly<Partial<Record<ViewName, (shared: Shared) => Crumb>>> = {
  compare: openCompare,
  spread: openSpread,
  gainers: openGainers,
  slowest: openSlowest,
};
