import { produce } from 'immer';
import { nearestWord, present, unreachable } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import { letterOf, visible, type Message } from '../report/index.ts';
import { proposalsFor, understood } from './command-line.ts';
import type { Crumb } from './crumb.ts';
import type { DeskTells } from './desk.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { pasted } from './edit-text.ts';
import type { Errand } from './errand.ts';
import { exported } from './exported.ts';
import { commandOf, type Command } from './keys.ts';
import { Materials, type Material, type Want } from './materials.ts';
import { openings, placeOf } from './places.ts';
import type { Input, Outcome } from './place.ts';
import { openMistakes } from './mistakes/state.ts';
import { openPrompt, promptTyped, type Prompt } from './prompt.ts';
import { views, type Shared, type ViewName } from './shared.ts';
import { openStep, sourceNamed, stepNames } from './step/state.ts';
import { shellWords } from './words.ts';

/** All that can change on the screen. */
export interface ScreenState extends Shared {
  /** The way to where one is: from a view to what was opened from it. Never empty. */
  readonly crumbs: readonly Crumb[];
  readonly prompt: Prompt | undefined;
  /** Lines said after `:`, the last first. */
  readonly said: readonly string[];
  /** Lines of the help above the window; none while it is closed. */
  readonly help: number | undefined;
  /** Said until the next key. */
  readonly note: Message | undefined;
  /** What is to be done outside, numbered; each is handed over once, and the last ones are kept for that. */
  readonly errands: readonly { readonly number: number; readonly errand: Errand }[];
  /** It was said that variants are in no file, and the next `q` leaves. */
  readonly isAsked: boolean;
  /** The user wants to leave, with this exit code. */
  readonly leaving: number | undefined;
}

/** What changes the screen. */
export type Action =
  | {
      readonly kind: 'told';
      readonly progress: Progress;
      readonly secondsLeft: number | undefined;
      readonly tells: DeskTells;
    }
  | { readonly kind: 'brought'; readonly want: Want; readonly material: Material<unknown> }
  | { readonly kind: 'resized'; readonly columns: number; readonly rows: number }
  /** A key, by its name. */
  | { readonly kind: 'pressed'; readonly key: string }
  | { readonly kind: 'pasted'; readonly text: string }
  | { readonly kind: 'ticked'; readonly elapsed: number }
  | {
      readonly kind: 'ran';
      readonly errand: Errand;
      readonly failure: string | undefined;
      readonly tells: DeskTells;
    };

/** Lines of the command line that are remembered. */
const saidMax = 200;

/** The screen before the first figures, at a view or at what is opened from it. */
export function openingState(
  of: DeskTells & Pick<Shared, 'columns' | 'rows' | 'language' | 'modelOf' | 'check'>,
  view: ViewName = 'compare',
  further: readonly Crumb[] = [],
): ScreenState {
  const shared: Shared = {
    ...of,
    progress: undefined,
    secondsLeft: undefined,
    isPaused: false,
    chosen: of.names[0] ?? '',
    marked: [],
    learned: [],
    indicator: undefined,
    materials: new Materials(),
  };
  return {
    ...shared,
    crumbs: [present(openings[view], view)(shared), ...further],
    prompt: undefined,
    said: [],
    help: undefined,
    note: undefined,
    errands: [],
    isAsked: false,
    leaving: undefined,
  };
}

/** The place where one is. */
export function hereOf({ crumbs }: Pick<ScreenState, 'crumbs'>): Crumb {
  return present(crumbs.at(-1), 'a place');
}

/** The screen after an action; `glyphs` are what a picture is written with. */
export function nextState(state: ScreenState, action: Action, glyphs: Glyphs): ScreenState {
  switch (action.kind) {
    case 'told':
      return told(state, action);
    case 'brought':
      return brought(state, action.want, action.material);
    case 'resized':
      return tell({ ...state, columns: action.columns, rows: action.rows }, state);
    case 'pressed':
      return pressed({ ...state, note: undefined, isAsked: state.isAsked && action.key === 'q' }, action.key, glyphs);
    case 'pasted':
      return state.prompt === undefined
        ? state
        : edited(state, { ...state.prompt, ...pasted(state.prompt, action.text) });
    case 'ticked':
      return given(state, { kind: 'tick', elapsed: action.elapsed });
    case 'ran':
      return ran(withTells(state, action.tells), action.errand, action.failure);
    default:
      return unreachable(action);
  }
}

