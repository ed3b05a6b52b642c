import { right, type Path } from '../base/index.ts';
import { isMap, mapped, readNames, refuse, together, under, type Language, type Read } from './language.ts';
import { splitQuantity, type Quantity } from './quantity.ts';

/** A test of attributes as written: which kind of attribute each name is, is not yet known. `at` is the way to the test inside its entry. */
export type ConditionDraft =
  | { readonly at: Path; readonly attribute: string; readonly isOneOf: readonly string[] }
  | {
      readonly at: Path;
      readonly attribute: string;
      readonly atLeast: Quantity | undefined;
      readonly below: Quantity | undefined;
    }
  | { readonly at: Path; readonly attribute: string; readonly is: boolean }
  | { readonly all: readonly ConditionDraft[] }
  | { readonly any: readonly ConditionDraft[] }
  | { readonly not: ConditionDraft };

/**
 * A condition: `{goods: [perishable, live]}`, `{credit: discredited}`, `{value: {atLeast: 100000 CNY, below: 1000000 CNY}}`,
 * `{isTaxed: true}`, `{not: ...}`, `{all: [...]}`, `{any: [...]}`. Several keys must hold together.
 */
export const readCondition: Language<ConditionDraft> = (value) => readAt(value, []);

function readAt(value: unknown, at: Path): Read<ConditionDraft> {
  if (!isMap(value))
    return refuse('no-condition', { en: 'this is no condition', zh: '这不是条件' }, { expected: conditionForm });
  const tests = Object.entries(value).filter(([key]) => key !== 'source');
  if (tests.length === 0)
    return refuse(
      'no-condition',
      { en: 'this condition tests nothing', zh: '此条件什么也没检验' },
      { expected: conditionForm },
    );
  const read = together(tests.map(([key, test]) => under(key, readTest(key, test, [...at, key]))));
  if (!read.ok) return read;
  const [only, ...more] = read.value;
  return right(only !== undefined && more.length === 0 ? only : { all: read.value });
}

const conditionForm = {
  en: 'tests of attributes, as in {goods: [perishable, live]}, {value: {atLeast: 100000 CNY}} or {not: {credit: discredited}}',
  zh: '对属性的检验，如 {goods: [perishable, live]}、{value: {atLeast: 100000 CNY}} 或 {not: {credit: discredited}}',
};

function readTest(key: string, test: unknown, at: Path): Read<ConditionDraft> {
  switch (key) {
    case 'all':
      return mapped(readList(test, at), (all) => ({ all }));
    case 'any':
      return mapped(readList(test, at), (any) => ({ any }));
    case 'not':
      return mapped(readAt(test, at), (not) => ({ not }));
    default:
      return readAttributeTest(key, test, at);
  }
}

function readList(list: unknown, at: Path): Read<readonly ConditionDraft[]> {
  if (!Array.isArray(list) || list.length === 0)
    return refuse(
      'wrong-type',
      { en: 'this is no list of conditions', zh: '这不是条件列表' },
      {
        expected: {
          en: 'a list of conditions, as in [{credit: discredited}, {goods: live}]',
          zh: '条件列表，如 [{credit: discredited}, {goods: live}]',
        },
      },
    );
  return together(list.map((each, index) => under(index, readAt(each, [...at, index]))));
}

function readAttributeTest(attribute: string, test: unknown, at: Path): Read<ConditionDraft> {
  if (typeof test === 'boolean') return right({ at, attribute, is: test });
  if (isMap(test)) return readRange(attribute, test, at);
  const names = readNames(test);
  return names.ok
    ? right({ at, attribute, isOneOf: names.value })
    : refuse(
        'no-condition',
        { en: 'this is no test of an attribute', zh: '这不是对属性的检验' },
        { expected: conditionForm },
      );
}

function readRange(attribute: string, test: Readonly<Record<string, unknown>>, at: Path): Read<ConditionDraft> {
  const ends = Object.entries(test).map(([key, end]): Read<readonly [string, Quantity]> => {
    if (key !== 'atLeast' && key !== 'below')
      return under(
        key,
        refuse(
          'unknown-key',
          { en: `"${key}" is no end of a range`, zh: `“${key}”不是范围的界限` },
          { expected: { en: 'atLeast or below', zh: 'atLeast 或 below' } },
        ),
      );
    const quantity = splitQuantity(end);
    if (quantity === undefined)
      return under(
        key,
        refuse(
          'no-number',
          { en: 'this is no amount', zh: '这不是数额' },
          { expected: { en: 'a number with its unit, as in 100000 CNY', zh: '带单位的数字，如 100000 CNY' } },
        ),
      );
    return right([key, quantity]);
  });
  if (ends.length === 0)
    return refuse(
      'no-condition',
      { en: 'this range has no end', zh: '此范围没有界限' },
      { expected: { en: 'atLeast or below', zh: 'atLeast 或 below' } },
    );
  return mapped(together(ends), (known) => {
    const range = new Map(known);
    return { at, attribute, atLeast: range.get('atLeast'), below: range.get('below') };
  });
}
