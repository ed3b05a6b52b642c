import { Box, Text, useInput, usePaste } from 'ink';
import { createElement, useEffect, useReducer, useRef, type ReactElement } from 'react';
import type { Language } from '../report/index.ts';
import type { Change } from '../scenario/index.ts';
import type { Desk } from './desk.ts';
import { drawScreen } from './draw-screen.ts';
import type { Glyphs } from './glyphs.ts';
import { commandOf, keyName } from './keys.ts';
import type { Line } from './line.ts';
import { contextOf, nextState, openingState, works, type ScreenState } from './screen-state.ts';
import { styleOf } from './theme.ts';
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
  readonly changes: Readonly<Record<string, readonly Change[]>>;
  /** Is told every state that is drawn. */
  readonly onState: (state: ScreenState) => void;
  /** The user wants to leave. */
  readonly onQuit: (exitCode: number) => void;
}

/** The screen: state in a reducer, everything on it drawn by `drawScreen`. */
export function Screen({
  desk,
  window,
  glyphs,
  hasColor,
  language,
  changes,
  onState,
  onQuit,
}: ScreenProps): ReactElement {
  const [state, act] = useReducer(
    nextState,
    { columns: window.columns, rows: window.rows, language, names: desk.scenarios(), changes },
    openingState,
  );
  useEffect(
    () => watch(desk, (progress) => act({ kind: 'told', progress, secondsLeft: desk.secondsLeft?.() })),
    [desk],
  );
  useEffect(() => {
    const resize = (): void => act({ kind: 'resized', columns: window.columns, rows: window.rows });
    window.on('resize', resize);
    return () => void window.off('resize', resize);
  }, [window]);
  useEffect(() => onState(state), [state, onState]);
  const wasPaused = useRef(false);
  useEffect(() => {
    if (state.isPaused === wasPaused.current) return;
    wasPaused.current = state.isPaused;
    if (state.isPaused) desk.pause();
    else desk.resume();
  }, [state.isPaused, desk]);

  const press = (key: string): void => {
    const command = commandOf(key, contextOf(state));
    if (command === 'quit') onQuit(0);
    else if (command === 'quitNow') onQuit(130);
    else if (command !== undefined && works(command, state)) act({ kind: 'commanded', command });
  };
  useInput((input, key) => {
    // Keys pressed faster than they are read come together.
    if (input.length > 1 && !key.ctrl) for (const each of input) press(each);
    else press(keyName(input, key));
  });
  // Pasted text is no key.
  usePaste(() => {});

  const lines = drawScreen(state, { title: desk.title, glyphs });
  return createElement(
    Box,
    { flexDirection: 'column', height: state.rows },
    ...lines.map((line) => lineElement(line, hasColor)),
  );
}

function lineElement(line: Line, hasColor: boolean): ReactElement {
  return createElement(
    Text,
    { wrap: 'truncate' },
    ...line.map((piece) => createElement(Text, styleOf(piece.role, hasColor), piece.text)),
  );
}
