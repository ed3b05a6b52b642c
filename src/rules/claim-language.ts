import * as z from 'zod';
import { minutesPerDay, right, wrong, verbatim } from '../base/index.ts';
import {
  entry,
  field,
  isMap,
  mapped,
  readDuration,
  readNames,
  readShare,
  readTermLength,
  refuse,
  shaped,
  splitQuantity,
  text,
  together,
  under,
  type Language,
  type Read,
  type TermLength,
} from '../notation/index.ts';
import { isPairTemplate, pairForms, type PairForm } from './forms.ts';
import { windowed, type PairTemplate, type Window } from './pattern.ts';
import type { Claim } from './rule.ts';
import type { Events, StateTest } from './rule-words.ts';

/** One event, or a list of which any is meant. */
const readEvents: Language<Events> = (value) =>
  mapped(readNames(value), (names) => (names.length === 1 ? (names[0] ?? '') : names));

/** `{event: released, times: 2}`. */
function counted(template: 'existence' | 'absence' | 'exactly'): Language<Claim> {
  const least = template === 'exactly' ? 0 : 1;
  const language = shaped(entry({ event: field(readEvents), times: z.int().min(least).max(100).exactOptional() }));
  return (value) => {
    // `absence: removed` is enough where nothing is counted.
    const isShort = template !== 'exactly' && !isMap(value);
    return mapped(
      isShort ? mapped(readEvents(value), (event) => ({ event, times: 1 })) : language(value),
      ({ event, times = 1 }) => ({ template, a: event, times }),
    );
  };
}

function pairLanguage(template: PairTemplate, form: PairForm): Language<Claim> {
  if (form === 'list')
    return (value) => {
      if (!Array.isArray(value) || value.length !== 2)
        return refuse(
          'wrong-type',
          { en: 'these are not two events', zh: '这不是两个事件' },
          { expected: { en: `${template}: [one, other]`, zh: `${template}: [事件一, 事件二]` } },
        );
      return mapped(together(value.map((each, index) => under(index, readEvents(each)))), ([a = '', b = '']) => ({
        template,
        a,
        b,
      }));
    };
  const events = { [form.a]: field(readEvents), [form.b]: field(readEvents) };
  const keys = shaped<Readonly<Record<string, unknown>>>(
    entry(windowed.includes(template) ? { ...events, ...windowShape } : events),
  );
  return (value) => {
    const read = keys(value);
    if (!read.ok) return read;
    const both = together([form.a, form.b].map((key) => under(key, readEvents(read.value[key]))));
    if (!both.ok) return both;
    const [a = '', b = ''] = both.value;
    const window = windowed.includes(template) ? readWindow(value) : right(undefined);
    return mapped(window, (known) => ({ template, a, b, ...(known === undefined ? {} : { window: known }) }));
  };
}

const windowShape = {
  within: field(readTermLength).exactOptional(),
  atLeast: field(readTermLength).exactOptional(),
  from: field(readEvents).exactOptional(),
  hours: text.exactOptional(),
};

/** Whether a window closes before it opens, whatever day it begins on. */
function isEmpty(within: TermLength, atLeast: TermLength): boolean {
  if (within.unit === atLeast.unit) return within.count < atLeast.count;
  return daysOf(within).most < daysOf(atLeast).least;
}

/** Days that a length may last: one that is counted in days ends with a day, a month has 28 to 31. */
function daysOf({ unit, count }: TermLength): { readonly least: number; readonly most: number } {
  switch (unit) {
    case 'minutes':
      return { least: count / minutesPerDay, most: count / minutesPerDay };
    case 'calendarDays':
      return { least: count, most: count + 1 };
    case 'workingDays':
      return { least: count, most: Number.POSITIVE_INFINITY };
    default:
      return { least: 28 * count, most: 31 * count + 1 };
  }
}

