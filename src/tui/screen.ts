import { Box, Text, useInput, usePaste } from 'ink';
import { createElement, useEffect, useReducer, useRef, type ReactElement } from 'react';
import type { Language } from '../report/index.ts';
import type { Desk } from './desk.ts';
import type { Errand } from './errand.ts';
import type { Material, Want } from './materials.ts';
import { drawScreen } from './draw-screen.ts';
import type { Glyphs } from './drawing/glyphs.ts';
import { characterName, keyName } from './keys.ts';
import { openLesson } from './lesson/state.ts';
import { placeOf } from './places.ts';
import { reasonOf } from './reason-of.ts';
import { nextState, type Action } from './next-state.ts';
import { hereOf, openingState, wantsOf, type ScreenState } from './screen-state.ts';
import type { ViewName } from './shared.ts';
import { styled } from './theme.ts';
import { watch } from './watch.ts';

/** A terminal as far as the screen knows it. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
  on(event: 'resize', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/** What the screen is given, once. */
export interface ScreenProps {
  readonly desk: Desk;
  readonly window: Window;
  readonly glyphs: Glyphs;
  readonly hasColor: boolean;
  readonly language: Language;
  /** The view that it opens with. */
  readonly view: ViewName;
  /** Where the visit was before the terminal was lent to an editor. */
  readonly before: ScreenState | undefined;
  /** The terminal is wanted for something else for a while. */
  readonly onLend: () => void;
  /** Name of the lesson that is opened from it at once; none: no lesson. */
  readonly lesson: string | undefined;
  /** Is told every state that is drawn. */
  readonly onState: (state: ScreenState) => void;
  /** The user wants to leave. */
  readonly onQuit: (exitCode: number) => void;
}

/** The screen: state in a reducer, everything on it drawn by `drawScreen`. */
export function Screen({ desk, window, glyphs, onState, onQuit, onLend, ...how }: ScreenProps): ReactElement {
  const [state, act] = useReducer(
    (before: ScreenState, action: Action) => nextState(before, action, glyphs),
    undefined,
    () =>
      how.before ??
      openingState(
        {
          columns: window.columns,
          rows: window.rows,
          language: how.language,
          ...desk.tells(),
          modelOf: (scenario) => desk.modelOf(scenario),
          check: (variant) => desk.check(variant),
        },
        how.view,
        how.lesson === undefined ? [] : [openLesson(how.lesson)],
      ),
  );
  useEffect(
    () =>
      watch(desk, (progress) =>
        act({ kind: 'told', progress, secondsLeft: desk.secondsLeft?.(), tells: desk.tells() }),
      ),
    [desk],
  );
  useEffect(() => {
    const resize = (): void => act({ kind: 'resized', columns: window.columns, rows: window.rows });
    window.on('resize', resize);
    return () => void window.off('resize', resize);
  }, [window]);
  useEffect(() => onState(state), [state, onState]);
  useEffect(() => {
    if (state.leaving !== undefined) onQuit(state.leaving);
  }, [state.leaving, onQuit]);
  useHolding(state, desk);
  useBringing(state, desk, act);
  useErrands(state, desk, act, onLend);
  useTicks(state, act);
  useKeys(act);

  const lines = drawScreen(state, glyphs);
  return createElement(
    Box,
    { flexDirection: 'column', height: state.rows },
    ...lines.map((line) => createElement(Text, { wrap: 'truncate' }, styled(line, how.hasColor))),
  );
}

type Act = (action: Action) => void;

/** The desk holds the experiment while the screen is paused. */
function useHolding({ isPaused }: ScreenState, desk: Desk): void {
  const wasPaused = useRef(false);
  useEffect(() => {
    if (isPaused === wasPaused.current) return;
    wasPaused.current = isPaused;
    if (isPaused) desk.pause();
    else desk.resume();
  }, [isPaused, desk]);
}

/** The desk is asked, once, for each thing that a place wants; and told when no place wants it any more. */
function useBringing(state: ScreenState, desk: Desk, act: Act): void {
  const underWay = useRef(new Map<Want, AbortController>());
  useEffect(() => {
    for (const [want, stop] of underWay.current) {
      if (state.materials.isKnown(want)) continue;
      underWay.current.delete(want);
      stop.abort();
    }
    for (const want of wantsOf(state)) {
      if (state.materials.isKnown(want)) continue;
      act({ kind: 'brought', want, material: { is: 'coming' } });
      const stop = new AbortController();
      const tell = (material: Material<unknown>): void => {
        underWay.current.delete(want);
        if (!stop.signal.aborted) act({ kind: 'brought', want, material });
      };
      underWay.current.set(want, stop);
      desk.bring(want, stop.signal).then(
        (given) => tell({ is: 'here', given }),
        (error: unknown) => tell({ is: 'failed', why: reasonOf(error) }),
      );
    }
  }, [state, desk, act]);
  useEffect(() => {
    const all = underWay.current;
    return () => {
      for (const stop of all.values()) stop.abort();
    };
  }, []);
}

/** Each errand is run once. */
function useErrands({ errands }: ScreenState, desk: Desk, act: Act, onLend: () => void): void {
  const done = useRef(errands.at(-1)?.number ?? 0);
  useEffect(() => {
    for (const { number, errand } of errands) {
      if (number <= done.current) continue;
      done.current = number;
      if (errand.kind === 'editor' || errand.kind === 'suspend') onLend();
      else run(errand, desk, act);
    }
  }, [errands, desk, act, onLend]);
}

function run(errand: Errand, desk: Desk, act: Act): void {
  desk.run(errand).then(
    () => act({ kind: 'ran', errand, failure: undefined, tells: desk.tells() }),
    (error: unknown) => act({ kind: 'ran', errand, failure: reasonOf(error), tells: desk.tells() }),
  );
}

/** A place that moves by itself is told how time goes. */
function useTicks(state: ScreenState, act: Act): void {
  const here = hereOf(state);
  const pause = placeOf(here).tick?.(here, state);
  useEffect(() => {
    if (pause === undefined) return undefined;
    const timer = setInterval(() => act({ kind: 'ticked', elapsed: pause }), pause);
    return () => clearInterval(timer);
  }, [pause, act]);
}

function useKeys(act: Act): void {
  useInput((input, key) => {
    // Keys pressed faster than they are read come together.
    if (input.length > 1 && !key.ctrl) for (const each of input) act({ kind: 'pressed', key: characterName(each) });
    else act({ kind: 'pressed', key: keyName(input, key) });
  });
  usePaste((text) => act({ kind: 'pasted', text }));
}
