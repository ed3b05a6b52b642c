import { castDraft, produce } from 'immer';
import { unreachable } from '../base/index.ts';
import type { Progress } from '../experiment/index.ts';
import type { Change } from '../scenario/index.ts';
import { compareView, nothingYet, wordsOf, type CompareRow, type CompareView, type Language } from '../report/index.ts';
import type { Command, Context } from './keys.ts';

/** All that can change on the screen. */
export interface ScreenState {
  readonly columns: number;
  readonly rows: number;
  readonly language: Language;
  /** Of the scenarios, base first. */
  readonly names: readonly string[];
  /** What the variants change, by scenario. */
  readonly changes: Readonly<Record<string, readonly Change[]>>;
  /** None before the first figures. */
  readonly progress: Progress | undefined;
  readonly secondsLeft: number | undefined;
  /** Name of the scenario with the pointer, which follows the scenario and not the row. */
  readonly chosen: string;
  /** Names in the order of the rows: frozen while figures sharpen. */
  readonly order: readonly string[];
  readonly sort: Sort;
  readonly isDescending: boolean;
  /** Indicator shown; none: the headline. */
  readonly indicator: string | undefined;
  /** The picture in the first pane. */
  readonly picture: Picture;
  readonly isHelp: boolean;
  readonly isPaused: boolean;
  /** Said until the next key: what the last one did. */
  readonly note: 'sorted' | undefined;
}

/** What the rows are sorted by, in the order in which the key goes through them. */
export const sorts = ['file', 'mean', 'difference', 'name'] as const;
/** One of them. */
export type Sort = (typeof sorts)[number];

/** Pictures of the comparison, in the order in which the key goes through them. */
export const pictures = ['stages', 'changes', 'quantiles', 'groups'] as const;
/** One of them. */
export type Picture = (typeof pictures)[number];

/** What changes the screen: figures, the window, a key. */
export type Action =
  | { readonly kind: 'told'; readonly progress: Progress; readonly secondsLeft: number | undefined }
  | { readonly kind: 'resized'; readonly columns: number; readonly rows: number }
  | { readonly kind: 'commanded'; readonly command: Command };

/** The screen before the first figures. */
export function openingState(
  of: Pick<ScreenState, 'columns' | 'rows' | 'language' | 'names' | 'changes'>,
): ScreenState {
  return {
    ...of,
    progress: undefined,
    secondsLeft: undefined,
    chosen: of.names[0] ?? '',
    order: of.names,
    sort: 'file',
    isDescending: false,
    indicator: undefined,
    picture: 'stages',
    isHelp: false,
    isPaused: false,
    note: undefined,
  };
}

/** The screen after an action. What a key does to the experiment is its holder's business. */
export function nextState(state: ScreenState, action: Action): ScreenState {
  return produce(state, (draft) => {
    switch (action.kind) {
      case 'told': {
        const ends = state.progress?.state === 'running' && action.progress.state !== 'running';
        draft.progress = castDraft(action.progress);
        draft.secondsLeft = action.secondsLeft;
        // What has ended cannot be held.
        if (action.progress.state !== 'running') draft.isPaused = false;
        draft.names = action.progress.comparison.scenarios.map((each) => each.scenario);
        if (!draft.names.includes(draft.chosen)) draft.chosen = draft.names[0] ?? '';
        if (ends || draft.order.length !== draft.names.length)
          draft.order = [...orderOf({ ...state, names: draft.names, progress: action.progress })];
        return;
      }
      case 'resized':
        draft.columns = action.columns;
        draft.rows = action.rows;
        return;
      case 'commanded':
        draft.note = undefined;
        if (works(action.command, state)) Object.assign(draft, changed(action.command, state));
        return;
      default:
        unreachable(action);
    }
  });
}

/** True when a command would do something now; the footer shows no other. */
export function works(command: Command, state: ScreenState): boolean {
  switch (command) {
    case 'nextPicture':
    case 'previousPicture':
      return picturesOf(viewOf(state)).length > panesOf(state);
    case 'changes':
      return panesOf(state) < picturesOf(viewOf(state)).length;
    case 'nextIndicator':
    case 'previousIndicator':
      return viewOf(state).indicators.length > 1;
    case 'down':
    case 'up':
    case 'first':
    case 'last':
    case 'sort':
    case 'turn':
      return state.names.length > 1;
    case 'pause':
      return state.progress === undefined || state.progress.state === 'running';
    default:
      return true;
  }
}