/** The window that a pair is given, if any. */
function readWindow(value: unknown): Read<Window | undefined> {
  const read = shaped(z.looseObject(windowShape))(value);
  if (!read.ok) return read;
  const { within, atLeast, from, hours } = read.value;
  if (within === undefined && atLeast === undefined) {
    const odd = from === undefined ? (hours === undefined ? undefined : 'hours') : 'from';
    return odd === undefined
      ? right(undefined)
      : under(
          odd,
          refuse(
            'no-window',
            {
              en: `${odd} says how a time is counted, and there is none`,
              zh: `${odd} 说明时间如何计算，而此处没有时间`,
            },
            {
              expected: { en: 'within: or atLeast:', zh: 'within: 或 atLeast:' },
            },
          ),
        );
  }
  if (within !== undefined && atLeast !== undefined && isEmpty(within, atLeast))
    return under(
      'within',
      refuse(
        'out-of-range',
        { en: 'this window is empty: it closes before it opens', zh: '此时间窗为空：未开先关' },
        {
          expected: { en: 'within at least as long as atLeast', zh: 'within 不短于 atLeast' },
        },
      ),
    );
  const inDays = [within, atLeast].some((length) => length !== undefined && length.unit !== 'minutes');
  if (hours !== undefined && inDays)
    return under(
      'hours',
      refuse(
        'either-or',
        { en: 'days and months are no hours of a calendar', zh: '日和月不是日历中的小时' },
        {
          expected: { en: 'an exact length, as in 8 h, or no hours', zh: '确切时长，如 8 h，或不设 hours' },
        },
      ),
    );
  return right({
    ...(within === undefined ? {} : { within }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(from === undefined ? {} : { from }),
    ...(hours === undefined ? {} : { hours }),
  });
}

/** `{from: sealed, to: unsealed, never: opened}`. */
function readBetween(value: unknown): Read<Claim> {
  const read = shaped(entry({ from: field(readEvents), to: field(readEvents), never: field(readEvents) }))(value);
  if (!read.ok) return read;
  const { from, to, never } = read.value;
  const lists = [from, to, never].map((events) => (typeof events === 'string' ? [events] : events));
  const twice = lists.flat().find((event, index, all) => all.indexOf(event) < index);
  return twice === undefined
    ? right({ template: 'between', a: from, b: to, c: never })
    : refuse(
        'two-meanings',
        { en: `"${twice}" cannot be two of from, to and never`, zh: `“${twice}”不能在 from、to、never 中占两项` },
        {
          found: twice,
          expected: { en: 'three different events', zh: '三个不同的事件' },
        },
      );
}

/** `{in: goods.inYard}`, `{all: [...]}`, `{any: [...]}`, `{not: ...}`. */
function readStates(value: unknown): Read<StateTest> {
  if (!isMap(value) || Object.keys(value).length !== 1)
    return refuse(
      'no-condition',
      { en: 'this is no test of states', zh: '这不是对状态的检验' },
      { expected: stateForm },
    );
  const [[key, test] = ['', undefined]] = Object.entries(value);
  switch (key) {
    case 'in':
      return typeof test === 'string'
        ? right({ in: test })
        : under(
            key,
            refuse(
              'wrong-type',
              { en: 'this is no state', zh: '这不是状态' },
              { expected: { en: 'a dotted path, as in goods.inYard', zh: '点分路径，如 goods.inYard' } },
            ),
          );
    case 'not':
      return under(
        key,
        mapped(readStates(test), (not) => ({ not })),
      );
    case 'all':
    case 'any':
      if (!Array.isArray(test) || test.length === 0)
        return under(
          key,
          refuse('wrong-type', { en: 'this is no list of tests', zh: '这不是检验的列表' }, { expected: stateForm }),
        );
      return under(
        key,
        mapped(together(test.map((each, index) => under(index, readStates(each)))), (tests) =>
          key === 'all' ? { all: tests } : { any: tests },
        ),
      );
    default:
      return under(
        key,
        refuse(
          'unknown-key',
          { en: `"${key}" is no test of states`, zh: `“${key}”不是对状态的检验` },
          { expected: { en: 'in, all, any or not', zh: 'in、all、any 或 not' } },
        ),
      );
  }
}

const stateForm = {
  en: 'a test of states, as in {in: goods.inYard}, {all: [...]}, {any: [...]} or {not: {in: goods.inYard}}',
  zh: '对状态的检验，如 {in: goods.inYard}、{all: [...]}、{any: [...]} 或 {not: {in: goods.inYard}}',
};

/** `{fee: lateDeclaration, equals: statutory}`; amounts as `120 CNY`. */
function readAmount(value: unknown): Read<Claim> {
  const amount = field(readMoney).exactOptional();
  const equals = field<number | 'statutory'>((each) => (each === 'statutory' ? right(each) : readMoney(each)));
  const read = shaped(entry({ fee: text, equals: equals.exactOptional(), atLeast: amount, atMost: amount }))(value);
  if (!read.ok) return read;
  const { fee, equals: exactly, atLeast, atMost } = read.value;
  if (exactly === undefined && atLeast === undefined && atMost === undefined)
    return refuse(
      'missing-key',
      { en: 'this says nothing of the amount', zh: '没有说明数额' },
      { expected: { en: 'equals:, atLeast: or atMost:', zh: 'equals:、atLeast: 或 atMost:' } },
    );
  return right({
    amount: {
      fee,
      ...(exactly === undefined ? {} : { equals: exactly }),
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(atMost === undefined ? {} : { atMost }),
    },
  });
}

/** An amount of money in units of its currency: the fee says which. */
const readMoney: Language<number> = (value) => {
  const quantity = splitQuantity(value);
  return quantity === undefined || !/^(?:[A-Z]{3})?$/u.test(quantity.unit) || quantity.amount < 0
    ? refuse(
        'no-money',
        { en: 'this is no amount of money', zh: '这不是金额' },
        { expected: { en: 'an amount as in 120 CNY', zh: '金额，如 120 CNY' } },
      )
    : right(quantity.amount);
};

/** `{of: RULE, atLeast: 95 %}` or `{of: {from: lodged, to: released, within: 24 h}, atLeast: 95 %}`. */
function readShareOf(value: unknown): Read<Claim> {
  const readOf: Language<string | { from: Events; to: Events; within: TermLength }> = (of) =>
    typeof of === 'string'
      ? right(of)
      : mapped(
          shaped(entry({ from: field(readEvents), to: field(readEvents), within: field(readTermLength) }))(of),
          ({ from, to, within }) => ({ from, to, within }),
        );
  const read = shaped(
    entry({
      of: field(readOf),
      atLeast: field(readShare).exactOptional(),
      atMost: field(readShare).exactOptional(),
    }),
  )(value);
  if (!read.ok) return read;
  const { of, atLeast, atMost } = read.value;
  if (atLeast === undefined && atMost === undefined)
    return refuse(
      'missing-key',
      { en: 'this says nothing of the share', zh: '没有说明比例' },
      {
        expected: { en: 'atLeast: or atMost:, as in atLeast: 95 %', zh: 'atLeast: 或 atMost:，如 atLeast: 95 %' },
      },
    );
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost)
    return refuse(
      'out-of-range',
      { en: 'no share is so big and so small', zh: '没有既这么大又这么小的比例' },
      { expected: { en: 'atLeast at most atMost', zh: 'atLeast 不大于 atMost' } },
    );
  return right({
    share: { of, ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) },
  });
}

