import { render } from 'ink';
import { createElement } from 'react';
import { compareText, wordsOf, type Language } from '../report/index.ts';
import type { Desk } from './desk.ts';
import { asciiGlyphs, narrowGlyphs, type Glyphs } from './drawing/glyphs.ts';
import { Screen, type Window } from './screen.ts';
import { nextState } from './next-state.ts';
import { reasonOf } from './reason-of.ts';
import { type ScreenState } from './screen-state.ts';
import type { ViewName } from './shared.ts';

/** The terminal, and how the screen is shown on it. */
export interface ScreenOptions {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & Window;
  /** For terminals without Unicode. */
  readonly ascii: boolean;
  /** False: no colour and no weight. */
  readonly color: boolean;
  readonly lang: Language;
  /** The view that it opens with; default: the comparison. */
  readonly view?: ViewName;
  /** Name of a lesson that it opens with; then `view` is `learn`. */
  readonly lesson?: string;
  /** Closes the screen; a number as its reason is the exit code (129, 143), else it is 143. */
  readonly signal?: AbortSignal;
}

/** How a visit ended. */
export interface Visit {
  /** 0 by `q`, 130 by Ctrl-C, the signal's. */
  readonly exitCode: number;
  /** What was on the screen as plain text, for the scrollback; empty when there were no figures. */
  readonly lastTable: string;
}

/**
 * Shows the comparison until the user leaves or the signal says so, then stops the desk. The terminal is as before when
 * the promise settles; it rejects with the error if drawing failed. Both streams must be terminals.
 */
export async function openScreen(desk: Desk, options: ScreenOptions): Promise<Visit> {
  try {
    let part = await show(desk, options, undefined);
    while (part.isLent && part.state !== undefined) part = await show(desk, options, await lent(desk, part.state));
    return { exitCode: part.exitCode, lastTable: tableOf(part.state) };
  } finally {
    desk.stop();
  }
}

/** A part of a visit, until the user leaves or something else wants the terminal. */
interface Part {
  readonly state: ScreenState | undefined;
  readonly isLent: boolean;
  readonly exitCode: number;
}

async function show(desk: Desk, options: ScreenOptions, before: ScreenState | undefined): Promise<Part> {
  let state = before;
  let isLent = false;
  let exitCode = 0;
  const screen = createElement(Screen, {
    desk,
    window: options.stdout,
    glyphs: glyphsOf(options),
    hasColor: options.color,
    language: options.lang,
    view: options.view ?? 'compare',
    before,
    lesson: options.lesson,
    onState: (drawn) => {
      state = drawn;
    },
    onLend: () => {
      isLent = true;
      app.unmount();
    },
    onQuit: (code) => close(code),
  });
  const app = render(screen, {
    stdin: options.stdin,
    stdout: options.stdout,
    alternateScreen: true,
    // Ink would draw nothing where the variable CI is set; the caller has seen that these are terminals.
    interactive: true,
    maxFps: 60,
    incrementalRendering: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  const close = (code: number): void => {
    exitCode = code;
    isLent = false;
    app.unmount();
  };
  const abort = (): void => close(typeof options.signal?.reason === 'number' ? options.signal.reason : 143);
  options.signal?.addEventListener('abort', abort, { once: true });
  if (options.signal?.aborted === true) abort();
  try {
    await app.waitUntilExit();
  } finally {
    options.signal?.removeEventListener('abort', abort);
  }
  return { state, isLent, exitCode };
}

/** Does the errand that wants the terminal, and gives the state to go on with. */
async function lent(desk: Desk, state: ScreenState): Promise<ScreenState> {
  const errand = state.errands.at(-1)?.errand;
  if (errand === undefined) return state;
  const failure = await desk.run(errand).then(() => undefined, reasonOf);
  const action = { kind: 'ran', errand, failure, tells: desk.tells() } as const;
  return nextState(state, action, narrowGlyphs);
}

function glyphsOf({ ascii }: ScreenOptions): Glyphs {
  return ascii ? asciiGlyphs : narrowGlyphs;
}

function tableOf(state: ScreenState | undefined): string {
  if (state?.progress === undefined) return '';
  return compareText(state.progress.comparison, {
    words: wordsOf(state.language),
    format: 'table',
    width: Math.min(state.columns, 120),
    indicator: state.indicator ?? state.progress.of,
  });
}
