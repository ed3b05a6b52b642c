import { nearestWord, right, type Label, verbatim, inEach } from '../base/index.ts';
import { lawMistake, type Law } from '../random/index.ts';
import {
  atPath,
  isMap,
  mapped,
  allOf,
  oneOf,
  refuse,
  together,
  under,
  type Language,
  type Read,
  splitQuantity,
  type Quantity,
  readShare,
  sumMistake,
} from '../notation/index.ts';
import { readMeasurements, type Files } from './empirical.ts';
import type { Dimension } from './dimension.ts';

/**
 * A probability law: a constant (`4 h`), a distribution (`lognormal(mean 4 h cv 0.7)`) or a mixture, a list of
 * `{share: 30 %, of: lognormal(...)}`. `dimension` says what its quantities are; `files` gives the text of `empirical(file.csv)`.
 */
export function lawLanguage(dimension: Dimension, files: Files): Language<Law> {
  const readOne: Language<Law> = (value) => {
    const call = typeof value === 'string' ? /^\s*([\p{L}_]+)\s*\(([^()]*)\)\s*$/u.exec(value) : null;
    if (call !== null) return readCall({ name: call[1] ?? '', inside: call[2] ?? '' }, dimension, files);
    const quantity = splitQuantity(value);
    if (quantity !== undefined && !String(value).includes('('))
      return mapped(dimension.read(quantity), (constant): Law => ({ kind: 'constant', value: constant }));
    return refuse(
      'no-law',
      { en: `this is no ${dimension.name.en}`, zh: `这不是${dimension.name.zh}` },
      { expected: dimension.expected },
    );
  };
  return (value) => (Array.isArray(value) ? readMixture(value, readOne) : readOne(value));
}

/** A parameter of a distribution: a quantity of the law's dimension or a plain number; `bare`: its name may be left out. */
interface Parameter {
  readonly key: string;
  readonly kind: 'quantity' | 'number';
  readonly bare?: true;
}

interface Form {
  /** How it is written. */
  readonly text: Label;
  readonly parameters: readonly Parameter[];
  readonly counts?: true;
  readonly make: (value: (key: string) => number) => Law;
}

const mean: Parameter = { key: 'mean', kind: 'quantity' };
const cv: Parameter = { key: 'cv', kind: 'number' };
const bareMean: Parameter = { ...mean, bare: true };

const forms: Readonly<Record<string, Form>> = {
  exponential: {
    text: verbatim('exponential(10 min)'),
    parameters: [bareMean],
    make: (the) => ({ kind: 'exponential', mean: the('mean') }),
  },
  lognormal: {
    text: verbatim('lognormal(mean 4 h cv 0.7)'),
    parameters: [mean, cv],
    make: (the) => ({ kind: 'lognormal', mean: the('mean'), cv: the('cv') }),
  },
  gamma: {
    text: verbatim('gamma(mean 4 h cv 0.7)'),
    parameters: [mean, cv],
    make: (the) => ({ kind: 'gamma', mean: the('mean'), cv: the('cv') }),
  },
  weibull: {
    text: verbatim('weibull(mean 4 h cv 0.7)'),
    parameters: [mean, cv],
    make: (the) => ({ kind: 'weibull', mean: the('mean'), cv: the('cv') }),
  },
  erlang: {
    text: verbatim('erlang(3 mean 4 h)'),
    parameters: [{ key: 'k', kind: 'number', bare: true }, mean],
    make: (the) => ({ kind: 'erlang', k: the('k'), mean: the('mean') }),
  },
  hyperexponential: {
    text: verbatim('hyperexponential(mean 4 h cv 1.5)'),
    parameters: [mean, cv],
    make: (the) => ({ kind: 'hyperexponential', mean: the('mean'), cv: the('cv') }),
  },
  uniform: {
    text: verbatim('uniform(1 h 3 h)'),
    parameters: [
      { key: 'a', kind: 'quantity', bare: true },
      { key: 'b', kind: 'quantity', bare: true },
    ],
    make: (the) => ({ kind: 'uniform', min: the('a'), max: the('b') }),
  },
  triangular: {
    text: verbatim('triangular(1 h 2 h 5 h)'),
    parameters: [
      { key: 'a', kind: 'quantity', bare: true },
      { key: 'mode', kind: 'quantity', bare: true },
      { key: 'b', kind: 'quantity', bare: true },
    ],
    make: (the) => ({ kind: 'triangular', min: the('a'), mode: the('mode'), max: the('b') }),
  },
  normal: {
    text: verbatim('normal(mean 4 h sd 1 h)'),
    parameters: [mean, { key: 'sd', kind: 'quantity' }],
    make: (the) => ({ kind: 'normal', mean: the('mean'), sd: the('sd') }),
  },
  beta: {
    text: verbatim('beta(min 1 h max 8 h mean 4 h sd 1 h)'),
    parameters: [
      { key: 'min', kind: 'quantity' },
      { key: 'max', kind: 'quantity' },
      mean,
      { key: 'sd', kind: 'quantity' },
    ],
    make: (the) => ({ kind: 'beta', min: the('min'), max: the('max'), mean: the('mean'), sd: the('sd') }),
  },
  poisson: {
    text: verbatim('poisson(40)'),
    parameters: [bareMean],
    counts: true,
    make: (the) => ({ kind: 'poisson', mean: the('mean') }),
  },
  geometric: {
    text: verbatim('geometric(mean 4)'),
    parameters: [bareMean],
    counts: true,
    make: (the) => ({ kind: 'geometric', mean: the('mean') }),
  },
};

