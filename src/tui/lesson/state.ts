import { present, right, type Mistake, type Result } from '../../base/index.ts';
import { standAt, type Lesson, type Stand, type Visit } from '../../learn/index.ts';
import { standView, wordsOf, type StandView } from '../../report/index.ts';
import type { Model } from '../../simulation/index.ts';
import { lessonsIn } from '../learn/state.ts';
import type { Outcome } from '../place.ts';
import type { Shared } from '../shared.ts';

/** A lesson that is gone through. */
export interface LessonState {
  readonly place: 'lesson';
  /** Name of the lesson. */
  readonly lesson: string;
  readonly visit: Visit;
  /** What a small window shows below the story. */
  readonly pane: LessonPane;
}

/** Panes of a small window, in the order in which the key goes through them. */
export const lessonPanes = ['lanes', 'happened', 'law'] as const;
/** One of them. */
export type LessonPane = (typeof lessonPanes)[number];

/** A lesson at its first step. */
export function openLesson(lesson: string): LessonState {
  return { place: 'lesson', lesson, visit: { step: 0, chosen: [] }, pane: 'lanes' };
}

/** The lesson; undefined until it is brought. */
export function lessonOf({ lesson }: Pick<LessonState, 'lesson'>, shared: Shared): Lesson | undefined {
  return lessonsIn(shared)?.find(({ name }) => name === lesson);
}

/** The lesson after one; undefined after the last. */
export function lessonAfter({ lesson }: Pick<LessonState, 'lesson'>, shared: Shared): Lesson | undefined {
  const all = lessonsIn(shared) ?? [];
  return all[all.findIndex(({ name }) => name === lesson) + 1];
}

/** The next lesson in place of this one. */
export function nextLesson(own: Pick<LessonState, 'lesson'>, shared: Shared): Outcome<never> {
  const next = lessonAfter(own, shared);
  return next === undefined ? {} : { back: true, open: openLesson(next.name) };
}

const stands = new WeakMap<Visit, Result<Stand, readonly Mistake[]>>();

/** How the consignment stands, in words; undefined until the scenario is brought, or what is wrong with the lesson. */
export function viewOf(own: LessonState, shared: Shared): Result<StandView, readonly Mistake[]> | undefined {
  const lesson = lessonOf(own, shared);
  const scenario = shared.materials.here({ kind: 'lesson', lesson: own.lesson });
  if (lesson === undefined || scenario === undefined) return undefined;
  const model: Model = present(scenario.models[0], 'the model of the base');
  // Reckoned once for a visit, since every frame asks.
  const stand = stands.get(own.visit) ?? standAt(model, lesson, own.visit);
  stands.set(own.visit, stand);
  if (!stand.ok) return stand;
  return right(standView(stand.value, model.scenario, wordsOf(shared.language)));
}
