import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { openTrace } from '../trace/state.ts';
import { chosenRow, rowsOf, selections, sorts, type RulesState } from './state.ts';
import { rulesWords } from './words.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: RulesState, shared: Shared): boolean {
  const rows = rowsOf(own, shared);
  switch (command) {
    case 'open':
      return chosenRow(own, rows)?.history !== undefined;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
    case 'pageDown':
    case 'pageUp':
      return rows.length > 1;
    case 'whichRules':
    case 'filter':
      return rows.length > 0 || own.shown !== 'all';
    case 'sort':
    case 'turn':
      return rows.length > 1;
    case 'nextItem':
    case 'previousItem':
      return shared.names.length > 1;
    default:
      return false;
  }
}

function sorted(own: RulesState, { language }: Shared): Outcome<RulesState> {
  const words = rulesWords(language);
  return { own, note: { isAlarm: false, text: words.sortedBy(words.sorts[own.sort]) } };
}

/** What follows an input. */
export function next(input: Input, own: RulesState, shared: Shared): Outcome<RulesState> {
  if (input.kind === 'filter') return { own: { ...own, filter: input.text } };
  return input.kind === 'command' ? commanded(input.command, own, shared) : {};
}

function commanded(command: Command, own: RulesState, shared: Shared): Outcome<RulesState> {
  const rows = rowsOf(own, shared);
  const row = chosenRow(own, rows);
  const at = rows.findIndex(({ id }) => id === row?.id);
  const page = Math.max(1, shared.rows - 14);
  const to = pointed(command, { at, count: rows.length, page });
  if (to !== undefined) return { own: { ...own, chosen: rows[to]?.id } };
  switch (command) {
    case 'whichRules':
      return { own: { ...own, shown: neighbour(selections, own.shown, 1) } };
    case 'sort':
      return sorted({ ...own, sort: neighbour(sorts, own.sort, 1), isDescending: false }, shared);
    case 'turn':
      return sorted({ ...own, isDescending: !own.isDescending }, shared);
    case 'nextItem':
    case 'previousItem':
      return { shared: { chosen: neighbour(shared.names, shared.chosen, command === 'nextItem' ? 1 : -1) } };
    case 'open':
      return row?.history === undefined ? {} : { open: openTrace(shared.chosen, row.rule, row.history) };
    default:
      return {};
  }
}
