import { produce } from 'immer';
import { present, unreachable, type Label } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import { visible, type Message } from '../report/index.ts';
import { afterCommand } from './after-command.ts';
import type { DeskTells } from './desk.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { pasted } from './edit-text.ts';
import type { Errand } from './errand.ts';
import { followed, given, tell } from './in-place.ts';
import { commandOf } from './keys.ts';
import type { Material, Materials, Want } from './materials.ts';
import { openMistakes } from './mistakes/state.ts';
import { openings } from './places.ts';
import { edited, keyed } from './prompted.ts';
import { hereOf, isThere, wantsOf, type ScreenState } from './screen-state.ts';
import type { Shared } from './shared.ts';
import { shellWords } from './words.ts';

/** What changes the screen. */
export type Action =
  | {
      readonly kind: 'told';
      readonly progress: Progress | undefined;
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
      readonly failure: Label | undefined;
      readonly tells: DeskTells;
    };

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
      return ran(withTells(visiting(state, action.tells), action.tells), action.errand, action.failure);
    default:
      return unreachable(action);
  }
}

/** After a key; what no place and no line wants any more is not kept. Whoever leaves the mistakes of files gives up opening them. */
function pressed(state: ScreenState, key: string, glyphs: Glyphs): ScreenState {
  const acted = actedOn(state, key, glyphs);
  const hasLeft = state.isOpening && isAtMistakes(state) && !isAtMistakes(acted);
  const next = hasLeft ? followed(acted, { errand: { kind: 'forgo' } }) : acted;
  return { ...next, materials: next.materials.only(wantsOf(next)) };
}

function isAtMistakes({ crumbs }: ScreenState): boolean {
  return crumbs.some(({ place }) => place === 'mistakes');
}

function actedOn(state: ScreenState, key: string, glyphs: Glyphs): ScreenState {
  if (state.prompt !== undefined) return keyed(state, state.prompt, key, glyphs);
  const command = commandOf(key, hereOf(state).place);
  return command === undefined ? state : afterCommand(state, command);
}

function told(state: ScreenState, { progress, secondsLeft, tells }: Extract<Action, { kind: 'told' }>): ScreenState {
  const before = visiting(state, tells);
  // What has ended cannot be held.
  const isPaused = state.isPaused && progress?.state === 'running';
  return withTells({ ...before, progress, secondsLeft, isPaused }, tells, before);
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

/** Where one is among the files that are open now: others were opened over them, or have been closed. */
function visiting(state: ScreenState, tells: DeskTells): ScreenState {
  const depth = tells.beneath.length;
  if (depth > state.visits.length) {
    const { asLeft, chosen, marked, indicator, station } = state;
    const crumbs = state.crumbs.filter(({ place }) => place !== 'mistakes');
    const visits = [...state.visits, { crumbs, asLeft, chosen, marked, indicator, station }];
    const next = withTells({ ...state, asLeft: {}, visits, indicator: undefined, progress: undefined }, tells);
    return { ...next, crumbs: [present(openings.compare, 'compare')(next)] };
  }
  const before = state.visits[depth];
  return before === undefined
    ? state
    : { ...state, ...before, progress: undefined, visits: state.visits.slice(0, depth) };
}

function ran(state: ScreenState, errand: Errand, failure: Label | undefined): ScreenState {
  const words = shellWords(state.language);
  const note = (text: string, isAlarm = false): Message => ({ isAlarm, text });
  const said =
    failure !== undefined
      ? note(words.failed(visible(failure[state.language])), true)
      : errand.kind === 'write'
        ? note(words.written(visible(errand.file), errand.rows))
        : errand.kind === 'save'
          ? note(words.saved(visible(errand.file)))
          : errand.kind === 'copy'
            ? note(words.copied)
            : undefined;
  return { ...given(state, { kind: 'ran', errand, failure }), ...(said === undefined ? {} : { note: said }) };
}
