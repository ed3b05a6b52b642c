import { nearestWord } from '../../base/index.ts';
import { sentence, visible, wordsOf } from '../../report/index.ts';
import type { Command } from '../keys.ts';
import type { Input, Outcome } from '../place.ts';
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
      return setting !== undefined && stepped(valueAt(own, setting), 1) !== undefined;
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
  const choose = (index: number): Outcome<EditState> => ({
    own: { ...own, chosen: settings[Math.min(Math.max(index, 0), settings.length - 1)]?.path ?? own.chosen },
  });
  switch (command) {
    case 'down':
      return choose(at + 1);
    case 'up':
      return choose(at - 1);
    case 'pageDown':
      return choose(at + page);
    case 'pageUp':
      return choose(at - page);
    case 'first':
      return choose(0);
    case 'last':
      return choose(settings.length - 1);
    case 'open':
      return setting === undefined
        ? {}
        : { ask: { to: 'value', label: `${setting.path}:`, text: valueAt(own, setting) } };
    case 'faster':
    case 'slower': {
      const text = setting && stepped(valueAt(own, setting), command === 'faster' ? 1 : -1);
      return text === undefined ? {} : answered(text, true, own, shared);
    }
    case 'undo':
      return undone(own, own.before, 'undone', shared);
    case 'redo':
      return undone(own, own.undone, 'before', shared);
    case 'write':
      return { ask: { to: 'file', label: editWords(shared.language).saveAs, text: '' } };
    case 'drop':
      return own.name === undefined ? {} : { errand: { kind: 'drop', scenario: own.name }, back: true };
    default:
      return {};
  }
}

/** Settings that a page key goes over. */
const page = 10;

/** What is typed counts as long as it is right; the last right one stays. */
function answered(text: string, isDone: boolean, own: EditState, shared: Shared): Outcome<EditState> {
  const setting = shared.settings.find(({ path }) => path === own.chosen);
  if (setting === undefined) return {};
  const { [own.chosen]: _, ...others } = own.set;
  const set = text.trim() === setting.text ? others : { ...others, [own.chosen]: text.trim() };
  const [mistake] = shared.check({ name: nameFor({ ...own, set }, shared), set });
  if (mistake !== undefined) {
    const wrong = sentence(mistake, wordsOf(shared.language));
    return isDone
      ? { own: { ...own, draft: undefined }, note: { isAlarm: true, text: wrong } }
      : { own: { ...own, draft: { text, wrong } } };
  }
  const draft = isDone ? undefined : { text, wrong: undefined };
  const isSame = JSON.stringify(set) === JSON.stringify(own.set);
  const edited = isSame
    ? { ...own, draft }
    : { ...own, set, draft, before: [own.set, ...own.before], undone: [], isWaiting: true };
  return isDone ? tried(edited, shared) : { own: edited };
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
  const name = nameFor(own, shared);
  return {
    own: { ...own, name, isWaiting: false },
    errand: { kind: 'try', variant: { name, set: own.set }, replaces: own.name },
  };
}

/** All variants that were made here go into a new file. */
export function saved(name: string): Outcome<never> {
  const file = name.trim();
  if (file === '') return {};
  return { errand: { kind: 'save', file: /\.ya?ml$/.test(file) ? file : `${file}.yaml` } };
}

/** `measures.greenChannel on`: the chosen scenario with this value, as a variant in the making. */
export function setSaid(rest: string, shared: Shared): Outcome<never> {
  const [path = '', ...value] = rest.split(' ');
  const words = shellWords(shared.language);
  const paths = shared.settings.map((setting) => setting.path);
  if (!paths.includes(path))
    return { note: { isAlarm: true, text: words.unknownWord(visible(path), nearestWord(path, paths)) } };
  const { own, ...others } = answered(value.join(' '), true, { ...openEdit(shared), chosen: path }, shared);
  return own === undefined ? others : { ...others, open: own };
}