/** The view of what is shown. */
export function viewOf(state: ScreenState): CompareView {
  return compareView(state.progress?.comparison ?? nothingYet(state.names), {
    words: wordsOf(state.language),
    indicator: state.indicator ?? state.progress?.of,
    changes: state.changes,
  });
}

/** The rows of a view in the order of the screen. */
export function rowsInOrder(view: CompareView, state: ScreenState): readonly CompareRow[] {
  return state.order.flatMap((name) => view.rows.find((row) => row.scenario === name) ?? []);
}

/** Pictures that have something to show. */
export function picturesOf(view: CompareView): readonly Picture[] {
  return pictures.filter((picture) => {
    if (picture === 'stages') return view.stages.length > 0 || view.indicators.length === 0;
    return picture !== 'groups' || view.rows.some((row) => row.groups.length > 0);
  });
}

/** How many pictures the window has room for at once. */
export function panesOf({ columns, rows }: Pick<ScreenState, 'columns' | 'rows'>): 1 | 2 | 4 {
  if (columns >= 160 && rows >= 40) return 4;
  return columns >= 120 && rows >= 24 ? 2 : 1;
}

/** Where keys go. */
export function contextOf(state: ScreenState): Context {
  return state.isHelp ? 'help' : 'compare';
}

function changed(command: Command, state: ScreenState): Partial<ScreenState> {
  const at = state.order.indexOf(state.chosen);
  const choose = (index: number): Partial<ScreenState> => ({
    chosen: state.order[Math.min(Math.max(index, 0), state.order.length - 1)] ?? state.chosen,
  });
  switch (command) {
    case 'down':
      return choose(at + 1);
    case 'up':
      return choose(at - 1);
    case 'first':
      return choose(0);
    case 'last':
      return choose(state.order.length - 1);
    case 'nextPicture':
      return { picture: neighbour(picturesOf(viewOf(state)), state.picture, 1) };
    case 'previousPicture':
      return { picture: neighbour(picturesOf(viewOf(state)), state.picture, -1) };
    case 'changes':
      return { picture: state.picture === 'changes' ? (picturesOf(viewOf(state))[0] ?? 'changes') : 'changes' };
    case 'nextIndicator':
    case 'previousIndicator': {
      const view = viewOf(state);
      return { indicator: neighbour(view.indicators, view.indicator.name, command === 'nextIndicator' ? 1 : -1) };
    }
    case 'sort': {
      const sort = neighbour(sorts, state.sort, 1);
      return { sort, isDescending: false, order: orderOf({ ...state, sort, isDescending: false }), note: 'sorted' };
    }
    case 'turn': {
      const isDescending = !state.isDescending;
      return { isDescending, order: orderOf({ ...state, isDescending }), note: 'sorted' };
    }
    case 'language':
      return { language: state.language === 'en' ? 'zh' : 'en' };
    case 'pause':
      return { isPaused: !state.isPaused };
    case 'help':
      return { isHelp: !state.isHelp };
    case 'back':
      return { isHelp: false };
    case 'quit':
    case 'quitNow':
      return {};
    default:
      return unreachable(command);
  }
}

function neighbour<Item>(items: readonly Item[], item: Item, step: 1 | -1): Item {
  const at = items.indexOf(item);
  return items[(Math.max(at, 0) + step + items.length) % items.length] ?? item;
}

/** Names sorted as the state says; what has no figure comes last, equals stay in the order of the file. */
function orderOf(state: ScreenState): readonly string[] {
  const { rows } = viewOf(state);
  const value = (row: CompareRow): number | string => {
    switch (state.sort) {
      case 'file':
        return rows.indexOf(row);
      case 'name':
        return row.name;
      case 'mean':
        return row.mean?.value ?? Infinity;
      case 'difference':
        return row.difference?.value ?? (row.isBase ? 0 : Infinity);
      default:
        return unreachable(state.sort);
    }
  };
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [value(a), value(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  });
  return (state.isDescending ? sorted.toReversed() : sorted).map((row) => row.scenario);
}
