import type { ViewName } from '../tui/index.ts';
import type { Context } from './context.ts';
import { endOf } from './end-of.ts';
import { exit, signals } from './exit.ts';
import { ExperimentDesk } from './experiment-desk.ts';
import { keepInput } from './keep-input.ts';
import { LessonLibrary } from './lesson-library.ts';
import { overridesOf, type CommonOptions, type SimulationOptions } from './options.ts';
import { readFollowed } from './read-followed.ts';
import { refuse } from './refuse.ts';
import { shellLine } from './shell.ts';
import type { Named } from './study.ts';

/** What `clearsim` alone opens. */
export const shipped = 'scenarios/sea-import-2017.yaml';

/** Whether the user sits before a terminal and wants no text. */
export function wantsScreen(options: CommonOptions, { io }: Context): boolean {
  const canShow = io.out.isTerminal && io.isInputTerminal && io.environment['TERM'] !== 'dumb';
  return canShow && options.json !== true && options.format === 'table' && options.output === undefined;
}

/** What the screen opens with, beside the files. */
export interface Opening {
  readonly view: ViewName;
  /** Name of a lesson that is opened at once; none: no lesson. */
  readonly lesson?: string;
  readonly library: LessonLibrary;
}

/** Shows files on the screen until the user leaves. */
export async function onScreen(
  files: readonly string[],
  options: SimulationOptions,
  context: Context,
  { view, lesson, library }: Opening = { view: 'compare', library: new LessonLibrary(context.io) },
): Promise<number> {
  const io = keepInput(context.io);
  const overrides = overridesOf(options, context);
  const read = (each: Named): ReturnType<typeof readFollowed> =>
    readFollowed(each.files, { overrides, rules: each.rules }, io);
  const named = { files, rules: options.rules };
  const opened = read(named);
  if (!opened.ok) return refuse(opened.wrong, options, context);
  const closing = new AbortController();
  const unlisten = io.onSignal((signal) => closing.abort(signals[signal]));
  // An experiment that fails closes the screen; what it was is said afterwards.
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => {
    failures.push(error);
    closing.abort(exit.bug);
  };
  const desk = new ExperimentDesk(named, opened.value, { workers: options.workers, read, library, onFailure }, io);
  try {
    const visit = await io.openScreen(desk, {
      ascii: needsAscii(io.environment),
      color: options.color && (io.environment['NO_COLOR'] ?? '') === '',
      lang: context.language,
      view,
      ...(lesson === undefined ? {} : { lesson }),
      signal: closing.signal,
    });
    desk.stop();
    if (failures.length > 0) throw failures[0];
    const { stop } = await desk.outcome;
    const again = desk.isAsRead ? `${commandFor(desk.named, options)}\n` : '';
    if (visit.lastTable !== '') io.out.write(`${visit.lastTable}\n${again}`);
    return stop === null ? visit.exitCode : endOf({ stop, progress: desk.last, signal: undefined }, context);
  } finally {
    desk.stop();
    unlisten();
  }
}

/** Terminals that say they are not for UTF-8, and the console of Linux, which lacks the glyphs. */
function needsAscii(environment: Context['io']['environment']): boolean {
  const locale = [environment['LC_ALL'], environment['LC_CTYPE'], environment['LANG']].find(
    (each) => each !== undefined && each !== '',
  );
  return environment['TERM'] === 'linux' || (locale !== undefined && !/utf-?8/i.test(locale));
}

/** The command that prints the table on the screen again. */
function commandFor({ files, rules }: Named, { seed, replications }: SimulationOptions): string {
  return shellLine([
    'clearsim',
    'compare',
    ...files,
    ...(seed === undefined ? [] : ['--seed', seed]),
    ...(replications === undefined ? [] : ['--replications', String(replications)]),
    ...(rules === undefined ? [] : ['--rules', ...(rules === true ? [] : [rules])]),
  ]);
}
