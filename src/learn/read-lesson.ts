import * as z from 'zod';
import { right, wrong, type Mistake, type Result, type Label } from '../base/index.ts';
import {
  field,
  inOrder,
  isMap,
  layerOf,
  locate,
  oneOf,
  readDocument,
  readDuration,
  refuse,
  shaped,
  splitQuantity,
  strict,
  text,
  type Language,
  type Read,
  type Source,
} from '../notation/index.ts';
import { dimensionOf, dimensionOfUnit, readFigure } from './figure.ts';
import { letters, type Choice, type Course, type Lesson, type LessonStep, type Question, type Unit } from './lesson.ts';
import type { Turn, Walk } from './walk.ts';

/** A lesson as read. */
export interface LessonFile {
  readonly lesson: Lesson;
  /** The mistake about a part of the lesson (`steps`, its place among them, the key) with its place in the file. */
  readonly locate: (mistake: Mistake) => Mistake;
}

/** Reads the file of a lesson; every mistake with its place. Whether its turns can come only its model tells. */
export function readLesson(source: Source): Result<LessonFile, readonly Mistake[]> {
  const written = readDocument(source, lessonForm);
  if (!written.ok) return written;
  const layers = [layerOf(written.value)];
  const put = (mistake: Mistake): Mistake => locate(mistake, layers);
  const read: Read<Omit<Lesson, 'name'>> = isMap(written.value.value)
    ? readWhole(written.value.value)
    : refuse('wrong-type', 'this is no lesson', { expected: lessonForm });
  const mistakes = [...written.value.mistakes, ...(read.ok ? [] : read.wrong.map(put))];
  if (!read.ok || mistakes.length > 0) return wrong(inOrder(mistakes));
  return right({ lesson: { name: nameOf(source.file), ...read.value }, locate: put });
}

const lessonForm = 'a lesson: title, aim, law, scenario, steps, question, why and experiment';

/** `docs/lessons/03-two-steps.yaml` as `03-two-steps`. */
function nameOf(file: string): string {
  return file.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
}

/** A text in both languages. Where a line ends between Chinese characters there is no space. */
const label: z.ZodType<Label> = strict({
  en: text.min(1),
  zh: text
    .min(1)
    .transform((zh) => zh.replaceAll(/(?<=[\p{Script=Han}，。、；：？！）》”])\s+(?=[\p{Script=Han}（《“])/gu, '')),
});

const readPath: Language<string> = (value) =>
  typeof value === 'string' && /^(?!\/|[A-Za-z]:)[^\\]+\.yaml$/u.test(value) && !value.split('/').includes('..')
    ? right(value)
    : refuse('no-path', 'this is no path of a scenario file', {
        expected: 'a path from the folder of clearsim, as in scenarios/lessons/03-two-steps.yaml',
      });

const readTurn: Language<Turn> = (value) => {
  if (typeof value === 'string') return right({ comes: value });
  return isMap(value)
    ? turn(value)
    : refuse('no-turn', 'this is nothing that can come', {
        expected: 'ARRIVED, due:preparation or {comes: due:preparation, at: 30 h}',
      });
};

const turn = shaped(
  strict({
    comes: text,
    at: field(readDuration).exactOptional(),
    chances: z.array(text, 'array').exactOptional(),
  }),
);

const course = { comes: z.array(field(readTurn), 'array').exactOptional(), until: text.exactOptional() };

/** `true`, a level, or an amount with or without its unit: `1000000 CNY`. */
const readAttribute: Language<boolean | number | string> = (value) => {
  if (typeof value === 'boolean') return right(value);
  const amount = splitQuantity(value)?.amount;
  if (amount !== undefined) return right(amount);
  return typeof value === 'string'
    ? right(value)
    : refuse('wrong-type', 'this is no value of an attribute', { expected: 'true, a level or an amount' });
};

const consignment = {
  attributes: z.record(text, field(readAttribute)).exactOptional(),
  measures: z.record(text, z.boolean()).exactOptional(),
  chances: z.record(text, z.boolean()).exactOptional(),
};

const choice = strict({ label, then: label, ...course, ...consignment });

const step = strict({ says: label, ...course, choose: z.array(choice, 'array').exactOptional() });

const wholeForm = strict({
  title: label,
  aim: label,
  law: z.array(label, 'array'),
  scenario: field(readPath),
  consignment: strict(consignment).exactOptional(),
  steps: z.array(step, 'array').min(1),
  question: field(readQuestion),
  why: label,
  experiment: strict({ scenario: field(readPath), says: label }),
});

function readWhole(value: unknown): Read<Omit<Lesson, 'name'>> {
  const read = shaped(wholeForm)(value);
  if (!read.ok) return read;
  const { consignment: wants = {}, steps, ...rest } = read.value;
  const mistakes = steps.flatMap(({ choose }, index): Mistake[] =>
    choose === undefined || (choose.length > 1 && choose.length <= letters.length)
      ? []
      : [
          {
            code: 'wrong-length',
            path: ['steps', index, 'choose'],
            message: 'there is nothing to choose, or too much',
            found: `${choose.length}`,
            expected: 'two to four choices',
          },
        ],
  );
  if (mistakes.length > 0) return wrong(mistakes);
  return right({
    ...rest,
    consignment: { ...wantsOf(wants), turns: [] },
    steps: steps.map(({ says, choose = [], ...own }): LessonStep => ({
      says,
      ...courseOf(own),
      choices: choose.map(({ label: told, then, ...way }): Choice => ({
        label: told,
        then,
        ...courseOf(way),
        ...wantsOf(way),
      })),
    })),
  });
}

function courseOf({ comes = [], until }: { readonly comes?: readonly Turn[]; readonly until?: string }): Course {
  return { turns: comes, until };
}

function wantsOf({ attributes = {}, measures = {}, chances = {} }: Partial<Walk>): Omit<Walk, 'turns'> {
  return { attributes, measures, chances };
}

/** A question; its unit must be one of what its answer is. */
function readQuestion(value: unknown): Read<Question> {
  const read = shaped(
    strict({ asks: label, hint: label, unit: field(readUnit), answer: field(readFigure), within: z.number().min(0) }),
  )(value);
  if (!read.ok) return read;
  const { unit, answer } = read.value;
  const dimension = dimensionOf(answer);
  return dimensionOfUnit(unit) === dimension
    ? right(read.value)
    : wrong([
        {
          code: 'wrong-unit',
          path: ['unit'],
          message: `the answer is ${wordOf[dimension]}`,
          found: unit,
          expected: unitsOf[dimension],
        },
      ]);
}

const unitsOf = { time: 'h, min or d', share: '%', money: 'a currency, as CNY' } as const;

const wordOf = { time: 'a length of time', share: 'a share', money: 'an amount of money' } as const;

const readUnit: Language<Unit> = (value) =>
  typeof value === 'string' && dimensionOfUnit(value) !== undefined
    ? right(value)
    : refuse('no-unit', 'this is no unit of an answer', { expected: oneOf(Object.values(unitsOf)) });
