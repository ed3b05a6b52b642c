import type { Place } from '../place.ts';
import { drawEdit } from './draw-edit.ts';
import { next, works } from './next.ts';
import { scenarioName } from '../scenario-name.ts';
import type { EditState } from './state.ts';
import { editWords } from './words.ts';

/** A variant in the making, which runs beside the others while one types. */
export const editPlace: Place<EditState> = {
  view: 'compare',
  crumbs: ({ name, from }, shared) => [editWords(shared.language).title(scenarioName(name ?? from, shared))],
  works,
  next,
  // What is stepped through runs after so long.
  tick: ({ isWaiting }) => (isWaiting ? 300 : undefined),
  draw: (own, shared, around) => ({ body: drawEdit(own, shared, around) }),
};
