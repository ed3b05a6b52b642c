import { isRight, numberIn, type Answer, type Lesson } from '../../learn/index.ts';
import { lessonOf } from '../lesson/state.ts';
import { learnWords } from '../learn/words.ts';
import type { Outcome } from '../place.ts';
import type { Shared } from '../shared.ts';

/** The question of a lesson. */
export interface QuestionState {
  readonly place: 'question';
  /** Name of the lesson. */
  readonly lesson: string;
  /** What was typed; none: nothing yet. */
  readonly given: string | undefined;
}

/** Opens the question of a lesson and asks for its answer. */
export function openQuestion(lesson: Lesson, shared: Shared): Outcome<never> {
  return { open: { place: 'question', lesson: lesson.name, given: undefined }, ...askFor(lesson, shared) };
}

/** Asks for a number. */
export function askFor({ question }: Lesson, { language }: Shared): Pick<Outcome<never>, 'ask'> {
  return { ask: { to: 'number', label: learnWords(language).yourAnswer(question.unit), text: '' } };
}

/** How an answer stands: `none` is given, it is `noNumber`, `computing` is not over, it is `right` or `wrong`. */
export type Judgement =
  | { readonly is: 'none' | 'noNumber' | 'computing' }
  | { readonly is: 'right' | 'wrong'; readonly answer: Answer };

/** Judges what was given. */
export function judged(own: QuestionState, shared: Shared): Judgement {
  const question = lessonOf(own, shared)?.question;
  if (own.given === undefined || question === undefined) return { is: 'none' };
  const number = numberIn(own.given, question.unit);
  if (number === undefined) return { is: 'noNumber' };
  const answer = shared.materials.here({ kind: 'answer', lesson: own.lesson });
  if (answer === undefined) return { is: 'computing' };
  return { is: isRight(number, answer, question.within) ? 'right' : 'wrong', answer };
}
