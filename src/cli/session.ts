import { Gate, remembering, type Memory, type Outcome, type Progress } from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { experiment } from './experiment.ts';
import { followOpened } from './follow-opened.ts';
import type { Io } from './io.ts';
import type { Opened } from './read-sources.ts';

/** How an experiment behind a screen is run. */
export interface SessionOptions {
  readonly workers: number | undefined;
  /** What earlier experiments have found. */
  readonly memory: Memory;
  readonly tell: (progress: Progress) => void;
}

/** One experiment behind a screen, from its beginning to its end: it can be held, and asked how long it will take. */
export class Session {
  /** How it ended; a failure is reported to whoever asks. */
  readonly outcome: Promise<Outcome>;
  readonly #replicationsMin: number;
  readonly #gate = new Gate();
  readonly #stop = new AbortController();
  readonly #io: Io;
  readonly #startedAt: number;
  #pausedAt: number | undefined;
  #paused = 0;
  #last: Progress | undefined;

  constructor(opened: Opened, options: SessionOptions, io: Io) {
    this.#io = io;
    this.#startedAt = io.clock();
    this.#replicationsMin = opened.set.base.run.replications.min;
    this.outcome = this.#run(opened, options);
    this.outcome.catch(() => {});
  }

  pause(): void {
    this.#pausedAt ??= this.#io.clock();
    this.#gate.close();
  }

  resume(): void {
    if (this.#pausedAt !== undefined) this.#paused += this.#io.clock() - this.#pausedAt;
    this.#pausedAt = undefined;
    this.#gate.open();
  }

  stop(): void {
    this.#stop.abort();
    this.#gate.open();
  }

  /** By the time a replication took so far, and the number that the wanted precision will need (it falls with the root of the number). */
  secondsLeft(): number | undefined {
    const progress = this.#last;
    if (
      progress === undefined ||
      progress.state !== 'running' ||
      progress.comparison.scenarios[0]?.provisional === true
    )
      return undefined;
    const { replications, replicationsMax, precision, precisionWanted } = progress;
    const ratio = precision === null ? 1 : precision / precisionWanted;
    const needed = Math.min(replicationsMax, Math.max(this.#replicationsMin, replications * ratio * ratio));
    const spent = ((this.#pausedAt ?? this.#io.clock()) - this.#startedAt - this.#paused) / 1000;
    return (spent / replications) * Math.max(0, needed - replications);
  }

  async #run(opened: Opened, { workers, memory, tell: pass }: SessionOptions): Promise<Outcome> {
    const tell = (progress: Progress): void => {
      if (this.#stop.signal.aborted) return;
      this.#last = progress;
      pass(progress);
    };
    const keys = keysOf(opened, this.#io);
    const outcome = await experiment(
      followOpened(opened),
      {
        workers,
        signal: this.#stop.signal,
        gate: this.#gate,
        tell,
        givesWay: true,
        poolOf: (pool) => remembering(pool, keys, memory),
      },
      this.#io,
    );
    if (outcome.progress !== undefined) tell(outcome.progress);
    return outcome;
  }
}

/** All that makes each scenario run as it does and what its runs follow, as a text, base first: not its name, nor how often it is run. */
export function keysOf({ models, asked }: Opened, io: Io): readonly string[] {
  // The rules themselves would be a text of 30 kB in each of many keys.
  const rulesOf = new Map(Array.from(asked ?? [], ([flow, rules]) => [flow, io.digest(JSON.stringify(rules))]));
  return models.map(({ scenario }) => JSON.stringify([keyOf(scenario), rulesOf.get(scenario.flow.name) ?? null]));
}

function keyOf({ flow, law, start, run, ...rest }: Scenario): string {
  const { horizon, stopAfter, seed, replications } = run;
  const { arrivals, attributes, conditions, chances, measures, activities, delays } = rest;
  const { deadlines, terms, resources, calendars, fees, indicators } = rest;
  return JSON.stringify([
    [flow.name, flow.content, law.name, start, horizon, stopAfter, seed, replications.of],
    [arrivals, attributes, conditions, chances, measures, activities, delays],
    [deadlines, terms, resources, calendars, fees, indicators],
  ]);
}
