import { present, Remembered, right, type Mistake, type Result } from '../../base/index.ts';
import { choiceMade, standAt, takeBack, withChoice, type Lesson, type Stand, type Visit } from '../../learn/index.ts';
import { futuresView, standView, wordsOf, type FuturesView, type StandView } from '../../report/index.ts';
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
export const lessonPanes = ['lanes', 'futures', 'happened', 'law'] as const;
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

/** The next lesson in place of this one, which began so many places back. */
export function nextLesson(own: Pick<LessonState, 'lesson'>, shared: Shared, back: number): Outcome<never> {
  const next = lessonAfter(own, shared);
  return next === undefined ? {} : { back, open: openLesson(next.name) };
}

/** Panes that show something now: the futures of a choice come after it, so that it is thought about first. */
export function panesOf({ visit }: LessonState, lesson: Lesson): readonly LessonPane[] {
  return lessonPanes.filter((pane) => pane !== 'futures' || choiceMade(lesson, visit) !== undefined);
}

const stands = new WeakMap<Visit, Result<Stand, readonly Mistake[]>>();

/** How the consignment stands, in words; undefined until the scenario is brought, or what is wrong with the lesson. */
export function viewOf(own: LessonState, shared: Shared): Result<StandView, readonly Mistake[]> | undefined {
  const lesson = lessonOf(own, shared);
  const scenario = shared.materials.here({ kind: 'lesson', lesson: own.lesson });
  if (lesson === undefined || scenario === undefined) return undefined;
  const model: Model = present(scenario.models[0], 'the model of the base');
  const stand = standIn(model, lesson, own.visit);
  if (!stand.ok) return stand;
  return right(standView(stand.value, model.scenario, wordsOf(shared.language)));
}

/** Reckoned once for a visit, since every frame asks. */
function standIn(model: Model, lesson: Lesson, visit: Visit): Result<Stand, readonly Mistake[]> {
  const stand = stands.get(visit) ?? standAt(model, lesson, visit);
  stands.set(visit, stand);
  return stand;
}

const futures = new Remembered<Visit, { readonly view: FuturesView | undefined }>();

/** What each choice of this step leads to; undefined before one is made, and where one cannot be gone through. */
export function futuresOf(own: LessonState, shared: Shared): FuturesView | undefined {
  const lesson = lessonOf(own, shared);
  const model = shared.materials.here({ kind: 'lesson', lesson: own.lesson })?.models[0];
  if (lesson === undefined || model === undefined || choiceMade(lesson, own.visit) === undefined) return undefined;
  const { language } = shared;
  return futures.of(own.visit, language, () => {
    const asked = present(takeBack(lesson, own.visit), 'the visit before the choice');
    const choices = lesson.steps[asked.step]?.choices ?? [];
    const [begun, ...ends] = [asked, ...choices.flatMap((_, at) => withChoice(lesson, asked, at) ?? [])].map((visit) =>
      standIn(model, lesson, visit),
    );
    const reached = ends.flatMap((end) => (end.ok ? [end.value] : []));
    if (begun?.ok !== true || reached.length < choices.length) return { view: undefined };
    const labels = choices.map(({ label }) => label[language]);
    const before = begun.value.steps.length;
    return { view: futuresView(reached, { labels, before, scenario: model.scenario }, wordsOf(language)) };
  }).view;
}
