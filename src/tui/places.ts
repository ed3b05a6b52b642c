import { comparePlace } from './compare/place.ts';
import { openCompare } from './compare/state.ts';
import type { Crumb } from './crumb.ts';
import { editPlace } from './edit/place.ts';
import { gainersPlace } from './gainers/place.ts';
import { openGainers } from './gainers/state.ts';
import { insidePlace } from './inside/place.ts';
import { openInside } from './inside/state.ts';
import { learnPlace } from './learn/place.ts';
import { openLearn } from './learn/state.ts';
import { lessonPlace } from './lesson/place.ts';
import { livePlace } from './live/place.ts';
import { openLive } from './live/state.ts';
import { mistakesPlace } from './mistakes/place.ts';
import type { Place } from './place.ts';
import { questionPlace } from './question/place.ts';
import { rulesPlace } from './rules/place.ts';
import { openRules } from './rules/state.ts';
import type { Shared, ViewName } from './shared.ts';
import { slowestPlace } from './slowest/place.ts';
import { openSlowest } from './slowest/state.ts';
import { spreadPlace } from './spread/place.ts';
import { openSpread } from './spread/state.ts';
import { stepPlace } from './step/place.ts';
import { timelinePlace } from './timeline/place.ts';
import { tracePlace } from './trace/place.ts';
import { weekPlace } from './week/place.ts';
import { openWeek } from './week/state.ts';

/** The places by name. */
const places: { readonly [Name in Crumb['place']]: Place<Extract<Crumb, { place: Name }>> } = {
  compare: comparePlace,
  edit: editPlace,
  live: livePlace,
  mistakes: mistakesPlace,
  learn: learnPlace,
  lesson: lessonPlace,
  question: questionPlace,
  step: stepPlace,
  rules: rulesPlace,
  trace: tracePlace,
  inside: insidePlace,
  week: weekPlace,
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
  learn: openLearn,
  rules: openRules,
  live: openLive,
  inside: openInside,
  week: openWeek,
  spread: openSpread,
  gainers: openGainers,
  slowest: openSlowest,
};
