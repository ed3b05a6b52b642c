import * as z from 'zod';
import { right, wrong, type Mistake } from '../base/index.ts';
import {
  atPath,
  field,
  isMap,
  nearestOf,
  oneOf,
  readDuration,
  refuse,
  shaped,
  strict,
  text,
  together,
  under,
  type Language,
} from '../notation/index.ts';
import { readRule } from '../rules/index.ts';
import { letters, type Figure, type OfConsignment, type OfScenario, type Unit } from './lesson.ts';

/** What kind of quantity a number is. */
export type Dimension = 'time' | 'share' | 'money';

/**
 * A figure: `{indicator: releaseTime, variant: two officers}`, `{stage: customs}`, `{wait: review, priority: 1}`, `{fee: storage}`,
 * `{share: inspection}`, `{broken: {id: .., precedence: ..}}`, `{lastDay: completeDeclaration, choices: [b]}`,
 * `{charged: lateDeclaration}`, `34.91 h`, or `{difference: [.., ..]}`: the first less the second.
 */
export const readFigure: Language<Figure> = (value) => {
  if (!isMap(value)) {
    const time = readDuration(value);
    return time.ok
      ? right({ kind: 'given', time: time.value })
      : refuse('no-figure', { en: 'this is no figure', zh: '这不是数值' }, figureForm);
  }
  const form = Object.entries(forms).find(([kind]) => kind in value);
  if (form !== undefined) return form[1](value);
  const [first = ''] = Object.keys(value);
  return refuse(
    'no-figure',
    { en: 'this is no figure', zh: '这不是数值' },
    { ...figureForm, ...nearestOf(first, Object.keys(forms)) },
  );
};

const ofScenario = { variant: text.exactOptional() };

const readLetter: Language<number> = (value) =>
  typeof value === 'string' && letters.includes(value)
    ? right(letters.indexOf(value))
    : refuse(
        'unknown-word',
        { en: 'this is no letter of a choice', zh: '这不是选项字母' },
        { expected: oneOf(letters) },
      );

const ofConsignment = { choices: z.array(field(readLetter), 'array').exactOptional() };

const fromScenario = ({ variant }: { readonly variant?: string }): OfScenario => ({ variant });

const fromConsignment = ({ choices = [] }: Partial<OfConsignment>): OfConsignment => ({ choices });

const forms: Readonly<Record<Exclude<Figure['kind'], 'given'>, Language<Figure>>> = {
  indicator: shaped(
    strict({ indicator: text, take: z.enum(['mean', 'p50', 'p90', 'p95']).exactOptional(), ...ofScenario }).transform(
      ({ indicator: name, take = 'mean', ...of }): Figure => ({ kind: 'indicator', name, take, ...fromScenario(of) }),
    ),
  ),
  stage: shaped(
    strict({ stage: text, ...ofScenario }).transform(({ stage: name, ...of }): Figure => ({
      kind: 'stage',
      name,
      ...fromScenario(of),
    })),
  ),
  wait: shaped(
    strict({ wait: text, priority: z.number().exactOptional(), ...ofScenario }).transform(
      ({ wait: activity, priority, ...of }): Figure => ({ kind: 'wait', activity, priority, ...fromScenario(of) }),
    ),
  ),
  fee: shaped(
    strict({ fee: text, ...ofScenario }).transform(({ fee: name, ...of }): Figure => ({
      kind: 'fee',
      name,
      ...fromScenario(of),
    })),
  ),
  share: shaped(
    strict({ share: text, ...ofScenario }).transform(({ share: activity, ...of }): Figure => ({
      kind: 'share',
      activity,
      ...fromScenario(of),
    })),
  ),
  broken: shaped(
    strict({ broken: field(readRule), ...ofScenario }).transform(({ broken: rule, ...of }): Figure => ({
      kind: 'broken',
      rule,
      ...fromScenario(of),
    })),
  ),
  lastDay: shaped(
    strict({ lastDay: text, ...ofConsignment }).transform(({ lastDay: deadline, ...of }): Figure => ({
      kind: 'lastDay',
      deadline,
      ...fromConsignment(of),
    })),
  ),
  charged: shaped(
    strict({ charged: text, ...ofConsignment }).transform(({ charged: fee, ...of }): Figure => ({
      kind: 'charged',
      fee,
      ...fromConsignment(of),
    })),
  ),
  difference: (value: unknown) => readDifference(value),
};

const readDifference: Language<Figure> = (value) => {
  const read = shaped(strict({ difference: z.array(z.unknown(), 'array') }))(value);
  if (!read.ok) return read;
  const parts = read.value.difference;
  if (parts.length !== 2)
    return under(
      'difference',
      refuse('wrong-length', { en: 'a difference is of two figures', zh: '差为两个数值之差' }, figureForm),
    );
  const both = together(parts.map((part, index) => under(index, readFigure(part))));
  if (!both.ok) return under('difference', both);
  const [first, second] = both.value;
  if (first === undefined || second === undefined)
    return refuse('no-figure', { en: 'this is no figure', zh: '这不是数值' }, figureForm);
  if (dimensionOf(first) === dimensionOf(second)) return right({ kind: 'difference', of: [first, second] });
  const unlike: Mistake = {
    code: 'unlike',
    path: [],
    message: { en: 'these two are not of one kind', zh: '两者类别不同' },
    expected: { en: 'two times', zh: '两个时间' },
  };
  return wrong(atPath(['difference'], [unlike]));
};

const figureForm = {
  expected: {
    en: `a duration, or a map with ${oneOf(Object.keys(forms)).en}`,
    zh: `时长，或含 ${oneOf(Object.keys(forms)).zh} 的映射`,
  },
};

/** What kind of quantity a figure is. */
export function dimensionOf(figure: Figure): Dimension {
  switch (figure.kind) {
    case 'share':
    case 'broken':
      return 'share';
    case 'fee':
    case 'charged':
      return 'money';
    case 'difference':
      return dimensionOf(figure.of[0]);
    default:
      return 'time';
  }
}

/** What kind of quantity a unit counts; undefined: it is none of them. */
export function dimensionOfUnit(unit: Unit): Dimension | undefined {
  if (unit === '%') return 'share';
  if (unit in minutesIn) return 'time';
  return /^[A-Z]{3}$/u.test(unit) ? 'money' : undefined;
}

/** Minutes in the units of times that answers have. */
export const minutesIn: Readonly<Record<string, number>> = { min: 1, h: 60, d: 1440 };