function readCall(
  call: { readonly name: string; readonly inside: string },
  dimension: Dimension,
  files: Files,
): Read<Law> {
  if (call.name === 'empirical')
    return mapped(readMeasurements(call.inside.trim(), dimension, files), (values): Law => ({
      kind: 'empirical',
      values,
    }));
  const known = Object.entries(forms).filter(([, each]) => (each.counts === true) === dimension.isCount);
  const form = Object.hasOwn(forms, call.name) ? forms[call.name] : undefined;
  if (form === undefined || !known.some(([name]) => name === call.name)) {
    const names = [...known.map(([name]) => name), 'empirical'];
    const nearest = nearestWord(call.name, names);
    const message =
      form === undefined
        ? { en: `there is no distribution "${call.name}"`, zh: `没有分布“${call.name}”` }
        : {
            en: `${call.name} is no law of a ${dimension.name.en}`,
            zh: `${call.name} 不能用作${dimension.name.zh}的分布`,
          };
    return refuse('unknown-law', message, { expected: oneOf(names), ...(nearest === undefined ? {} : { nearest }) });
  }
  const values = readParameters(call, form, dimension);
  if (!values.ok) return values;
  const law = form.make((key) => values.value.get(key) ?? Number.NaN);
  const reason = lawMistake(law);
  return reason === undefined
    ? right(law)
    : refuse(
        'wrong-parameter',
        inEach((language) => `${call.name}: ${dimension.say(reason)[language]}`),
        { expected: form.text },
      );
}

