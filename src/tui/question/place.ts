import { visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import { learnWords } from '../learn/words.ts';
import { doneIn, lessonsIn } from '../learn/state.ts';
import { lessonAfter, lessonOf, nextLesson } from '../lesson/state.ts';
import type { Outcome, Place } from '../place.ts';
import type { Shared } from '../shared.ts';
import { shellWords } from '../words.ts';
import { drawQuestion } from './draw-question.ts';
import { askFor, gave, judged, type QuestionState } from './state.ts';

/** The question of a lesson, its answer computed, why, and what to try. */
export const questionPlace: Place<QuestionState> = {
  view: 'learn',
  crumbs: (own, shared) => [
    shellWords(shared.language).views.learn,
    visible(lessonOf(own, shared)?.title[shared.language] ?? own.lesson),
    learnWords(shared.language).question,
  ],
  wants: ({ lesson }) => [{ kind: 'lessons' }, { kind: 'answer', lesson }],
  works(command, own, shared) {
    if (command === 'nextLesson') return lessonAfter(own, shared) !== undefined;
    if (command === 'showAnswer') return lessonOf(own, shared) !== undefined && !('answer' in judged(own, shared));
    return ['open', 'again', 'backward'].includes(command) && lessonOf(own, shared) !== undefined;
  },
  next(input, own, shared) {
    const lesson = lessonOf(own, shared);
    if (lesson === undefined) return {};
    if (input.kind === 'answer') return input.isDone ? withDone(gave(own, input.text, shared), shared) : {};
    // The answer may come after it was given.
    if (input.kind === 'told') return finished(own, shared);
    if (input.kind !== 'command') return {};
    switch (input.command) {
      case 'open':
        return { errand: { kind: 'open', files: [lesson.experiment.scenario] } };
      case 'again':
        return askFor(lesson, shared);
      case 'showAnswer':
        return { own: { ...own, isShown: true } };
      case 'backward':
        return { back: 1 };
      case 'nextLesson':
        return nextLesson(own, shared, 2);
      default:
        return {};
    }
  },
  draw(own, shared, around) {
    const lesson = lessonOf(own, shared);
    const words = learnWords(shared.language);
    const material = shared.materials.of({ kind: 'answer', lesson: own.lesson });
    if (material.is === 'failed')
      return { body: [[], lineOf(`   ${words.notOpened(visible(material.why[shared.language]))}`)] };
    if (lesson === undefined) return { body: [[], lineOf(`   ${shellWords(shared.language).coming}`)] };
    const all = lessonsIn(shared) ?? [];
    const done = doneIn(shared);
    return {
      body: drawQuestion({ lesson, given: own.given, judgement: judged(own, shared) }, around),
      standing: lineOf(words.doneOf(all.filter(({ name }) => done.has(name)).length, all.length), 'dim'),
      message: { isAlarm: false, text: around.words.lesson.progressLocal },
    };
  },
};

function withDone(own: QuestionState, shared: Shared): Outcome<QuestionState> {
  return { own, ...finished(own, shared) };
}

/** Keeps that the lesson is done once it is answered rightly. */
function finished(own: QuestionState, shared: Shared): Outcome<QuestionState> {
  if (judged(own, shared).is !== 'right' || doneIn(shared).has(own.lesson)) return {};
  return {
    shared: { learned: [...shared.learned, own.lesson] },
    errand: { kind: 'finish', lesson: own.lesson },
  };
}
