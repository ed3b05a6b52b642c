import { nearestWord } from '../../base/index.ts';
import { sentence, visible, wordsOf } from '../../report/index.ts';
import type { Command } from '../keys.ts';
import type { Ask, Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { shellWords } from '../words.ts';
import { nameFor, openEdit, settingsIn, stepped, valueAt, type EditState } from './state.ts';
import { editWords } from './words.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: EditState, shared: Shared): boolean {
  switch (command) {
    case 'down':
    case 'up':
    case 'first':
    case 'last':
    case 'pageDown':
    case 'pageUp':
    case 'open':
    case 'filter':
      return settingsIn(own, shared).length > 0;
    case 'faster':
    case 'slower': {
      const setting = settingsIn(own, shared).find(({ path }) => path === own.chosen);
      return setting !== undefined && stepped(valueAt(own, setting), command === 'faster' ? 1 : -1) !== undefined;
    }
    case 'undo':
      return own.before.length > 0;
    case 'redo':
      return own.undone.length > 0;
    case 'write':
      return own.name !== undefined;
    case 'drop':
      return own.name !== undefined && shared.tried.includes(own.name);
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: EditState, shared: Shared): Outcome<EditState> {
  switch (input.kind) {
    case 'command':
      return commanded(input.command, own, shared);
    case 'filter': {
      const filtered = { ...own, filter: input.text };
      const paths = settingsIn(filtered, shared).map(({ path }) => path);
      return { own: { ...filtered, chosen: paths.includes(own.chosen) ? own.chosen : (paths[0] ?? own.chosen) } };
    }
    case 'answer':
      if (input.to === 'file') return input.isDone ? saved(input.text) : {};
      return answered(input.text, input.isDone, own, shared);
    case 'left':
      return { own: { ...own, draft: undefined } };
    case 'tick':
      return tried(own, shared);
    default:
      return {};
  }
}

function commanded(command: Command, own: EditState, shared: Shared): Outcome<EditState> {
  const settings = settingsIn(own, shared);
  const at = settings.findIndex(({ path }) => path === own.chosen);
  const setting = settings[at];
  const to = pointed(command, { at, count: settings.length, page });
  if (to !== undefined) return { own: { ...own, chosen: settings[to]?.path ?? own.chosen } };
  switch (command) {
    case 'open':
      return setting === undefined ? {} : { ask: valueAsked(setting.path, valueAt(own, setting)) };
    case 'faster':
    case 'slower': {
      const text = setting && stepped(valueAt(own, setting), command === 'faster' ? 1 : -1);
      if (text === undefined) return {};
      const set = setWith(text, own, shared);
      const wrong = mistakeIn(set, own, shared);
      // The next step may come at once: it runs when no more come.
      return wrong === undefined ? { own: changed(own, set) } : { note: { isAlarm: true, text: wrong } };
    }
    case 'undo':
      return undone(own, own.before, 'undone', shared);
    case 'redo':
      return undone(own, own.undone, 'before', shared);
    case 'write':
      return { ask: { to: 'file', label: editWords(shared.language).saveAs, text: '' } };
    case 'drop':
      return own.name === undefined ? {} : { errand: { kind: 'drop', scenario: own.name }, back: 1 };
    default:
      return {};
  }
}

/** Settings that a page key goes over. */
const page = 10;

/** What is typed counts when it is right and `Enter` says so; until then it is only looked at. */
function answered(text: string, isDone: boolean, own: EditState, shared: Shared): Outcome<EditState> {
  const set = setWith(text, own, shared);
  const wrong = mistakeIn(set, own, shared);
  const draft = { text, wrong };
  if (!isDone) return { own: { ...own, draft } };
  // A wrong value is there to be mended.
  if (wrong !== undefined) return { own: { ...own, draft }, ask: valueAsked(own.chosen, text) };
  return tried(changed({ ...own, draft: undefined }, set), shared);
}

/** Why this may not be set; undefined: it may. */
function mistakeIn(set: EditState['set'], own: EditState, shared: Shared): string | undefined {
  const [mistake] = Object.keys(set).length === 0 ? [] : shared.check({ ...nameFor({ ...own, set }, shared), set });
  return mistake === undefined ? undefined : sentence(mistake, wordsOf(shared.language));
}

/** What is set when the chosen value is this; what the base says anyhow is not set. */
function setWith(text: string, { chosen, set }: EditState, { settings }: Shared): EditState['set'] {
  const { [chosen]: _, ...others } = set;
  const isBase = settings.some(({ path, text: said }) => path === chosen && said === text.trim());
  return isBase ? others : { ...others, [chosen]: text.trim() };
}

function changed(own: EditState, set: EditState['set']): EditState {
  if (JSON.stringify(set) === JSON.stringify(own.set)) return own;
  return { ...own, set, before: [own.set, ...own.before], undone: [], isWaiting: true };
}

function valueAsked(path: string, text: string): Ask {
  return { to: 'value', label: `${path}:`, text };
}

function undone(
  own: EditState,
  [set, ...rest]: EditState['before'],
  to: 'before' | 'undone',
  shared: Shared,
): Outcome<EditState> {
  if (set === undefined) return {};
  const from = to === 'before' ? 'undone' : 'before';
  return tried({ ...own, set, [from]: rest, [to]: [own.set, ...own[to]], isWaiting: true }, shared);
}

/** The variant runs as it is now. */
function tried(own: EditState, shared: Shared): Outcome<EditState> {
  if (!own.isWaiting) return { own };
  if (isCopy(own, shared))
    return {
      own: { ...own, name: undefined, isWaiting: false },
      ...(own.name === undefined ? {} : { errand: { kind: 'drop', scenario: own.name } }),
    };
  const named = nameFor(own, shared);
  return {
    own: { ...own, name: named.name, isWaiting: false },
    errand: { kind: 'try', variant: { ...named, set: own.set }, replaces: own.name },
  };
}

/** Whether it is the base of the file, or another scenario that it was begun from, again: that runs already. */
function isCopy({ from, name, set }: EditState, { sets }: Shared): boolean {
  const source = name === from ? undefined : sets[from];
  return [{}, source].some((each) => each !== undefined && areAlike(set, each));
}

/** Whether both set the same values, in whatever order. */
function areAlike(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}

/** All variants that were made here go into a new file. */
export function saved(name: string): Outcome<never> {
  const file = name.trim();
  if (file === '') return {};
  return { errand: { kind: 'save', file: /\.ya?ml$/.test(file) ? file : `${file}.yaml` } };
}

/** The path that a path which is not there begins, or the nearest word. */
function nearestPath(path: string, paths: readonly string[]): string | undefined {
  return (path === '' ? undefined : paths.find((each) => each.startsWith(`${path}.`))) ?? nearestWord(path, paths);
}

/** `measures.greenChannel on`: the chosen scenario with this value, as a variant in the making. */
export function setSaid(rest: string, shared: Shared): Outcome<never> {
  const [path = '', ...value] = rest.split(' ');
  const words = shellWords(shared.language);
  const paths = shared.settings.map((setting) => setting.path);
  if (!paths.includes(path))
    return { note: { isAlarm: true, text: words.unknownWord(visible(path), nearestPath(path, paths)) } };
  const { own, ...others } = answered(value.join(' '), true, { ...openEdit(shared), chosen: path }, shared);
  return own === undefined ? others : { ...others, open: own };
}
