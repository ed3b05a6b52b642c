import * as z from 'zod';
import { right, wrong, type Mistake, type Result, type Label, verbatim, inEach } from '../base/index.ts';
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
    : refuse('wrong-type', { en: 'this is no lesson', zh: '这不是课程' }, { expected: lessonForm });
  const mistakes = [...written.value.mistakes, ...(read.ok ? [] : read.wrong.map(put))];
  if (!read.ok || mistakes.length > 0) return wrong(inOrder(mistakes));
  return right({ lesson: { name: nameOf(source.file), ...read.value }, locate: put });
}

const lessonForm = {
  en: 'a lesson: title, aim, law, scenario, steps, question, why and experiment',
  zh: '课程：title、aim、law、scenario、steps、question、why 和 experiment',
};

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
    : refuse(
        'no-path',
        { en: 'this is no path of a scenario file', zh: '这不是方案文件的路径' },
        {
          expected: {
            en: 'a path from the folder of clearsim, as in scenarios/lessons/03-two-steps.yaml',
            zh: '自 clearsim 文件夹起的路径，如 scenarios/lessons/03-two-steps.yaml',
          },
        },
      );

const readTurn: Language<Turn> = (value) => {
  if (typeof value === 'string') return right({ comes: value });
  return isMap(value)
    ? turn(value)
    : refuse(
        'no-turn',
        { en: 'this is nothing that can come', zh: '这不是会发生的事' },
        {
          expected: {
            en: 'ARRIVED, due:preparation or {comes: due:preparation, at: 30 h}',
            zh: 'ARRIVED、due:preparation 或 {comes: due:preparation, at: 30 h}',
          },
        },
      );
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
    : refuse(
        'wrong-type',
        { en: 'this is no value of an attribute', zh: '这不是属性值' },
        { expected: { en: 'true, a level or an amount', zh: 'true、等级或数额' } },
      );
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
            message: { en: 'there is nothing to choose, or too much', zh: '没有选项，或选项过多' },
            found: `${choose.length}`,
            expected: { en: 'two to four choices', zh: '二至四个选项' },
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
          message: { en: `the answer is ${wordOf[dimension].en}`, zh: `答案是${wordOf[dimension].zh}` },
          found: unit,
          expected: unitsOf[dimension],
        },
      ]);
}

const unitsOf = {
  time: { en: 'h, min or d', zh: 'h、min 或 d' },
  share: verbatim('%'),
  money: { en: 'a currency, as CNY', zh: '币种，如 CNY' },
} as const;

const wordOf = {
  time: { en: 'a length of time', zh: '时长' },
  share: { en: 'a share', zh: '比例' },
  money: { en: 'an amount of money', zh: '金额' },
} as const;

const readUnit: Language<Unit> = (value) =>
  typeof value === 'string' && dimensionOfUnit(value) !== undefined
    ? right(value)
    : refuse(
        'no-unit',
        { en: 'this is no unit of an answer', zh: '这不是答案的单位' },
        { expected: inEach((language) => oneOf(Object.values(unitsOf).map((unit) => unit[language]))[language]) },
      );
