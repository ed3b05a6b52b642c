import { visible } from '../report/index.ts';
import { frameHeight } from './draw-frame.ts';
import { helpLast } from './draw-help.ts';
import { followed, given, ofPlace } from './in-place.ts';
import type { Command } from './keys.ts';
import { letterIn } from './letter-in.ts';
import { openings, placeOf } from './places.ts';
import { openPrompt } from './prompt.ts';
import { hereOf, scenarioOf, type ScreenState } from './screen-state.ts';
import { views, type ViewName } from './shared.ts';
import { shellWords } from './words.ts';

/** True when a command would do something now; the footer shows no other. */
export function works(command: Command, state: ScreenState): boolean {
  const view = viewIn(command);
  if (state.help !== undefined)
    return moves(command) || ['help', 'back', 'language', 'quit', 'quitNow'].includes(command);
  if (view !== undefined) return openings[view] !== undefined;
  switch (command) {
    case 'back':
      return state.crumbs.length > 1 || isFiltered(state) || state.visits.length > 0;
    case 'pause':
      return state.progress === undefined || state.progress.state === 'running';
    case 'complete':
    case 'nextProposal':
    case 'previousProposal':
      return state.prompt?.of === 'say';
    case 'earlier':
    case 'later':
      return state.prompt?.of === 'say' && state.said.length > 0;
    case 'accept':
    case 'giveUp':
      return state.prompt !== undefined;
    case 'language':
    case 'help':
    case 'quit':
    case 'quitNow':
    case 'say':
    case 'suspend':
      return true;
    case 'export':
      return state.progress !== undefined;
    case 'more':
      return state.progress !== undefined && state.progress.state !== 'running';
    case 'editor':
      return state.files.some((file) => file !== '-');
    default:
      return ofPlace(command, state);
  }
}

/** The screen after a command, by whichever key. */
export function afterCommand(state: ScreenState, command: Command): ScreenState {
  if (command === 'quitNow') return { ...state, leaving: 130 };
  if (command === 'quit') return leave(state);
  if (!works(command, state)) return state;
  if (state.help !== undefined && moves(command)) return { ...state, help: scrolled(state.help, command, state) };
  const view = viewIn(command);
  if (view !== undefined) return toView(state, view);
  switch (command) {
    case 'language':
      return { ...state, language: state.language === 'en' ? 'zh' : 'en' };
    case 'pause':
      return { ...state, isPaused: !state.isPaused };
    case 'help':
      return { ...state, help: state.help === undefined ? 0 : undefined };
    case 'back':
      return wentBack(state);
    case 'more':
      return followed(state, { errand: { kind: 'more' } });
    case 'suspend':
      return followed(state, { errand: { kind: 'suspend' } });
    case 'editor':
      return followed(state, { errand: { kind: 'editor', file: fileToEdit(state) } });
    case 'filter':
      return { ...state, prompt: openPrompt('filter') };
    case 'say':
      return { ...state, prompt: openPrompt('say') };
    case 'export':
      return { ...state, prompt: openPrompt('export', `${placeOf(hereOf(state)).view}.txt`) };
    default:
      return given(state, { kind: 'command', command });
  }
}

/** The file that is wrong, or that of the rules where one looks at them, or the first that is open. */
function fileToEdit({ broken, files, rulesFile, crumbs }: ScreenState): string {
  const rules = placeOf(hereOf({ crumbs })).view === 'rules' ? rulesFile : undefined;
  return broken[0]?.file ?? rules ?? files.find((file) => file !== '-') ?? '';
}

/** Whoever has variants that are in no file is asked once. */
export function leave(state: ScreenState): ScreenState {
  const unsaved = unsavedIn(state);
  if (unsaved === undefined || state.isAsked) return { ...state, leaving: 0 };
  return { ...state, isAsked: true, note: { isAlarm: true, text: unsaved } };
}

/** What would be lost, of the files that are open or else of those beneath them; undefined: nothing. */
function unsavedIn({ language, names, unsaved, beneath }: ScreenState): string | undefined {
  const words = shellWords(language);
  if (unsaved.length > 0) return words.unsaved(unsaved.map((name) => letterIn({ names }, name)));
  const study = beneath.findLast((each) => each.unsaved.length > 0);
  return study && words.unsavedBeneath(visible(study.title), study.unsaved.map(visible));
}

/** From the help, from the place, from its filter at the root, from files that were opened over others: whichever is next. */
function wentBack(state: ScreenState): ScreenState {
  if (state.help !== undefined) return { ...state, help: undefined };
  if (state.crumbs.length > 1) return { ...state, crumbs: state.crumbs.slice(0, -1) };
  return isFiltered(state)
    ? given(state, { kind: 'filter', text: '' })
    : followed(state, { errand: { kind: 'close' } });
}

function isFiltered(state: ScreenState): boolean {
  return filterOf(state) !== '';
}

function filterOf(state: ScreenState): string {
  const here = hereOf(state);
  return 'filter' in here ? here.filter : '';
}

/** Goes to a view, from wherever one is; it is as it was left, unless it would be about another scenario now. */
export function toView(state: ScreenState, view: ViewName): ScreenState {
  const opening = openings[view];
  const [root] = state.crumbs;
  if (opening === undefined || root === undefined) return state;
  const asLeft = { ...state.asLeft, [placeOf(root).view]: root };
  const fresh = opening(state);
  const before = asLeft[view];
  const isSame = before !== undefined && before.place === fresh.place && scenarioOf(before) === scenarioOf(fresh);
  const next = { ...state, asLeft, crumbs: [isSame ? before : fresh] };
  return isFiltered(next) ? given(next, { kind: 'filter', text: filterOf(next) }) : next;
}

function viewIn(command: Command): ViewName | undefined {
  return views.find((view) => command === `view:${view}`);
}

function moves(command: Command): boolean {
  return helpMoves.some((each) => each === command);
}

/** Commands that move over the help. */
const helpMoves = ['down', 'up', 'first', 'last', 'pageDown', 'pageUp'] as const;

/** Lines of the help above the window after a move. */
function scrolled(at: number, command: Command, { crumbs, columns, rows, language }: ScreenState): number {
  const context = hereOf({ crumbs }).place;
  const height = rows - frameHeight;
  const last = helpLast({ context, language }, { width: columns, height });
  const steps: Partial<Record<Command, number>> = { down: 1, up: -1, pageDown: height - 1, pageUp: 1 - height };
  const to = command === 'first' ? 0 : command === 'last' ? last : at + (steps[command] ?? 0);
  return Math.min(Math.max(0, to), last);
}