/** `{p90: [lodged, released], atMost: 48 h}`. */
function readQuantile(value: unknown): Read<Claim> {
  if (!isMap(value))
    return refuse('wrong-type', { en: 'this is no quantile', zh: '这不是分位数' }, { expected: quantileForm });
  const level = Object.keys(value).find((key) => /^p\d{1,2}$/u.test(key));
  if (level === undefined || level === 'p0' || level === 'p00')
    return refuse('no-quantile', { en: 'this names no quantile', zh: '没有写明分位数' }, { expected: quantileForm });
  const ends: Language<readonly Events[]> = (pair) =>
    Array.isArray(pair) && pair.length === 2
      ? together(pair.map((each, index) => under(index, readEvents(each))))
      : refuse('wrong-type', { en: 'these are not two events', zh: '这不是两个事件' }, { expected: quantileForm });
  const known = shaped(entry({ [level]: z.unknown(), atMost: z.unknown() }))(value);
  if (!known.ok) return known;
  const pair = under(level, ends(value[level]));
  const atMost = under('atMost', readDuration(value['atMost']));
  if (!pair.ok || !atMost.ok) return wrong([...(pair.ok ? [] : pair.wrong), ...(atMost.ok ? [] : atMost.wrong)]);
  const [from = '', to = ''] = pair.value;
  return right({ quantile: { level: Number(level.slice(1)) / 100, from, to, atMost: atMost.value } });
}

