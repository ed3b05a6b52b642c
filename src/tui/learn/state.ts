import type { Lesson } from '../../learn/index.ts';
import type { Shared } from '../shared.ts';

/** The list of the lessons. */
export interface LearnState {
  readonly place: 'learn';
  /** Name of the lesson with the pointer; none: the first that is not done. */
  readonly chosen: string | undefined;
  /** Only lessons whose titles have it. */
  readonly filter: string;
}

/** The list, the pointer at the first lesson that is not done. */
export function openLearn(): LearnState {
  return { place: 'learn', chosen: undefined, filter: '' };
}

/** All lessons in their order; undefined until they are brought. */
export function lessonsIn({ materials }: Pick<Shared, 'materials'>): readonly Lesson[] | undefined {
  return materials.here({ kind: 'lessons' })?.lessons;
}

/** Names of the lessons that are done, in this visit or before. */
export function doneIn({ materials, learned }: Pick<Shared, 'materials' | 'learned'>): ReadonlySet<string> {
  return new Set([...(materials.here({ kind: 'lessons' })?.done ?? []), ...learned]);
}

/** The lessons that the filter lets through. */
export function lessonsShown({ filter }: LearnState, shared: Shared): readonly Lesson[] {
  const text = filter.toLowerCase();
  return (lessonsIn(shared) ?? []).filter(({ title }) => title[shared.language].toLowerCase().includes(text));
}

/** The lesson with the pointer. */
export function lessonChosen(own: LearnState, shared: Shared): Lesson | undefined {
  const shown = lessonsShown(own, shared);
  const done = doneIn(shared);
  const wanted = own.chosen ?? shown.find(({ name }) => !done.has(name))?.name;
  return shown.find(({ name }) => name === wanted) ?? shown[0];
}
