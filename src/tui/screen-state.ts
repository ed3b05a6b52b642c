import { present } from '../base/index.ts';
import type { Message } from '../report/index.ts';
import type { Crumb } from './crumb.ts';
import type { DeskTells } from './desk.ts';
import type { Errand } from './errand.ts';
import { Materials, type Want } from './materials.ts';
import { folderTyped } from './path-typed.ts';
import { openings, placeOf } from './places.ts';
import type { Prompt } from './prompt.ts';
import type { Shared, ViewName } from './shared.ts';

/** What is kept of a visit to files while others are open over them. */
export type Visited = Pick<ScreenState, 'crumbs' | 'asLeft' | 'chosen' | 'marked' | 'indicator' | 'station'>;

/** All that can change on the screen. */
export interface ScreenState extends Shared {
  /** The way to where one is: from a view to what was opened from it. Never empty. */
  readonly crumbs: readonly Crumb[];
  /** Views as they were left for another, each without what was opened from it. */
  readonly asLeft: Readonly<Partial<Record<ViewName, Crumb>>>;
  /** Where one was when other files were opened over those that were open, the last uppermost. */
  readonly visits: readonly Visited[];
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
    station: undefined,
    marked: [],
    learned: [],
    indicator: undefined,
    materials: new Materials(),
  };
  return {
    ...shared,
    crumbs: [present(openings[view], view)(shared), ...further],
    asLeft: {},
    visits: [],
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

/** Whether the scenario that a place is about, if it is about one, is still there. */
export function isThere(crumb: Crumb, names: readonly string[]): boolean {
  const of = scenarioOf(crumb);
  return of === undefined || names.includes(of);
}

/** The scenario that a place is about; none: it is about all, or about something else. */
export function scenarioOf(crumb: Crumb): string | undefined {
  if ('source' in crumb && 'scenario' in crumb.source) return crumb.source.scenario;
  return 'scenario' in crumb ? crumb.scenario : undefined;
}

/** All that the places one has come through want, and the line that is typed. */
export function wantsOf(state: ScreenState): readonly Want[] {
  const folder = folderTyped(state);
  return [
    ...state.crumbs.flatMap((crumb) => placeOf(crumb).wants?.(crumb, state) ?? []),
    ...(folder === undefined ? [] : [{ kind: 'names', folder } as const]),
  ];
}
