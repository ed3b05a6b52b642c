import { nearestWord } from '../base/index.ts';
import { letterOf, type Language } from '../report/index.ts';
import { openings } from './places.ts';
import { views, type Shared, type ViewName } from './shared.ts';
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
export function proposalsFor(line: string, shared: Shared): readonly Proposal[] {
  const all = linesOf(shared);
  const { word, rest } = split(line);
  const first = wordsFor(word, shared);
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
export function understood(line: string, shared: Shared): SaidLine {
  const { word, rest } = split(line);
  const known = wordsFor(word, shared);
  const [only] = known.includes(word) ? [word] : known;
  const view = views.find((each) => each === only);
  const named = commandWords.find((each) => each === only);
  if ((known.length === 1 || only === word) && view !== undefined) return { kind: 'view', view };
  if ((known.length === 1 || only === word) && named !== undefined) return { kind: 'word', word: named, rest };
  return { kind: 'unknown', found: word, nearest: nearestWord(word, wordsFor('', shared)) };
}

function split(line: string): { readonly word: string; readonly rest: string } {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  return { word, rest: rest.join(' ') };
}

function wordsFor(prefix: string, shared: Shared): readonly string[] {
  return vocabulary(shared.language, shared)
    .map(({ word }) => word)
    .filter((word) => word.startsWith(prefix));
}

function linesOf(shared: Shared): readonly Proposal[] {
  return vocabulary(shared.language, shared).flatMap(({ word, help, rests }) =>
    rests.length === 0 ? [{ line: word, help }] : rests.map((rest) => ({ line: `${word} ${rest}`, help })),
  );
}

function vocabulary(language: Language, shared: Shared): readonly CommandWord[] {
  const { said, views: names } = shellWords(language);
  const indicators = Object.keys(shared.progress?.comparison.scenarios[0]?.indicators ?? {});
  const rests: Readonly<Partial<Record<Word, readonly string[]>>> = {
    lang: ['en', 'zh'],
    indicator: indicators,
    sort: ['file', 'mean', 'difference', 'name'],
    base: shared.names.map((_, at) => letterOf(at)),
    set: shared.settings.map(({ path, text }) => `${path} ${text}`),
    step: stepNames(shared),
  };
  return [
    ...views
      .filter((view) => openings[view] !== undefined)
      .map((view) => ({ word: view, help: `${said.view}: ${names[view]}`, rests: [] })),
    ...commandWords.map((word) => ({ word, help: said[word], rests: rests[word] ?? [] })),
  ];
}
