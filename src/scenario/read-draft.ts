import * as z from 'zod';
import { right, type Mistake, type Label } from '../base/index.ts';
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

/** Reads plain data into a draft, noting every mistake; what is wrong is left out of the draft. */
export function readDraft(
  plain: Readonly<Record<string, unknown>>,
  files: Files,
): { readonly draft: Draft; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const note = <Value>(key: string | number, read: Read<Value>): Value | undefined => {
    if (read.ok) return read.value;
    mistakes.push(...atPath([key], read.wrong));
    return undefined;
  };
  const one = <Value>(key: string, language: Language<Value>): Value | undefined =>
    plain[key] === undefined ? undefined : note(key, language(plain[key]));
  const needed = <Value>(key: string, language: Language<Value>, expected: string): Value | undefined => {
    if (plain[key] === undefined)
      mistakes.push({ code: 'missing-key', path: [], message: `${key} is missing`, expected });
    return one(key, language);
  };
  const section = <Value>(key: string, language: Language<Value>): Entries<Value> => {
    const entries = plain[key] ?? {};
    if (!isMap(entries)) {
      mistakes.push(
        ...atPath(
          [key],
          refuse('wrong-type', `${key} are a map of names`, { expected: 'a map of names and values' }).wrong,
        ),
      );
      return new Map();
    }
    return new Map(
      Object.entries(entries).flatMap(([name, value]): [string, Value | undefined][] => {
        if (name === 'source') return [];
        const read = isName(name)
          ? language(value)
          : refuse('no-name', `"${name}" cannot be a name`, {
              expected: 'letters, digits, _ and -, beginning with a letter',
            });
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
        message: `a scenario has no key "${key}"`,
        expected: oneOf(topKeys),
        ...nearestOf(key, topKeys),
      });
  }
  if (plain['flow'] === undefined)
    mistakes.push({
      code: 'missing-key',
      path: [],
      message: 'flow is missing',
      expected: 'flow: the name of a built-in flow, a machine, or the path of a machine file',
    });
  const draft: Draft = {
    name: needed('name', readTitle, 'name: a few words'),
    source: one('source', readText) ?? '',
    shows: one('shows', readText) ?? '',
    law: one('law', readText),
    start: one('start', readStart),
    run: needed('run', readRun, 'run: {horizon: 12 weeks}'),
    arrivals: needed('arrivals', arrivalsLanguage(files), 'arrivals: {consignments: {every: exponential(10 min)}}'),
    attributes: section('attributes', attributeLanguage(files)),
    conditions: section('conditions', readCondition),
    chances: section('chances', readChance),
    measures: section('measures', readMeasure),
    activities: section('activities', activityLanguage(files)),
    delays: section('delays', delayLanguage(files)),
    deadlines: section('deadlines', readDeadline),
    terms: section('terms', readTerm),
    resources: section('resources', readResource),
    calendars: section('calendars', readCalendar),
    fees: section('fees', readFee),
    indicators: section('indicators', readSpan),
    variants: one('variants', readVariants) ?? [],
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
  typeof value === 'string' ? right(value) : refuse('wrong-type', 'this is no text', { expected: 'a text' });

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
    : refuse('wrong-type', 'this is no name', {
        expected: 'a few words, or {en: a few words, zh: the same in Chinese}',
      });
};

const titles = shaped(strict({ en: field(readWords), zh: field(readWords) }));

/** Most variants of a file; more belong into a sweep. */
const variantsMax = 100;

const readSet: Language<Readonly<Record<string, unknown>>> = (value) =>
  isMap(value) && Object.keys(value).length > 0
    ? right(value)
    : refuse('wrong-type', 'a variant sets something', {
        expected: 'dotted paths and values, as in {measures.greenChannel: on}',
      });

const readVariants: Language<readonly VariantDraft[]> = (value) => {
  const read = shaped(
    z.array(entry({ name: field(readTitle), shows: field(readText).exactOptional(), set: field(readSet) })),
  )(value);
  if (!read.ok) return read;
  if (read.value.length > variantsMax)
    return refuse('too-large', `these are ${read.value.length} variants`, {
      found: `${read.value.length} variants`,
      expected: `at most ${variantsMax}`,
    });
  return right(read.value.map(({ name, shows = '', set }) => ({ name: name.en, nameZh: name.zh, shows, set })));
};
