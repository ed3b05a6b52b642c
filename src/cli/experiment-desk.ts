import { Gate, type Outcome, type Progress } from '../experiment/index.ts';
import type { Desk } from '../tui/index.ts';
import { experiment } from './experiment.ts';
import type { Io } from './io.ts';
import type { Opened } from './read-sources.ts';

/** The experiment behind a screen. */
export class ExperimentDesk implements Desk {
  readonly title: string;
  /** How it ended; never fails before the screen has asked. */
  readonly outcome: Promise<Outcome>;
  readonly #names: readonly string[];
  readonly #replicationsMin: number;
  readonly #listeners = new Set<(progress: Progress) => void>();
  readonly #gate = new Gate();
  readonly #stop = new AbortController();
  readonly #io: Io;
  readonly #startedAt: number;
  #pausedAt: number | undefined;
  #paused = 0;
  #last: Progress | undefined;

  constructor(opened: Opened, options: { workers: number | undefined }, io: Io) {
    const { base, variants } = opened.set;
    this.#io = io;
    this.#startedAt = io.clock();
    this.title = base.name;
    this.#names = [base.name, ...variants.map((variant) => variant.name)];
    this.#replicationsMin = base.run.replications.min;
    this.outcome = this.#run(opened, options.workers);
    this.outcome.catch(() => {});
  }

  /** Where the experiment stands; none before the first figures. */
  get last(): Progress | undefined {
    return this.#last;
  }

  scenarios(): readonly string[] {
    return this.#names;
  }

  subscribe(listener: (progress: Progress) => void): () => void {
    this.#listeners.add(listener);
    if (this.#last !== undefined) listener(this.#last);
    return () => this.#listeners.delete(listener);
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

  async #run(opened: Opened, workers: number | undefined): Promise<Outcome> {
    const tell = (progress: Progress): void => {
      this.#last = progress;
      for (const listener of this.#listeners) listener(progress);
    };
    const outcome = await experiment(opened, { workers, signal: this.#stop.signal, gate: this.#gate, tell }, this.#io);
    if (outcome.progress !== undefined) tell(outcome.progress);
    return outcome;
  }
}