/** True when a command would do something now; the footer shows no other. */
export function works(command: Command, state: ScreenState): boolean {
  const view = viewIn(command);
  if (state.help !== undefined)
    return ['help', 'back', 'down', 'up', 'first', 'last', 'language', 'quit', 'quitNow'].includes(command);
  if (view !== undefined) return openings[view] !== undefined;
  switch (command) {
    case 'back':
      return state.crumbs.length > 1;
    case 'pause':
      return state.progress === undefined || state.progress.state === 'running';
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

/** All that the places one has come through want. */
export function wantsOf(state: ScreenState): readonly Want[] {
  return state.crumbs.flatMap((crumb) => placeOf(crumb).wants?.(crumb, state) ?? []);
}

function ofPlace(command: Command, state: ScreenState): boolean {
  const here = hereOf(state);
  return placeOf(here).works(command, here, state);
}

function told(state: ScreenState, { progress, secondsLeft, tells }: Extract<Action, { kind: 'told' }>): ScreenState {
  // What has ended cannot be held.
  const isPaused = state.isPaused && progress.state === 'running';
  return withTells({ ...state, progress, secondsLeft, isPaused }, tells, state);
}

/** What the desk says now; files that have become wrong are shown with their mistakes, until they are right again. */
function withTells(state: ScreenState, tells: DeskTells, before: Shared = state): ScreenState {
  const { names, broken } = tells;
  const right = state.crumbs.filter((crumb) => crumb.place !== 'mistakes' || broken.length > 0);
  const gone = right.findIndex((crumb) => !isThere(crumb, names));
  const way = gone < 0 ? right : right.slice(0, gone);
  const isNew = broken.length > 0 && broken !== state.broken;
  const next = produce(state, (draft) => {
    Object.assign(draft, tells);
    if (!names.includes(draft.chosen)) draft.chosen = names[0] ?? '';
    draft.marked = draft.marked.filter((name) => names.includes(name));
  });
  const crumbs = [
    ...(way.length > 0 ? way : [present(openings.compare, 'compare')(next)]),
    ...(isNew && way.at(-1)?.place !== 'mistakes' ? [openMistakes()] : []),
  ];
  return tell({ ...next, crumbs, materials: stillTrue(state, tells) }, before);
}

/** Whether the scenario that a place is about is still there. */
function isThere(crumb: Crumb, names: readonly string[]): boolean {
  const of =
    'source' in crumb && 'scenario' in crumb.source
      ? crumb.source.scenario
      : 'scenario' in crumb
        ? crumb.scenario
        : undefined;
  return of === undefined || names.includes(of);
}

/** What was brought of scenarios that are what they were. */
function stillTrue(state: ScreenState, tells: DeskTells): Materials {
  const changed = new Set([...state.names, ...tells.names].filter((name) => state.keys[name] !== tells.keys[name]));
  return changed.size === 0
    ? state.materials
    : state.materials.only(wantsOf(state).filter((want) => !('scenario' in want && changed.has(want.scenario))));
}

/** What nobody wants any more is not kept. */
function brought(state: ScreenState, want: Want, material: Material<unknown>): ScreenState {
  const materials = state.materials.with(want, material).only(wantsOf(state));
  return materials === state.materials ? state : tell({ ...state, materials }, state);
}

/** Tells all places that what is shared has changed. */
function tell(state: ScreenState, before: Shared): ScreenState {
  const outcomes = state.crumbs.map((crumb) => placeOf(crumb).next({ kind: 'told', before }, crumb, state));
  if (outcomes.every(({ own, errand }) => own === undefined && errand === undefined)) return state;
  const crumbs = state.crumbs.map((crumb, at) => outcomes[at]?.own ?? crumb);
  // What is wanted outside, only the place where one is may say now.
  return followed({ ...state, crumbs }, { ...outcomes.at(-1) });
}

/** Gives an input to the place where one is. */
function given(state: ScreenState, input: Input): ScreenState {
  const here = hereOf(state);
  return followed(state, placeOf(here).next(input, here, state));
}

function followed(state: ScreenState, outcome: Outcome<Crumb>): ScreenState {
  const { own, open, back, shared, errand, ask, note } = outcome;
  const here = own === undefined ? state.crumbs : [...state.crumbs.slice(0, -1), own];
  const way = back === true && here.length > 1 ? here.slice(0, -1) : here;
  const next: ScreenState = {
    ...state,
    ...shared,
    crumbs: open === undefined ? way : [...way, open],
    ...(note === undefined ? {} : { note }),
    ...(ask === undefined ? {} : { prompt: openPrompt(ask, ask.text) }),
    ...(errand === undefined ? {} : { errands: withErrand(state.errands, errand) }),
  };
  return { ...next, materials: next.materials.only(wantsOf(next)) };
}

function pressed(state: ScreenState, key: string, glyphs: Glyphs): ScreenState {
  if (state.prompt !== undefined) return keyed(state, state.prompt, key, glyphs);
  const command = commandOf(key, hereOf(state).place);
  return command === undefined ? state : commanded(state, command);
}

function commanded(state: ScreenState, command: Command): ScreenState {
  if (command === 'quitNow') return { ...state, leaving: 130 };
  if (command === 'quit') return left(state);
  if (!works(command, state)) return command === 'back' ? unfiltered(state) : state;
  if (state.help !== undefined && moves(command)) return { ...state, help: scrolled(state.help, command) };
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
      return state.help === undefined ? { ...state, crumbs: state.crumbs.slice(0, -1) } : { ...state, help: undefined };
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

/** Errands that are kept: more than can come between two frames. */
const errandsMax = 100;

function withErrand(errands: ScreenState['errands'], errand: Errand): ScreenState['errands'] {
  return [...errands, { number: (errands.at(-1)?.number ?? 0) + 1, errand }].slice(-errandsMax);
}

/** The file that is wrong, or the first that is open. */
function fileToEdit({ broken, files }: ScreenState): string {
  return broken[0]?.file ?? files.find((file) => file !== '-') ?? '';
}

/** Whoever has variants that are in no file is asked once. */
function left(state: ScreenState): ScreenState {
  const letters = state.unsaved.map((name) => letterOf(state.names.indexOf(name)));
  if (letters.length === 0 || state.isAsked) return { ...state, leaving: 0 };
  return { ...state, isAsked: true, note: { isAlarm: true, text: shellWords(state.language).unsaved(letters) } };
}

/** At the root, Esc drops the filter if there is one. */
function unfiltered(state: ScreenState): ScreenState {
  const here = hereOf(state);
  return 'filter' in here && here.filter !== '' ? given(state, { kind: 'filter', text: '' }) : state;
}

function toView(state: ScreenState, view: ViewName): ScreenState {
  const opening = openings[view];
  if (opening === undefined) return state;
  const next = { ...state, crumbs: [opening(state)] };
  return { ...next, materials: next.materials.only(wantsOf(next)) };
}

function viewIn(command: Command): ViewName | undefined {
  return views.find((view) => command === `view:${view}`);
}

function moves(command: Command): boolean {
  return ['down', 'up', 'first', 'last'].includes(command);
}

function scrolled(at: number, command: Command): number {
  if (command === 'first') return 0;
  return Math.max(0, command === 'last' ? Number.MAX_SAFE_INTEGER : at + (command === 'down' ? 1 : -1));
}

function keyed(state: ScreenState, prompt: Prompt, key: string, glyphs: Glyphs): ScreenState {
  switch (key) {
    case 'Ctrl-c':
      return { ...state, leaving: 130 };
    case 'Esc':
      return prompt.of === 'filter'
        ? given({ ...state, prompt: undefined }, { kind: 'filter', text: '' })
        : leftUnanswered(state, prompt);
    case 'Enter':
      return entered({ ...state, prompt: undefined }, prompt, glyphs);
    case 'Tab':
    case 'Down':
    case 'Up':
    case 'Shift-Tab':
    case 'Ctrl-n':
    case 'Ctrl-p':
      return prompt.of === 'say' ? { ...state, prompt: chosenLine(state, prompt, key) } : state;
    default:
      return edited(state, promptTyped(prompt, key));
  }
}

/** The line is given up; whoever asked hears it. */
function leftUnanswered(state: ScreenState, { of }: Prompt): ScreenState {
  const next = { ...state, prompt: undefined };
  return typeof of === 'string' ? next : given(next, { kind: 'left', to: of.to });
}

/** The line has changed: a filter filters, whoever asked hears the answer so far. */
function edited(state: ScreenState, prompt: Prompt): ScreenState {
  const next = { ...state, prompt };
  if (prompt.of === 'filter') return given(next, { kind: 'filter', text: prompt.text });
  if (typeof prompt.of === 'string') return next;
  return given(next, { kind: 'answer', to: prompt.of.to, text: prompt.text, isDone: false });
}

function entered(state: ScreenState, prompt: Prompt, glyphs: Glyphs): ScreenState {
  const { of, text } = prompt;
  if (of === 'filter') return state;
  if (of === 'export') return written(state, text.trim(), glyphs);
  if (of !== 'say') return given(state, { kind: 'answer', to: of.to, text, isDone: true });
  const line = prompt.proposal === undefined ? text : (proposalsFor(text, state)[prompt.proposal]?.line ?? text);
  if (line.trim() === '') return state;
  const said = [line, ...state.said.filter((each) => each !== line)].slice(0, saidMax);
  return spoken({ ...state, said }, line, glyphs);
}

/** Tab and Ctrl-N go through the proposals, Up and Down through what was said before. */
function chosenLine(state: ScreenState, prompt: Prompt, key: string): Prompt {
  if (key === 'Up' || key === 'Down') {
    const recalled = Math.min(state.said.length - 1, Math.max(-1, prompt.recalled + (key === 'Up' ? 1 : -1)));
    return { ...openPrompt('say', state.said[recalled] ?? ''), recalled };
  }
  const proposals = proposalsFor(prompt.text, state);
  if (key === 'Tab') {
    const taken = proposals[prompt.proposal ?? 0];
    return taken === undefined ? prompt : openPrompt('say', taken.line);
  }
  const step = key === 'Ctrl-n' ? 1 : -1;
  const at = (prompt.proposal ?? (step === 1 ? -1 : 0)) + step;
  return proposals.length === 0 ? prompt : { ...prompt, proposal: (at + proposals.length) % proposals.length };
}

function spoken(state: ScreenState, line: string, glyphs: Glyphs): ScreenState {
  const words = shellWords(state.language);
  const alarm = (text: string): ScreenState => ({ ...state, note: { isAlarm: true, text } });
  const said = understood(line, state);
  if (said.kind === 'unknown') return alarm(words.unknownWord(visible(said.found), said.nearest));
  if (said.kind === 'view') return toView(state, said.view);
  const { word, rest } = said;
  switch (word) {
    case 'quit':
      return left(state);
    case 'lang':
      return rest === 'en' || rest === 'zh'
        ? { ...state, language: rest }
        : alarm(words.unknownWord(visible(rest), undefined));
    case 'indicator': {
      const known = Object.keys(state.progress?.comparison.scenarios[0]?.indicators ?? {});
      return known.includes(rest) ? { ...state, indicator: rest } : alarm(words.unknownWord(visible(rest), undefined));
    }
    case 'export':
      return written(state, rest, glyphs);
    case 'step': {
      const source = sourceNamed(rest === '' ? state.chosen : rest, state);
      return source === undefined
        ? alarm(words.noSuch(visible(rest), nearestWord(rest, stepNames(state))))
        : followed(state, { open: openStep(source) });
    }
    case 'filter':
      return ofPlace('filter', state) ? given(state, { kind: 'filter', text: rest }) : alarm(words.notHere(word));
    case 'open':
      return rest === '' ? state : followed(state, { errand: { kind: 'open', files: rest.split(/\s+/) } });
    default:
      return placeOf(hereOf(state)).says?.includes(word) === true
        ? given(state, { kind: 'said', word, rest })
        : alarm(words.notHere(word));
  }
}

/** What is shown becomes a file. */
function written(state: ScreenState, file: string, glyphs: Glyphs): ScreenState {
  const text = exported(state, file, glyphs);
  if (text === undefined)
    return { ...state, note: { isAlarm: true, text: shellWords(state.language).wrongEnding(visible(file)) } };
  return followed(state, { errand: { kind: 'write', file, text, rows: text.split('\n').length - 1 } });
}

function ran(state: ScreenState, errand: Errand, failure: string | undefined): ScreenState {
  const words = shellWords(state.language);
  const note = (text: string, isAlarm = false): Message => ({ isAlarm, text });
  const said =
    failure !== undefined
      ? note(words.failed(visible(failure)), true)
      : errand.kind === 'write'
        ? note(words.written(visible(errand.file), errand.rows))
        : errand.kind === 'save'
          ? note(words.saved(visible(errand.file)))
          : errand.kind === 'copy'
            ? note(words.copied)
            : undefined;
  return { ...given(state, { kind: 'ran', errand, failure }), ...(said === undefined ? {} : { note: said }) };
}
