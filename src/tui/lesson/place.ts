import { goOnFrom, takeBack, withChoice, type Lesson, type Visit } from '../../learn/index.ts';
import { visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import type { Command } from '../keys.ts';
import { learnWords } from '../learn/words.ts';
import { neighbour } from '../neighbour.ts';
import type { Place } from '../place.ts';
import { openQuestion } from '../question/state.ts';
import { shellWords } from '../words.ts';
import { drawLesson, hasAside, hintOf } from './draw-lesson.ts';
import { futuresOf, lessonAfter, lessonOf, nextLesson, panesOf, viewOf, type LessonState } from './state.ts';

/** A lesson: one consignment that is led through a procedure, with choices. */
export const lessonPlace: Place<LessonState> = {
  view: 'learn',
  crumbs: (own, shared) => [
    shellWords(shared.language).views.learn,
    visible(lessonOf(own, shared)?.title[shared.language] ?? own.lesson),
  ],
  wants: ({ lesson }) => [{ kind: 'lessons' }, { kind: 'lesson', lesson }],
  works(command, own, shared) {
    const lesson = lessonOf(own, shared);
    if (lesson === undefined) return false;
    switch (command) {
      case 'nextLesson':
        return lessonAfter(own, shared) !== undefined;
      case 'nextPane':
        return !hasAside(shared);
      case 'question':
        return true;
      default:
        return moved(command, lesson, own.visit) !== undefined;
    }
  },
  next(input, own, shared) {
    const lesson = lessonOf(own, shared);
    if (input.kind !== 'command' || lesson === undefined) return {};
    const { command } = input;
    switch (command) {
      case 'nextLesson':
        return nextLesson(own, shared, 1);
      case 'nextPane':
        return { own: { ...own, pane: neighbour(panesOf(own, lesson), own.pane, 1) } };
      case 'question':
        return openQuestion(lesson, shared);
      default: {
        const visit = moved(command, lesson, own.visit);
        return visit === undefined ? {} : { own: { ...own, visit } };
      }
    }
  },
  draw(own, shared, around) {
    const words = learnWords(shared.language);
    const lesson = lessonOf(own, shared);
    const material = shared.materials.of({ kind: 'lesson', lesson: own.lesson });
    const view = viewOf(own, shared);
    const failure = material.is === 'failed' ? material.why : view?.ok === false ? view.wrong[0]?.message : undefined;
    if (failure !== undefined)
      return { body: [[], lineOf(`   ${words.notOpened(visible(failure[shared.language]))}`)] };
    if (lesson === undefined || view?.ok !== true)
      return { body: [[], lineOf(`   ${shellWords(shared.language).coming}`)] };
    return {
      body: drawLesson(
        { lesson, visit: own.visit, view: view.value, futures: futuresOf(own, shared), pane: own.pane },
        around,
      ),
      standing: lineOf(words.stepOf(own.visit.step + 1, lesson.steps.length), 'dim'),
      message: { isAlarm: false, text: hintOf(lesson, own.visit, { ...shared, pane: own.pane }) },
    };
  },
};

/** Where a command leads in a lesson; undefined: nowhere. */
function moved(command: Command, lesson: Lesson, visit: Visit): Visit | undefined {
  const choice = choices.indexOf(command);
  if (choice >= 0) return withChoice(lesson, visit, choice);
  if (command === 'forward') return goOnFrom(lesson, visit);
  return command === 'backward' ? takeBack(lesson, visit) : undefined;
}

const choices: readonly Command[] = ['chooseA', 'chooseB', 'chooseC', 'chooseD'];