const quantileForm = {
  en: 'a quantile from p1 to p99 of the time between two events, as in {p90: [lodged, released], atMost: 48 h}',
  zh: '两事件间时间的 p1 至 p99 分位数，如 {p90: [lodged, released], atMost: 48 h}',
};

/** `{change: {resources.officers.count: {add: 1}}, indicator: releaseTime, never: longer}`. */
function readMonotone(value: unknown): Read<Claim> {
  const change: Language<Readonly<Record<string, unknown>>> = (each) =>
    isMap(each) && Object.keys(each).length > 0
      ? right(each)
      : refuse(
          'wrong-type',
          { en: 'this changes nothing', zh: '没有任何改动' },
          {
            expected: {
              en: 'dotted paths and values, as in {resources.officers.count: {add: 1}}',
              zh: '点分路径和值，如 {resources.officers.count: {add: 1}}',
            },
          },
        );
  return mapped(
    shaped(entry({ change: field(change), indicator: text, never: z.enum(['longer', 'shorter']) }))(value),
    ({ change: changed, indicator, never }) => ({ monotone: { change: changed, indicator, never } }),
  );
}

/** `released`, `[released, removed]`, or `{event: released, after: rejected, without: inspectionOrdered}`. */
function readWitness(value: unknown): Read<Claim> {
  if (!isMap(value)) return mapped(readEvents(value), (possible) => ({ possible }));
  const events = field(readEvents);
  const read = shaped(entry({ event: events, after: events.exactOptional(), without: events.exactOptional() }))(value);
  if (!read.ok) return read;
  const { event, ...others } = read.value;
  const twice = [event, others.after ?? [], others.without ?? []]
    .flat()
    .find((each, index, all) => all.indexOf(each) < index);
  return twice === undefined
    ? right({ possible: event, ...others })
    : refuse(
        'two-meanings',
        {
          en: `"${twice}" cannot be two of event, after and without`,
          zh: `“${twice}”不能在 event、after、without 中占两项`,
        },
        {
          found: twice,
          expected: { en: 'different events', zh: '不同的事件' },
        },
      );
}

/** How the claim under this key is read; none: it is no claim. */
export function claimLanguage(key: string): Language<Claim> | undefined {
  if (isPairTemplate(key)) return pairLanguage(key, pairForms[key]);
  return Object.hasOwn(otherLanguages, key) ? otherLanguages[key] : undefined;
}

const otherLanguages: Readonly<Record<string, Language<Claim>>> = {
  existence: counted('existence'),
  absence: counted('absence'),
  exactly: counted('exactly'),
  init: (value) => mapped(readEvents(value), (a) => ({ template: 'init', a })),
  end: (value) => mapped(readEvents(value), (a) => ({ template: 'end', a })),
  between: readBetween,
  never: (value) => mapped(readStates(value), (never) => ({ never })),
  possible: readWitness,
  canEnd: (value) =>
    value === true
      ? right({ canEnd: true })
      : refuse('wrong-value', { en: 'this says nothing', zh: '没有内容' }, { expected: verbatim('canEnd: true') }),
  amount: readAmount,
  share: readShareOf,
  quantile: readQuantile,
  queue: (value) =>
    mapped(
      shaped(entry({ resource: text, atMost: z.number().min(0), for: field(readShare) }))(value),
      ({ resource, atMost, for: share }) => ({ queue: { resource, atMost, for: share } }),
    ),
  monotone: readMonotone,
};

/** Keys of all claims. */
export const claimKeys: readonly string[] = [...Object.keys(otherLanguages), ...Object.keys(pairForms)];
