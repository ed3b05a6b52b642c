import { visible } from '../../report/index.ts';
import { lineOf } from '../drawing/line.ts';
import { openLesson } from '../lesson/state.ts';
import type { Place } from '../place.ts';
import { pointed } from '../pointed.ts';
import { shellWords } from '../words.ts';
import { drawLessons } from './draw-lessons.ts';
import { doneIn, lessonChosen, lessonsIn, lessonsShown, type LearnState } from './state.ts';
import { learnWords } from './words.ts';

/** The lessons: how does the law work? */
export const learnPlace: Place<LearnState> = {
  view: 'learn',
  crumbs: (_, { language }) => [shellWords(language).views.learn],
  wants: () => [{ kind: 'lessons' }],
  works(command, own, shared) {
    if (command === 'open') return lessonChosen(own, shared) !== undefined;
    return ['down', 'up', 'first', 'last', 'filter'].includes(command) && (lessonsIn(shared) ?? []).length > 1;
  },
  next(input, own, shared) {
    if (input.kind === 'filter') return { own: { ...own, filter: input.text } };
    if (input.kind !== 'command') return {};
    const shown = lessonsShown(own, shared).map(({ name }) => name);
    const chosen = lessonChosen(own, shared)?.name;
    if (chosen === undefined) return {};
    if (input.command === 'open') return { own: { ...own, chosen }, open: openLesson(chosen) };
    const to = pointed(input.command, { at: shown.indexOf(chosen), count: shown.length });
    return to === undefined ? {} : { own: { ...own, chosen: shown[to] ?? chosen } };
  },
  draw(own, shared, around) {
    const { language, materials } = shared;
    const words = learnWords(language);
    const material = materials.of({ kind: 'lessons' });
    if (material.is === 'failed')
      return { body: [[], lineOf(`   ${words.notOpened(visible(material.why[shared.language]))}`)] };
    const all = lessonsIn(shared);
    if (all === undefined) return { body: [[], lineOf(`   ${shellWords(language).coming}`)] };
    const shown = lessonsShown(own, shared);
    if (shown.length === 0)
      return { body: [[], lineOf(`   ${shellWords(language).emptyFilter(visible(own.filter))}`)] };
    const done = doneIn(shared);
    return {
      body: drawLessons({ lessons: shown, chosen: lessonChosen(own, shared), done }, around),
      standing: lineOf(words.doneOf(all.filter(({ name }) => done.has(name)).length, all.length), 'dim'),
      message: { isAlarm: false, text: around.words.lesson.progressLocal },
    };
  },
};
