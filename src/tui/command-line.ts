import { nearestWord } from '../base/index.ts';
import { letterOf } from '../report/index.ts';
import { openings, placeOf } from './places.ts';
import { hereOf, type ScreenState } from './screen-state.ts';
import { views, type ViewName } from './shared.ts';
import { stepNames } from './step/state.ts';
import { shellWords } from './words.ts';

/** A word of the command line, with what may follow it. */
interface CommandWord {
  readonly word: string;
  readonly help: string;
  /** What may follow; none: nothing, or any text. */
  readonly rests: readonly string[];
}

/** A line that completes what is typed, with what it does. */
export interface Proposal {
  readonly line: string;
  readonly help: string;
}

/** What a line says: a word of the command line in full, and what follows it. */
export type SaidLine =
  | { readonly kind: 'view'; readonly view: ViewName }
  | { readonly kind: 'word'; readonly word: Word; readonly rest: string }
  | { readonly kind: 'unknown'; readonly found: string; readonly nearest: string | undefined };

/** Words of the command line that are no views. */
export const commandWords = [
  'quit',
  'lang',
  'indicator',
  'export',
  'filter',
  'sort',
  'base',
  'set',
  'write',
  'open',
  'goto',
  'step',
] as const;
/** One of them. */
export type Word = (typeof commandWords)[number];

/** At most so many proposals are shown. */
const proposalsMax = 6;

/** Lines that begin as the typed one does, unique prefixes of words standing for the words; where there is none, the nearest. */
export function proposalsFor(line: string, state: ScreenState): readonly Proposal[] {
  const all = linesOf(state);
  const { word, rest } = split(line);
  const first = wordsFor(word, state);
  const full =
    first.length === 1 && first[0] !== undefined ? [first[0], ...(rest === '' ? [] : [rest])].join(' ') : line;
  const begin = all.filter((each) => each.line.startsWith(full) || each.line.startsWith(line));
  if (begin.length > 0) return begin.slice(0, proposalsMax);
  const nearest = nearestWord(
    line,
    all.map((each) => each.line),
  );
  return all.filter((each) => each.line === nearest);
}

/** What a line says. A prefix that only one word has stands for it. */
export function understood(line: string, state: ScreenState): SaidLine {
  const { word, rest } = split(line);
  const known = wordsFor(word, state);
  const [only] = known.includes(word) ? [word] : known;
  const view = views.find((each) => each === only);
  const named = commandWords.find((each) => each === only);
  if ((known.length === 1 || only === word) && view !== undefined) return { kind: 'view', view };
  if ((known.length === 1 || only === word) && named !== undefined) return { kind: 'word', word: named, rest };
  return { kind: 'unknown', found: word, nearest: nearestWord(word, wordsFor('', state)) };
}

function split(line: string): { readonly word: string; readonly rest: string } {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  return { word, rest: rest.join(' ') };
}

function wordsFor(prefix: string, state: ScreenState): readonly string[] {
  return vocabulary(state)
    .map(({ word }) => word)
    .filter((word) => word.startsWith(prefix));
}

function linesOf(state: ScreenState): readonly Proposal[] {
  return vocabulary(state).flatMap(({ word, help, rests }) =>
    rests.length === 0 ? [{ line: word, help }] : rests.map((rest) => ({ line: `${word} ${rest}`, help })),
  );
}

function vocabulary(state: ScreenState): readonly CommandWord[] {
  const { said, views: names } = shellWords(state.language);
  const here = hereOf(state);
  const indicators = Object.keys(state.progress?.comparison.scenarios[0]?.indicators ?? {});
  const rests: Readonly<Partial<Record<Word, readonly string[]>>> = {
    lang: ['en', 'zh'],
    indicator: indicators,
    sort: placeOf(here).sorts?.(here, state) ?? [],
    base: state.names.map((_, at) => letterOf(at)),
    set: state.settings.map(({ path, text }) => `${path} ${text}`),
    step: stepNames(state),
  };
  return [
    ...views
      .filter((view) => openings[view] !== undefined)
      .map((view) => ({ word: view, help: `${said.view}: ${names[view]}`, rests: [] })),
    ...commandWords.map((word) => ({ word, help: said[word], rests: rests[word] ?? [] })),
  ];
}
