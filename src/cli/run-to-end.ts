import type { Outcome } from '../experiment/index.ts';
import { experiment } from './experiment.ts';
import type { Signal } from './exit.ts';
import type { Context } from './context.ts';
import type { LogFile } from './log-file.ts';
import type { SimulationOptions } from './options.ts';
import { ProgressLine } from './progress-line.ts';
import type { Opened } from './read-sources.ts';

/** How an experiment ended, by a signal or by itself. */
export interface Ended extends Outcome {
  /** The signal that ended it; none if it came to its own end. */
  readonly signal: Signal | undefined;
}

/** Runs an experiment to its end or to the first signal, with a line of progress where somebody can see it; `log` sees the first replication. */
export async function runToEnd(
  opened: Opened,
  options: SimulationOptions,
  { io, language }: Context,
  log?: LogFile,
): Promise<Ended> {
  const line = io.talk.isTerminal && options.quiet !== true ? new ProgressLine(io.talk, language) : undefined;
  const stop = new AbortController();
  let signal: Signal | undefined;
  const unlisten = io.onSignal((each) => {
    signal = each;
    stop.abort();
  });
  try {
    const outcome = await experiment(
      opened,
      {
        workers: options.workers,
        log,
        signal: stop.signal,
        tell: line && ((progress) => line.know(progress)),
        beat: line && ((simulated) => line.show(simulated)),
      },
      io,
    );
    return { ...outcome, signal };
  } finally {
    unlisten();
    line?.clear();
  }
}
