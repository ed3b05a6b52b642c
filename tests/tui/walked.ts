import { expect } from 'vitest';
import type { Progress } from '../../src/experiment/index.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import { textOf } from '../../src/tui/drawing/line.ts';
import { nextState, type Action } from '../../src/tui/next-state.ts';
import { openingState, wantsOf, type ScreenState } from '../../src/tui/screen-state.ts';
import { drawnSaving, drawnWeek } from './drawn-week.ts';
import { told as tells } from './fake-desk.ts';
import { begunRecording, model } from './model.ts';

/** Before the first figures. */
export const opening: ScreenState = openingState({
  columns: 80,
  rows: 24,
  language: 'en',
  ...tells,
  modelOf: model,
  check: () => [],
});

/** The screen after these. */
export function after(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce((each, action) => nextState(each, action, narrowGlyphs), state);
}

/** The experiment stands so. */
export function told(progress: Progress): Extract<Action, { kind: 'told' }> {
  return { kind: 'told', progress, secondsLeft: undefined, tells };
}

/** Keys are pressed, by their names. */
export function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return after(state, ...keys.map((key) => ({ kind: 'pressed' as const, key })));
}

/** The desk brings all that is wanted, by what is drawn by hand or was begun to be run, until nothing more is. */
export function brought(state: ScreenState): ScreenState {
  const want = wantsOf(state).find((each) => !state.materials.isKnown(each));
  if (want === undefined) return state;
  const given =
    want.kind === 'week'
      ? drawnWeek(want.replication)
      : want.kind === 'oneMore'
        ? drawnSaving(want.replication)
        : want.kind === 'recording'
          ? begunRecording()
          : expect.fail(`nothing is drawn of a ${want.kind}`);
  return brought(after(state, { kind: 'brought', want, material: { is: 'here', given } }));
}

/** What is on the screen. */
export function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

/** Windows of many sizes: every way of dividing them. */
export const sizes: readonly { readonly columns: number; readonly rows: number }[] = [
  80, 101, 119, 120, 159, 160, 200,
].flatMap((columns) => [24, 30, 40, 50, 70].map((rows) => ({ columns, rows })));
