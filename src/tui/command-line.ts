import { nearestWord } from '../base/index.ts';
import { commandWords, everyWord, type Word } from './command-words.ts';
import { ofPlace } from './in-place.ts';
import { lettersIn } from './letter-in.ts';
import { folderTyped, pathTyped } from './path-typed.ts';
import { openings, placeOf } from './places.ts';
import { hereOf, type ScreenState } from './screen-state.ts';
import { views, type ViewName } from './shared.ts';
import { stepNames } from './step/state.ts';
import { shellWords } from './words.ts';

/** A word of the command line, with what may follow it. */
interface CommandWord {
  readonly word: string;
  readonly help: string;
  /** What may follow: one of these, any text (`text`), or nothing. */
  readonly rests: readonly string[] | 'text';
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

/** At most so many proposals are shown. */
const proposalsMax = 6;

/**
 * Lines that begin as the typed one does and mean something where one is, unique prefixes of words standing for the words; where
 * there is none, the nearest.
 */
export function proposalsFor(line: string, state: ScreenState): readonly Proposal[] {
  const words = vocabulary(state, line);
  const { word, rest, hasRest } = split(line);
  const first = words.filter((each) => each.word.startsWith(word));
  const [only] = first.length === 1 ? first : first.filter((each) => each.word === word && hasRest);
  if (only !== undefined && hasRest && (only.rests === 'text' ? rest !== '' : only.rests.length === 0)) return [];
  const full = only === undefined ? line : `${only.word}${hasRest ? ` ${rest}` : ''}`;
  const all = words.flatMap(linesOf);
  const begin = all.filter((each) => each.line.startsWith(full) || each.line.startsWith(line));
  if (begin.length > 0) return begin.slice(0, proposalsMax);
  const nearest = nearestWord(
    line,
    all.map((each) => each.line),
  );
  return all.filter((each) => each.line === nearest);
}

/** What a line says. A prefix that only one word has stands for it, of the words that mean something here before all others. */
export function understood(line: string, state: ScreenState): SaidLine {
  const { word, rest } = split(line);
  const here = vocabulary(state, line)
    .map((each) => each.word)
    .filter((each) => each.startsWith(word));
  const known = here.length > 0 ? here : everyWord.filter((each) => each.startsWith(word));
  const [only] = known.includes(word) ? [word] : known;
  const view = views.find((each) => each === only);
  const named = commandWords.find((each) => each === only);
  if ((known.length === 1 || only === word) && view !== undefined) return { kind: 'view', view };
  if ((known.length === 1 || only === word) && named !== undefined) return { kind: 'word', word: named, rest };
  return { kind: 'unknown', found: word, nearest: nearestWord(word, everyWord) };
}

/** Whether a word of the command line means something where one is. */
export function means(word: Word, state: ScreenState): boolean {
  switch (word) {
    case 'quit':
    case 'lang':
    case 'indicator':
    case 'export':
    case 'open':
    case 'step':
      return true;
    case 'filter':
      return ofPlace('filter', state);
    default:
      return placeOf(hereOf(state)).says?.includes(word) === true;
  }
}

/** What may follow `open`: after the files before, those of the folder that can be opened, then its folders; while none are known, any text. */
function pathsFor(line: string, state: ScreenState): CommandWord['rests'] {
  const known = folderTyped(state);
  if (known === undefined) return 'text';
  const { before, folder, name } = pathTyped(line);
  const names = (state.materials.here({ kind: 'names', folder: known }) ?? []).filter(
    // A path ends at a space; what is hidden is not shown before it is asked for.
    (each) => !/\s/u.test(each) && (name.startsWith('.') || !each.startsWith('.')),
  );
  // Not every file of JSON is a scenario.
  const files = [/\.ya?ml$/iu, /\.json$/iu].flatMap((ending) => names.filter((each) => ending.test(each)));
  const folders = names.filter((each) => each.endsWith('/'));
  const others = split(before).rest;
  const paths = [...files, ...folders].map((each) => `${others === '' ? '' : `${others} `}${folder}${each}`);
  return paths.length === 0 ? 'text' : paths;
}

function split(line: string): { readonly word: string; readonly rest: string; readonly hasRest: boolean } {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  return { word, rest: rest.join(' '), hasRest: rest.length > 0 || /\S\s+$/u.test(line) };
}

function linesOf({ word, help, rests }: CommandWord): readonly Proposal[] {
  if (rests === 'text') return [{ line: `${word} `, help }];
  return rests.length === 0 ? [{ line: word, help }] : rests.map((rest) => ({ line: `${word} ${rest}`, help }));
}

/** The words that mean something where one is. */
function vocabulary(state: ScreenState, line: string): readonly CommandWord[] {
  const { said, views: names } = shellWords(state.language);
  const here = hereOf(state);
  const indicators = Object.keys(state.progress?.comparison.scenarios[0]?.indicators ?? {});
  const rests: Readonly<Record<Word, CommandWord['rests']>> = {
    quit: [],
    lang: ['en', 'zh'],
    indicator: indicators,
    export: 'text',
    filter: 'text',
    sort: placeOf(here).sorts?.(here, state) ?? [],
    base: lettersIn(state),
    set: state.settings.map(({ path, text }) => `${path} ${text}`),
    write: 'text',
    open: pathsFor(line, state),
    goto: 'text',
    step: stepNames(state),
  };
  return [
    ...views
      .filter((view) => openings[view] !== undefined)
      .map((view) => ({ word: view, help: `${said.view}: ${names[view]}`, rests: [] })),
    ...commandWords
      .filter((word) => means(word, state))
      .map((word) => ({ word, help: said[word], rests: rests[word] })),
  ];
}
