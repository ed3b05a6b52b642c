import type { Choice, Lesson } from './lesson.ts';

/** Where a learner is in a lesson. */
export interface Visit {
  /** From 0. */
  readonly step: number;
  /** Choices that were made, in the order of the steps that ask for one; one for the step itself where it asks and is answered. */
  readonly chosen: readonly number[];
}

/** The choice that was made at the step of a visit; undefined: none, or there is none to make. */
export function choiceMade(lesson: Lesson, { step, chosen }: Visit): Choice | undefined {
  const made = chosen[asksBefore(lesson, step)];
  return made === undefined ? undefined : lesson.steps[step]?.choices[made];
}

/** Choices that are open at a visit. */
export function openChoices(lesson: Lesson, visit: Visit): readonly Choice[] {
  return choiceMade(lesson, visit) === undefined ? (lesson.steps[visit.step]?.choices ?? []) : [];
}

/** The visit after a choice; undefined where there is none of this number to make. */
export function withChoice(lesson: Lesson, visit: Visit, choice: number): Visit | undefined {
  if (choice >= openChoices(lesson, visit).length) return undefined;
  return { ...visit, chosen: [...visit.chosen.slice(0, asksBefore(lesson, visit.step)), choice] };
}

/** The visit at the next step; undefined at the last one, and while a choice is open. */
export function goOnFrom(lesson: Lesson, visit: Visit): Visit | undefined {
  const isOpen = openChoices(lesson, visit).length > 0;
  return isOpen || visit.step >= lesson.steps.length - 1 ? undefined : { ...visit, step: visit.step + 1 };
}

/** The visit before: without the choice of this step, else at the step before; undefined at the beginning. */
export function takeBack(lesson: Lesson, visit: Visit): Visit | undefined {
  const before = asksBefore(lesson, visit.step);
  if (visit.chosen.length > before) return { ...visit, chosen: visit.chosen.slice(0, before) };
  return visit.step === 0 ? undefined : { ...visit, step: visit.step - 1 };
}

function asksBefore({ steps }: Lesson, step: number): number {
  return steps.slice(0, step).filter(({ choices }) => choices.length > 0).length;
}
