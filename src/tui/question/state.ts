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
  /** How many numbers were typed. */
  readonly tries: number;
  /** Whether the learner has asked for the answer. */
  readonly isShown: boolean;
}

/** Opens the question of a lesson and asks for its answer. */
export function openQuestion(lesson: Lesson, shared: Shared): Outcome<never> {
  return {
    open: { place: 'question', lesson: lesson.name, given: undefined, tries: 0, isShown: false },
    ...askFor(lesson, shared),
  };
}

/** Asks for a number. */
export function askFor({ question }: Lesson, { language }: Shared): Pick<Outcome<never>, 'ask'> {
  return { ask: { to: 'number', label: learnWords(language).yourAnswer(question.unit), text: '' } };
}

/** Takes what was typed as an answer. */
export function gave(own: QuestionState, given: string, shared: Shared): QuestionState {
  const question = lessonOf(own, shared)?.question;
  const isNumber = question !== undefined && numberIn(given, question.unit) !== undefined;
  return { ...own, given, tries: own.tries + (isNumber ? 1 : 0) };
}

/** Wrong numbers after which the answer is shown: one is met with a hint. */
const wrongMost = 2;

/**
 * How an answer stands: `none` is given, it is `noNumber`, `computing` is not over, it is `notYet` right and may be tried again, or it is
 * `right` or `wrong`. `shown` is the answer for whoever asked for it and gave none.
 */
export type Judgement =
  | { readonly is: 'none' | 'noNumber' | 'computing' | 'notYet' }
  | { readonly is: 'right' | 'wrong' | 'shown'; readonly answer: Answer };

/** Judges what was given. */
export function judged(own: QuestionState, shared: Shared): Judgement {
  const question = lessonOf(own, shared)?.question;
  if (question === undefined || (own.given === undefined && !own.isShown)) return { is: 'none' };
  const number = own.given === undefined ? undefined : numberIn(own.given, question.unit);
  if (number === undefined && !own.isShown) return { is: 'noNumber' };
  const answer = shared.materials.here({ kind: 'answer', lesson: own.lesson });
  if (answer === undefined) return { is: 'computing' };
  if (number === undefined) return { is: 'shown', answer };
  if (isRight(number, answer, question.within)) return { is: 'right', answer };
  return own.isShown || own.tries >= wrongMost ? { is: 'wrong', answer } : { is: 'notYet' };
}
