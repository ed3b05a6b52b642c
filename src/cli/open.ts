import { nearestWord } from '../base/index.ts';
import { compare } from './compare.ts';
import type { Context } from './context.ts';
import { endOf } from './end-of.ts';
import { exit, signals } from './exit.ts';
import { ExperimentDesk } from './experiment-desk.ts';
import { overridesOf, type SimulationOptions } from './options.ts';
import { readSources } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { shellLine } from './shell.ts';

/** What `clearsim` alone opens. */
const shipped = 'scenarios/sea-import-2017.yaml';

const commands = ['open', 'run', 'compare', 'validate', 'check', 'learn', 'flows', 'flow', 'keys', 'help'];

/** Opens scenarios on the screen; without a terminal, prints what `compare` prints. */
export async function open(files: readonly string[], options: SimulationOptions, context: Context): Promise<number> {
  const { io } = context;
  const strange = files.find((file) => /^[a-z]+$/.test(file) && !io.exists(file));
  if (strange !== undefined) {
    const nearest = commands.includes(strange) ? undefined : nearestWord(strange, commands);
    const hint = commands.includes(strange)
      ? `\n(A command comes first, options after it: clearsim ${strange} ...)`
      : nearest === undefined
        ? ''
        : `\n(Did you mean ${nearest}?)`;
    io.talk.write(`error: '${strange}' is neither a command nor a file${hint}\n`);
    return exit.wrongInput;
  }
  if (files.length === 0 && !io.exists(shipped)) {
    io.talk.write(
      `error: no file is named, and ${shipped} is not here\nName scenario files: clearsim my-port.yaml; a start is in the folder scenarios of clearsim.\n`,
    );
    return exit.wrongInput;
  }
  const named = files.length === 0 ? [shipped] : files;
  return await (wantsScreen(options, context) ? onScreen(named, options, context) : compare(named, options, context));
}

function wantsScreen(options: SimulationOptions, { io }: Context): boolean {
  const canShow = io.out.isTerminal && io.isInputTerminal && io.environment['TERM'] !== 'dumb';
  return canShow && options.json !== true && options.format === 'table' && options.output === undefined;
}

async function onScreen(files: readonly string[], options: SimulationOptions, context: Context): Promise<number> {
  const { io } = context;
  const read = (named: readonly string[]): ReturnType<typeof readSources> =>
    readSources(named, overridesOf(options, context), io);
  const opened = read(files);
  if (!opened.ok) return refuse(opened.wrong, options, context);
  const closing = new AbortController();
  const unlisten = io.onSignal((signal) => closing.abort(signals[signal]));
  // An experiment that fails closes the screen; what it was is said afterwards.
  const onFailure = (): void => closing.abort(exit.bug);
  const desk = new ExperimentDesk(files, opened.value, { workers: options.workers, read, onFailure }, io);
  try {
    const visit = await io.openScreen(desk, {
      ascii: needsAscii(io.environment),
      color: options.color && (io.environment['NO_COLOR'] ?? '') === '',
      lang: options.lang,
      signal: closing.signal,
    });
    desk.stop();
    const { stop } = await desk.outcome;
    if (visit.lastTable !== '') io.out.write(`${visit.lastTable}\n${commandFor(desk.files, options)}\n`);
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
function commandFor(files: readonly string[], { seed, replications }: SimulationOptions): string {
  return shellLine([
    'clearsim',
    'compare',
    ...files,
    ...(seed === undefined ? [] : ['--seed', seed]),
    ...(replications === undefined ? [] : ['--replications', String(replications)]),
  ]);
}
