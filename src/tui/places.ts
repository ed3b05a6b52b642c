import { comparePlace } from './compare/place.ts';
import { openCompare } from './compare/state.ts';
import { learnPlace } from './learn/place.ts';
import { openLearn } from './learn/state.ts';
import { lessonPlace } from './lesson/place.ts';
import { questionPlace } from './question/place.ts';
import type { Crumb } from './crumb.ts';
import { editPlace } from './edit/place.ts';
import { mistakesPlace } from './mistakes/place.ts';
import type { Place } from './place.ts';
import type { Shared, ViewName } from './shared.ts';
import { rulesPlace } from './rules/place.ts';
import { openRules } from './rules/state.ts';
import { stepPlace } from './step/place.ts';
import { tracePlace } from './trace/place.ts';

/** The places by name. */
const places: { readonly [Name in Crumb['place']]: Place<Extract<Crumb, { place: Name }>> } = {
  compare: comparePlace,
  edit: editPlace,
  mistakes: mistakesPlace,
  learn: learnPlace,
  lesson: lessonPlace,
  question: questionPlace,
  step: stepPlace,
  rules: rulesPlace,
  trace: tracePlace,
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
};
