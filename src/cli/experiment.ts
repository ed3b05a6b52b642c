import {
  ownThread,
  runExperiment,
  type Gate,
  type Outcome,
  type Pool,
  type Progress,
  type WorkerJob,
} from '../experiment/index.ts';
import { effortOf } from './effort.ts';
import type { Io, Workers } from './io.ts';
import { logging, type LogFile } from './log-file.ts';
import type { Opened } from './read-sources.ts';

/** Seconds of work below which threads cost more than they save. */
const worthThreads = 0.5;

/** Threads where nobody says how many; more rarely help on a machine that does other things too. */
const workersMax = 4;

/** How an experiment is run, watched, held and ended. */
export interface Steering {
  /** Threads; none: as the work is worth. */
  readonly workers?: number | undefined;
  readonly signal: AbortSignal;
  readonly gate?: Gate;
  readonly tell?: ((progress: Progress) => void) | undefined;
  /** Is told ten times a second how many consignments have been simulated, also while the first replication is under way. */
  readonly beat?: ((simulated: number) => void) | undefined;
  /** Another pool in the place of the one that runs the replications. */
  readonly poolOf?: (pool: Pool) => Pool;
  /** Threads run only when nobody else wants the processor. */
  readonly givesWay?: true | undefined;
  /** Sees the first replication of the base. */
  readonly log?: LogFile | undefined;
}

/** Milliseconds between two beats. */
const beatPause = 100;

/** Runs the experiment of opened files to its end, in the own thread or in others. */
export async function experiment(
  opened: Opened,
  { workers: wanted, signal, gate, tell, beat, log, givesWay, poolOf = (pool) => pool }: Steering,
  io: Io,
): Promise<Outcome> {
  const workers = await workersFor(opened, { workers: wanted, givesWay }, io);
  const breathe = async (): Promise<void> => {
    await io.breathe();
    signal.throwIfAborted();
  };
  const silent = workers ?? ownThread(opened.models, breathe);
  const pool = poolOf(log === undefined ? silent : logging(silent, opened.models, log, breathe));
  const endBeats = beat === undefined ? undefined : io.every(beatPause, () => beat(pool.simulated()));
  try {
    return await runExperiment(opened.set, opened.models, {
      pool,
      signal,
      ...(opened.followed === undefined ? {} : { followed: opened.followed }),
      ...(gate === undefined ? {} : { gate }),
      ...(tell === undefined ? {} : { watch: { tell, clock: () => io.clock(), breathe: () => io.breathe() } }),
    });
  } finally {
    endBeats?.();
    await workers?.close();
  }
}

/** Threads, or none where the own one does: the user wants none, there is one processor, or the work is too little. */
async function workersFor(
  opened: Opened,
  { workers: wanted, givesWay }: Pick<Steering, 'workers' | 'givesWay'>,
  io: Io,
): Promise<Workers | undefined> {
  const count = wanted ?? (effortOf(opened.models) < worthThreads ? 1 : Math.min(io.cores, workersMax));
  if (count < 2) return undefined;
  return await io.openWorkers(count, { ...taskOf(opened), ...(givesWay === undefined ? {} : { givesWay }) });
}

/** What threads are given to make the same models, tables included: compiling a flow takes a tenth of a second. */
export function taskOf({ sources, overrides, models, followed, marksBase = false }: Opened): WorkerJob {
  const tables = models.flatMap(({ scenario: { flow }, table }) =>
    flow.content === undefined ? [] : [[flow.content, table] as const],
  );
  const rules = followed?.map((each) => each.rules);
  return { sources, overrides, tables: new Map(tables), marksBase, ...(rules === undefined ? {} : { rules }) };
}
