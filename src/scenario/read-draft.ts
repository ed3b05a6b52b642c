import * as z from 'zod';
import { right, type Mistake, type Label, verbatim } from '../base/index.ts';
import {
  readCondition,
  atPath,
  isMap,
  nearestOf,
  oneOf,
  refuse,
  type Language,
  type Read,
  entry,
  field,
  shaped,
  strict,
} from '../notation/index.ts';
import { attributeLanguage } from './attribute.ts';
import type { Draft, Entries, VariantDraft } from './draft.ts';
import type { Files } from './empirical.ts';
import {
  activityLanguage,
  delayLanguage,
  readCalendar,
  readChance,
  readDeadline,
  readFee,
  readMeasure,
  readResource,
  readSpan,
  readTerm,
} from './entries.ts';
import { arrivalsLanguage, readRun } from './run.ts';
import { readStart } from './start.ts';

/** Sections: maps from names that the file chooses to entries. */
export const sectionNames = [
  'attributes',
  'conditions',
  'chances',
  'measures',
  'activities',
  'delays',
  'deadlines',
  'terms',
  'resources',
  'calendars',
  'fees',
  'indicators',
] as const;

/** Every key that a scenario may have at its top. */
export const topKeys: readonly string[] = [
  'name',
  'flow',
  'source',
  'shows',
  'start',
  'law',
  'run',
  'arrivals',
  ...sectionNames,
  'variants',
];

/** Reads drafts of one file. It remembers what it has read: a variant has most of its entries in common with its base. */
export class DraftReader {
  readonly #languages: ReturnType<typeof languagesOf>;

  constructor(files: Files) {
    this.#languages = languagesOf(files);
  }

  /** Reads plain data into a draft, noting every mistake; what is wrong is left out of the draft. */
  read(plain: Readonly<Record<string, unknown>>): { readonly draft: Draft; readonly mistakes: readonly Mistake[] } {
    return readDraft(plain, this.#languages);
  }
}

function languagesOf(files: Files) {
  return {
    run: remembering(readRun),
    arrivals: remembering(arrivalsLanguage(files)),
    attributes: remembering(attributeLanguage(files)),
    conditions: remembering(readCondition),
    chances: remembering(readChance),
    measures: remembering(readMeasure),
    activities: remembering(activityLanguage(files)),
    delays: remembering(delayLanguage(files)),
    deadlines: remembering(readDeadline),
    terms: remembering(readTerm),
    resources: remembering(readResource),
    calendars: remembering(readCalendar),
    fees: remembering(readFee),
    indicators: remembering(readSpan),
    variants: remembering(readVariants),
  };
}

function remembering<Value>(language: Language<Value>): Language<Value> {
  const known = new Map<unknown, Read<Value>>();
  return (value) => {
    const read = known.get(value) ?? language(value);
    known.set(value, read);
    return read;
  };
}

function readDraft(
  plain: Readonly<Record<string, unknown>>,
  languages: ReturnType<typeof languagesOf>,
): { readonly draft: Draft; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const note = <Value>(key: string | number, read: Read<Value>): Value | undefined => {
    if (read.ok) return read.value;
    mistakes.push(...atPath([key], read.wrong));
    return undefined;
  };
  const one = <Value>(key: string, language: Language<Value>): Value | undefined =>
    plain[key] === undefined ? undefined : note(key, language(plain[key]));
  const needed = <Value>(key: string, language: Language<Value>, expected: Label): Value | undefined => {
    if (plain[key] === undefined)
      mistakes.push({
        code: 'missing-key',
        path: [],
        message: { en: `${key} is missing`, zh: `缺少 ${key}` },
        expected,
      });
    return one(key, language);
  };
  const section = <Value>(key: string, language: Language<Value>): Entries<Value> => {
    const entries = plain[key] ?? {};
    if (!isMap(entries)) {
      mistakes.push(
        ...atPath(
          [key],
          refuse(
            'wrong-type',
            { en: `${key} are a map of names`, zh: `${key} 须为名称到内容的映射` },
            { expected: { en: 'a map of names and values', zh: '名称到值的映射' } },
          ).wrong,
        ),
      );
      return new Map();
    }
    return new Map(
      Object.entries(entries).flatMap(([name, value]): [string, Value | undefined][] => {
        if (name === 'source') return [];
        const read = isName(name)
          ? language(value)
          : refuse(
              'no-name',
              { en: `"${name}" cannot be a name`, zh: `“${name}”不能用作名称` },
              {
                expected: {
                  en: 'letters, digits, _ and -, beginning with a letter',
                  zh: '字母、数字、_ 和 -，以字母开头',
                },
              },
            );
        if (!read.ok) mistakes.push(...atPath([key, name], read.wrong));
        return [[name, read.ok ? read.value : undefined]];
      }),
    );
  };

  for (const key of Object.keys(plain)) {
    if (!topKeys.includes(key))
      mistakes.push({
        code: 'unknown-key',
        path: [key],
        message: { en: `a scenario has no key "${key}"`, zh: `方案没有“${key}”这一项` },
        expected: oneOf(topKeys),
        ...nearestOf(key, topKeys),
      });
  }
  if (plain['flow'] === undefined)
    mistakes.push({
      code: 'missing-key',
      path: [],
      message: { en: 'flow is missing', zh: '缺少 flow' },
      expected: {
        en: 'flow: the name of a built-in flow, a machine, or the path of a machine file',
        zh: 'flow: 内置流程的名称、状态机，或状态机文件的路径',
      },
    });
  const draft: Draft = {
    name: needed('name', readTitle, { en: 'name: a few words', zh: 'name: 几个字' }),
    source: one('source', readText) ?? '',
    shows: one('shows', readText) ?? '',
    law: one('law', readText),
    start: one('start', readStart),
    run: needed('run', languages.run, verbatim('run: {horizon: 12 weeks}')),
    arrivals: needed(
      'arrivals',
      languages.arrivals,
      verbatim('arrivals: {consignments: {every: exponential(10 min)}}'),
    ),
    attributes: section('attributes', languages.attributes),
    conditions: section('conditions', languages.conditions),
    chances: section('chances', languages.chances),
    measures: section('measures', languages.measures),
    activities: section('activities', languages.activities),
    delays: section('delays', languages.delays),
    deadlines: section('deadlines', languages.deadlines),
    terms: section('terms', languages.terms),
    resources: section('resources', languages.resources),
    calendars: section('calendars', languages.calendars),
    fees: section('fees', languages.fees),
    indicators: section('indicators', languages.indicators),
    variants: one('variants', languages.variants) ?? [],
  };
  return { draft, mistakes };
}

function isName(name: string): boolean {
  return (
    /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name) &&
    !['by', 'otherwise', 'initial', 'is', 'source', 'all', 'any', 'not'].includes(name)
  );
}

