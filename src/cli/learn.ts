import { present } from '../base/index.ts';
import { answerOf, isRight, numberIn } from '../learn/index.ts';
import { judgementText, lessonsText, lessonText, tellLesson, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { LessonLibrary } from './lesson-library.ts';
import { onScreen, shipped, wantsScreen } from './on-screen.ts';
import { noSuchName } from './no-such-name.ts';
import type { LearnOptions } from './options.ts';
import { refuse } from './refuse.ts';
import { complain } from './say.ts';
import { textOptions } from './text-options.ts';

/** Lists the lessons, tells one, or judges a number that is given for its question. */
export async function learn(wanted: string | undefined, options: LearnOptions, context: Context): Promise<number> {
  const files = wanted?.endsWith('.yaml') === true ? [wanted] : [];
  const library = new LessonLibrary(context.io, files);
  const name = wanted === undefined ? undefined : (files[0] ?? library.find(wanted));
  if (wanted !== undefined && name === undefined)
    return noSuchName({ en: 'lesson', zh: '课程' }, wanted, library.names(), context);
  if (options.answer === undefined && wantsScreen(options, context))
    return await onScreen([context.io.own(shipped)], options, context, {
      view: 'learn',
      ...(name === undefined ? {} : { lesson: name }),
      library,
    });
  if (name === undefined) return list(library, options, context);
  const read = library.read(name);
  if (!read.ok) return refuse([read.wrong], options, context);
  const scenario = library.open(read.value.lesson);
  if (!scenario.ok) return refuse(scenario.wrong, options, context);
  const { lesson } = read.value;
  const texts = textOptions(options, context);
  if (options.answer === undefined) {
    const told = tellLesson(lesson, present(scenario.value.models[0], 'the model of the base'), texts.words);
    if (!told.ok) return refuse([read.value.checked(told.wrong)], options, context);
    deliver(options.json === true ? toJson(told.value) : lessonText(told.value, texts), options, context);
    return exit.fine;
  }
  const given = numberIn(options.answer, lesson.question.unit);
  if (given === undefined) return noNumber(options.answer, lesson.question.unit, context);
  const answer = await answerOf(lesson, scenario.value, () => context.io.breathe());
  if (!answer.ok) return refuse([read.value.checked(answer.wrong)], options, context);
  const right = isRight(given, answer.value, lesson.question.within);
  if (right) library.finish(name);
  deliver(
    options.json === true
      ? toJson({ lesson: lesson.name, given, isRight: right, answer: answer.value })
      : judgementText(lesson, { given: options.answer, isRight: right, answer: answer.value }, texts),
    options,
    context,
  );
  return exit.fine;
}

function list(library: LessonLibrary, options: LearnOptions, context: Context): number {
  const read = library.names().map((name) => library.read(name));
  const mistakes = read.flatMap((each) => (each.ok ? [] : [each.wrong]));
  if (mistakes.length > 0) return refuse(mistakes, options, context);
  const lessons = read.flatMap((each) => (each.ok ? [each.value.lesson] : []));
  const done = library.done();
  deliver(
    options.json === true
      ? toJson({ lessons: lessons.map(({ name, title, aim }) => ({ name, title, aim, done: done.includes(name) })) })
      : lessonsText(lessons, done, textOptions(options, context)),
    options,
    context,
  );
  return exit.fine;
}

function noNumber(found: string, unit: string, context: Context): number {
  return complain(
    {
      en: `the answer is no number: found ${found}, expected a number of ${unit}, as in --answer 2.5`,
      zh: `答案不是数字：现为 ${found}，应为以 ${unit} 计的数字，如 --answer 2.5`,
    },
    context,
  );
}
