import { wordsOf } from '../../report/index.ts';
import { chosenFrom } from '../chosen-from.ts';
import { saved, setSaid } from '../edit/next.ts';
import { openEdit } from '../edit/state.ts';
import { editWords } from '../edit/words.ts';
import { openInside } from '../inside/state.ts';
import { lettersIn } from '../letter-in.ts';
import { neighbour } from '../neighbour.ts';
import type { Word } from '../command-words.ts';
import type { Command } from '../keys.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { orderOf, panesOf, picturesOf, rowsInOrder, sorts, viewOf, type CompareState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, _: CompareState, shared: Shared): boolean {
  switch (command) {
    case 'nextPane':
    case 'previousPane':
      return picturesOf(viewOf(shared)).length > panesOf(shared);
    case 'changes':
      return shared.names.length > 1 && panesOf(shared) < picturesOf(viewOf(shared)).length;
    case 'nextIndicator':
    case 'previousIndicator':
      return viewOf(shared).indicators.length > 1;
    case 'open':
      return true;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
    case 'sort':
    case 'turn':
    case 'filter':
    case 'mark':
      return shared.names.length > 1;
    case 'base':
      return shared.chosen !== shared.base;
    case 'edit':
      return shared.sets[shared.chosen] !== undefined;
    case 'write':
      return shared.tried.length > 0;
    case 'drop':
      return shared.tried.includes(shared.chosen);
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: CompareState, shared: Shared): Outcome<CompareState> {
  switch (input.kind) {
    case 'command':
      return commanded(input.command, own, shared);
    case 'filter': {
      const filtered = { ...own, filter: input.text };
      const names = rowsInOrder(viewOf(shared), filtered).map((row) => row.scenario);
      const chosen = names.includes(shared.chosen) ? shared.chosen : (names[0] ?? shared.chosen);
      return { own: filtered, shared: { chosen } };
    }
    case 'told': {
      const ends = input.before.progress?.state === 'running' && shared.progress?.state !== 'running';
      const isOther =
        own.order.length !== shared.names.length || own.order.some((name) => !shared.names.includes(name));
      return ends || isOther ? { own: { ...own, order: orderOf(own, shared) } } : {};
    }
    case 'said':
      return said(input.word, input.rest, own, shared);
    case 'answer':
      return input.isDone ? saved(input.text) : {};
    default:
      return {};
  }
}

function commanded(command: Command, own: CompareState, shared: Shared): Outcome<CompareState> {
  const view = viewOf(shared);
  const names = rowsInOrder(view, own).map((row) => row.scenario);
  const at = names.indexOf(shared.chosen);
  const to = pointed(command, { at, count: names.length });
  if (to !== undefined) return { shared: { chosen: names[to] ?? shared.chosen } };
  switch (command) {
    case 'open':
      return { open: openInside() };
    case 'mark':
      return { shared: { marked: toggled(shared.marked, shared.chosen) } };
    case 'nextPane':
      return { own: { ...own, picture: neighbour(picturesOf(view), own.picture, 1) } };
    case 'previousPane':
      return { own: { ...own, picture: neighbour(picturesOf(view), own.picture, -1) } };
    case 'changes':
      return {
        own: { ...own, picture: own.picture === 'changes' ? (picturesOf(view)[0] ?? 'changes') : 'changes' },
      };
    case 'nextIndicator':
    case 'previousIndicator':
      return {
        shared: { indicator: neighbour(view.indicators, view.indicator.name, command === 'nextIndicator' ? 1 : -1) },
      };
    case 'edit':
      return { open: openEdit(shared) };
    case 'base':
      return { errand: { kind: 'base', scenario: shared.chosen } };
    case 'drop':
      return { errand: { kind: 'drop', scenario: shared.chosen } };
    case 'write':
      return { ask: { to: 'file', label: editWords(shared.language).saveAs, text: '' } };
    case 'sort':
      return sorted({ ...own, sort: neighbour(sorts, own.sort, 1), isDescending: false }, shared);
    case 'turn':
      return sorted({ ...own, isDescending: !own.isDescending }, shared);
    default:
      return {};
  }
}

function sorted(own: CompareState, shared: Shared): Outcome<CompareState> {
  const words = wordsOf(shared.language);
  return {
    own: { ...own, order: orderOf(own, shared) },
    note: { isAlarm: false, text: words.sortedBy(words.sortColumns[own.sort]) },
  };
}

/** `:sort mean`, `:base C`, `:set measures.greenChannel on`, `:write mine.yaml`. */
function said(word: Word, rest: string, own: CompareState, shared: Shared): Outcome<CompareState> {
  switch (word) {
    case 'write':
      return shared.tried.length > 0
        ? saved(rest)
        : { note: { isAlarm: true, text: editWords(shared.language).nothing } };
    case 'base': {
      const letters = lettersIn(shared);
      const named = shared.names.indexOf(rest);
      return chosenFrom(letters, letters[named] ?? rest, shared, (letter) => ({
        errand: { kind: 'base', scenario: shared.names[letters.indexOf(letter)] ?? rest },
      }));
    }
    case 'set':
      return setSaid(rest, shared);
    default: {
      return chosenFrom(sorts, rest, shared, (sort) => sorted({ ...own, sort, isDescending: false }, shared));
    }
  }
}

function toggled(marked: readonly string[], name: string): readonly string[] {
  return marked.includes(name) ? marked.filter((each) => each !== name) : [...marked, name];
}