const readText: Language<string> = (value) =>
  typeof value === 'string'
    ? right(value)
    : refuse('wrong-type', { en: 'this is no text', zh: '这不是文字' }, { expected: { en: 'a text', zh: '文字' } });

/** A name, or one in each language. */
const readTitle: Language<Label> = (value) => {
  if (isMap(value)) return titles(value);
  const read = readWords(value);
  return read.ok ? right({ en: read.value, zh: read.value }) : read;
};

const readWords: Language<string> = (value) => {
  if (typeof value === 'number') return right(String(value));
  return typeof value === 'string' && value.trim() !== ''
    ? right(value)
    : refuse(
        'wrong-type',
        { en: 'this is no name', zh: '这不是名称' },
        {
          expected: {
            en: 'a few words, or {en: a few words, zh: the same in Chinese}',
            zh: '几个字，或 {en: 英文, zh: 中文}',
          },
        },
      );
};

const titles = shaped(strict({ en: field(readWords), zh: field(readWords) }));

/** Most variants of a file; more belong into a sweep. */
const variantsMax = 100;

const readSet: Language<Readonly<Record<string, unknown>>> = (value) =>
  isMap(value) && Object.keys(value).length > 0
    ? right(value)
    : refuse(
        'wrong-type',
        { en: 'a variant sets something', zh: '变体须有所改动' },
        {
          expected: {
            en: 'dotted paths and values, as in {measures.greenChannel: on}',
            zh: '点分路径和值，如 {measures.greenChannel: on}',
          },
        },
      );

const readVariants: Language<readonly VariantDraft[]> = (value) => {
  const read = shaped(
    z.array(entry({ name: field(readTitle), shows: field(readText).exactOptional(), set: field(readSet) })),
  )(value);
  if (!read.ok) return read;
  if (read.value.length > variantsMax)
    return refuse(
      'too-large',
      { en: `these are ${read.value.length} variants`, zh: `变体有 ${read.value.length} 个` },
      {
        found: `${read.value.length} variants`,
        expected: { en: `at most ${variantsMax}`, zh: `至多 ${variantsMax}` },
      },
    );
  return right(read.value.map(({ name, shows = '', set }) => ({ name: name.en, nameZh: name.zh, shows, set })));
};
