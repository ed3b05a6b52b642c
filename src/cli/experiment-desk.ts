import { minutesPerHour, present, unreachable } from '../base/index.ts';
import { Gate, type Outcome, type Progress } from '../experiment/index.ts';
import { ruleBooks, type Rule } from '../rules/index.ts';
import type { Change } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Desk, Errand, WareKind, Wares, Want } from '../tui/index.ts';
import { AnswerDesk } from './answer-desk.ts';
import { experiment } from './experiment.ts';
import { errnoText, WriteFailed, type Io } from './io.ts';
import type { Opened } from './read-sources.ts';

/** The experiment behind a screen. */
export class ExperimentDesk implements Desk {
  readonly title: string;
  /** How it ended; never fails before the screen has asked. */
  readonly outcome: Promise<Outcome>;
  readonly #opened: Opened;
  readonly #names: readonly string[];
  readonly #answers: AnswerDesk;
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
    this.#opened = opened;
    this.#answers = new AnswerDesk(opened, io);
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

  changes(): Readonly<Record<string, readonly Change[]>> {
    return Object.fromEntries(this.#opened.set.variants.map(({ name, changes }) => [name, changes]));
  }

  modelOf(scenario: string): Model {
    return present(this.#opened.models[this.#numberOf(scenario)], scenario);
  }

  async bring<Kind extends WareKind>(want: Want<Kind>): Promise<Wares[Kind]['gives']>;
  async bring(want: Want): Promise<Wares[WareKind]['gives']> {
    const model = this.#numberOf(want.scenario);
    switch (want.kind) {
      case 'recording': {
        const warmUp = (this.#last?.comparison.scenarios[0]?.warmUp ?? 0) * minutesPerHour;
        return await this.#answers.ask({ kind: 'recording', model, replication: want.replication, warmUp });
      }
      case 'proof':
        return await this.#answers.ask({ kind: 'proof', model, rules: this.#rulesOf(model) });
      default:
        return unreachable(want);
    }
  }

  async run(errand: Errand): Promise<void> {
    switch (errand.kind) {
      case 'write':
        if (this.#io.exists(errand.file)) throw new Error('there is a file of this name');
        this.#write(errand.file, errand.text);
        return;
      case 'copy':
        // OSC 52: the terminal keeps it, also over ssh.
        this.#io.out.write(`\u001B]52;c;${Buffer.from(errand.text).toString('base64')}\u0007`);
        return;
      default:
        unreachable(errand);
    }
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
    void this.#answers.close();
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

  #numberOf(scenario: string): number {
    return this.#names.indexOf(scenario);
  }

  /** Rules that were given, or those that ship for the flow. */
  #rulesOf(model: number): readonly Rule[] {
    const { followed, models } = this.#opened;
    const flow = present(models[model], 'a model').scenario.flow.name;
    return followed?.[model]?.rules ?? (Object.hasOwn(ruleBooks, flow) ? (ruleBooks[flow] ?? []) : []);
  }

  #write(file: string, text: string): void {
    try {
      this.#io.writeFile(file, text);
    } catch (error) {
      if (error instanceof WriteFailed) throw new Error(errnoText(error.code), { cause: error });
      throw error;
    }
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