function readParameters(
  { name, inside }: { readonly name: string; readonly inside: string },
  form: Form,
  dimension: Dimension,
): Read<ReadonlyMap<string, number>> {
  const words = inside.match(/[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|%|[^\s,\d%]+/gu) ?? [];
  const values = new Map<string, number>();
  const isKey = (word: string | undefined): boolean => form.parameters.some(({ key }) => key === word);
  for (let at = 0; at < words.length;) {
    const word = words[at];
    const named = form.parameters.find(({ key }) => key === word);
    const parameter = named ?? form.parameters.find(({ key, bare }) => bare === true && !values.has(key));
    const quantityAt = named === undefined ? at : at + 1;
    const quantity = splitQuantity(words[quantityAt]);
    if (parameter === undefined || quantity === undefined) return unreadable(name, word ?? '', form);
    if (values.has(parameter.key))
      return refuse(
        'wrong-parameter',
        { en: `${name} has ${parameter.key} twice`, zh: `${parameter.key} 在 ${name} 中重复` },
        { expected: form.text },
      );
    at = quantityAt + 1;
    const next = words[at] ?? '';
    // `min` is a unit right after a number, and the name of a parameter elsewhere.
    const hasUnit = next !== '' && splitQuantity(next) === undefined && (!isKey(next) || dimension.isUnit(next));
    if (hasUnit) at++;
    const read = readParameter(parameter, { amount: quantity.amount, unit: hasUnit ? next : '' }, dimension);
    if (!read.ok) return read;
    values.set(parameter.key, read.value);
  }
  const missing = form.parameters.filter(({ key }) => !values.has(key)).map(({ key }) => key);
  return missing.length === 0
    ? right(values)
    : refuse(
        'missing-parameter',
        { en: `${name} lacks ${allOf(missing).en}`, zh: `${name} 缺少 ${allOf(missing).zh}` },
        { expected: form.text },
      );
}

function readParameter(parameter: Parameter, quantity: Quantity, dimension: Dimension): Read<number> {
  if (parameter.kind === 'quantity') return dimension.read(quantity);
  return quantity.unit === ''
    ? right(quantity.amount)
    : refuse(
        'wrong-unit',
        {
          en: `${parameter.key} is a plain number, it has no unit "${quantity.unit}"`,
          zh: `${parameter.key} 是不带单位的数字，没有单位“${quantity.unit}”`,
        },
        {
          expected: verbatim(`${parameter.key} ${quantity.amount}`),
        },
      );
}

function unreadable(name: string, word: string, form: Form): Read<never> {
  if (splitQuantity(word) !== undefined)
    return refuse(
      'wrong-parameter',
      { en: `${name} does not say what ${word} is`, zh: `${name} 没有说明 ${word} 是什么` },
      { expected: form.text },
    );
  const nearest = nearestWord(
    word,
    form.parameters.map(({ key }) => key),
  );
  return refuse(
    'wrong-parameter',
    { en: `"${word}" is no parameter of ${name}`, zh: `“${word}”不是 ${name} 的参数` },
    {
      expected: form.text,
      ...(nearest === undefined ? {} : { nearest }),
    },
  );
}

function readMixture(parts: readonly unknown[], readOne: Language<Law>): Read<Law> {
  if (parts.length === 0)
    return refuse(
      'empty-list',
      { en: 'this mixture has no parts', zh: '此混合分布没有组成部分' },
      { expected: mixtureForm },
    );
  const read = together(parts.map((part, index) => under(index, readPart(part, readOne))));
  if (!read.ok) return read;
  return sumMistake(read.value.map(({ share }) => share)) ?? right({ kind: 'mixture', parts: read.value });
}

const mixtureForm = {
  en: 'a list of {share: 30 %, of: lognormal(mean 4 h cv 0.7)}',
  zh: '{share: 30 %, of: lognormal(mean 4 h cv 0.7)} 的列表',
};

function readPart(part: unknown, readOne: Language<Law>): Read<{ readonly share: number; readonly of: Law }> {
  if (!isMap(part))
    return refuse(
      'wrong-type',
      { en: 'this is no part of a mixture', zh: '这不是混合分布的组成部分' },
      { expected: mixtureForm },
    );
  const unknown = Object.keys(part).filter((key) => key !== 'share' && key !== 'of' && key !== 'source');
  const missing = ['share', 'of'].filter((key) => part[key] === undefined);
  const wrong = [
    ...unknown.flatMap((key) =>
      atPath(
        [key],
        refuse(
          'unknown-key',
          { en: `"${key}" is no key of a part of a mixture`, zh: `混合分布的组成部分没有“${key}”这一项` },
          { expected: { en: 'share or of', zh: 'share 或 of' } },
        ).wrong,
      ),
    ),
    ...missing.flatMap(
      (key) => refuse('missing-key', { en: `${key} is missing`, zh: `缺少 ${key}` }, { expected: mixtureForm }).wrong,
    ),
  ];
  const share = missing.includes('share') ? undefined : under('share', readShare(part['share']));
  const of = missing.includes('of') ? undefined : under('of', readOne(part['of']));
  const mistakes = [
    ...wrong,
    ...(share === undefined || share.ok ? [] : share.wrong),
    ...(of === undefined || of.ok ? [] : of.wrong),
  ];
  return mistakes.length > 0 || share?.ok !== true || of?.ok !== true
    ? { ok: false, wrong: mistakes }
    : right({ share: share.value, of: of.value });
}
