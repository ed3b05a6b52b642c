import { assert, unreachable, NotDone, type Mistake } from '../base/index.ts';
import { inOrder, Memory, type Outcome, type Progress } from '../experiment/index.ts';
import type { VariantText } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Desk, DeskTells, Errand, WareKind, Wares, Want } from '../tui/index.ts';
import { AnswerDesk } from './answer-desk.ts';
import { Answers } from './answers.ts';
import { blended, stillTrue } from './carried-over.ts';
import { errnoText, WriteFailed, type Io } from './io.ts';
import { LessonDesk } from './lesson-desk.ts';
import type { LessonLibrary } from './lesson-library.ts';
import type { Opened } from './read-sources.ts';
import { Session } from './session.ts';
import { Shelf, type Read } from './shelf.ts';
import { Study, type Named, type Trial } from './study.ts';

/** What stands behind a screen: the files with what is tried in them, the files beneath, the experiment with all scenarios. */
export class ExperimentDesk implements Desk {
  readonly #io: Io;
  readonly #shelf: Shelf;
  readonly #workers: number | undefined;
  readonly #onFailure: (error: unknown) => void;
  readonly #listeners = new Set<(progress: Progress | undefined) => void>();
  readonly #lessons: LessonDesk;
  readonly #memory = new Memory();
  readonly #known = new Answers();
  /** Variants that are in a file. */
  readonly #saved = new WeakSet<VariantText>();
  #answers: AnswerDesk;
  /** None before somebody looks: threads that begin would take the processors from the first frame. */
  #session: Session | undefined;
  #isPaused = false;
  #last: Progress | undefined;

  constructor(
    named: Named,
    opened: Opened,
    options: {
      readonly workers: number | undefined;
      readonly read: Read;
      readonly library: LessonLibrary;
      /** Is told why an experiment failed: a bug. */
      readonly onFailure: (error: unknown) => void;
    },
    io: Io,
  ) {
    this.#io = io;
    this.#workers = options.workers;
    this.#onFailure = options.onFailure;
    const first = new Study(named, opened, io);
    this.#shelf = new Shelf(
      first,
      options.read,
      { goOn: (before) => this.#goOn(before), changed: () => this.#tellAgain() },
      io,
    );
    this.#lessons = new LessonDesk(options.library, io);
    this.#answers = new AnswerDesk(this.#study, this.#known, io);
  }

  get #study(): Study {
    return this.#shelf.study;
  }

  /** Where the experiment stands; none before the first figures. */
  get last(): Progress | undefined {
    return this.#last;
  }

  /** How the present experiment ends; one that nobody has looked at has found nothing. */
  get outcome(): Promise<Outcome> {
    return this.#session?.outcome ?? Promise.resolve({ progress: undefined, stop: null });
  }

  /** True where the files say all that is shown: nothing is tried, the base is theirs. */
  get isAsRead(): boolean {
    return this.#study.isAsRead;
  }

  /** What is open. */
  get named(): Named {
    return this.#study.named;
  }

  tells(): DeskTells {
    const { title, tells, trial } = this.#study;
    return {
      title,
      beneath: this.#shelf.beneath.map((study) => ({
        title: study.title,
        titleZh: study.titleZh,
        unsaved: this.#unsavedIn(study),
      })),
      ...tells,
      tried: trial.tried.map(({ name }) => name),
      unsaved: this.#unsavedIn(this.#study),
      broken: this.#shelf.broken,
      isOpening: this.#shelf.isOpening,
    };
  }

  modelOf(scenario: string): Model {
    return this.#study.modelOf(scenario);
  }

  check(variant: VariantText): readonly Mistake[] {
    return this.#study.check(variant);
  }

  async bring<Kind extends WareKind>(want: Want<Kind>, signal: AbortSignal): Promise<Wares[Kind]['gives']>;
  async bring(want: Want, signal: AbortSignal): Promise<Wares[WareKind]['gives']> {
    const answers = this.#answers;
    const [given] = await Promise.allSettled([this.#answer(want, signal)]);
    // The scenarios were changed meanwhile: the answer, or its failure, is about others; where this one is gone nobody wants it any more.
    const isThere = 'scenario' in want && this.#study.tells.names.includes(want.scenario);
    if (answers !== this.#answers && isThere && !signal.aborted) return await this.bring(want, signal);
    if (given.status === 'rejected') throw given.reason;
    return given.value;
  }

  async #answer(want: Want, signal: AbortSignal): Promise<Wares[WareKind]['gives']> {
    switch (want.kind) {
      case 'recording':
      case 'survey':
      case 'week':
      case 'oneMore':
      case 'proof':
        return await this.#answers.answer(want, signal);
      case 'names':
        return this.#io.names(want.folder === '' ? '.' : want.folder);
      case 'lessons':
        return this.#lessons.all();
      case 'lesson':
        return this.#lessons.scenarioOf(want.lesson);
      case 'answer':
        return await this.#lessons.answerOf(want.lesson, signal);
      default:
        return unreachable(want);
    }
  }

  async run(errand: Errand): Promise<void> {
    const { tried, base } = this.#study.trial;
    switch (errand.kind) {
      case 'write':
        this.#write(errand.file, errand.text);
        return;
      case 'copy':
        // OSC 52: the terminal keeps it, also over ssh.
        this.#io.out.write(`\u001B]52;c;${Buffer.from(errand.text).toString('base64')}\u0007`);
        return;
      case 'try':
        this.#try({
          tried: withReplaced(tried, errand),
          base: base === errand.replaces ? base && errand.variant.name : base,
        });
        return;
      case 'drop':
        this.#try({
          tried: tried.filter(({ name }) => name !== errand.scenario),
          base: base === errand.scenario ? undefined : base,
        });
        return;
      case 'base':
        this.#try({ base: errand.scenario });
        return;
      case 'save':
        this.#write(errand.file, this.#study.text);
        for (const variant of tried) this.#saved.add(variant);
        return;
      case 'open':
        this.#shelf.openOver(errand.files);
        return;
      case 'forgo':
        this.#shelf.forgo();
        return;
      case 'close':
        this.#shelf.close();
        return;
      case 'more':
        this.#try({ replications: 2 * (this.#last?.replications ?? 1) });
        return;
      case 'suspend':
        this.#io.suspend();
        return;
      case 'editor':
        this.#io.editFile(errand.file);
        this.#shelf.look();
        return;
      case 'finish':
        this.#lessons.finish(errand.lesson);
        return;
      default:
        unreachable(errand);
    }
    await Promise.resolve();
  }

  subscribe(listener: (progress: Progress | undefined) => void): () => void {
    this.#listeners.add(listener);
    this.#session ??= this.#begin();
    if (this.#last !== undefined) listener(this.#last);
    return () => this.#listeners.delete(listener);
  }

  pause(): void {
    this.#isPaused = true;
    this.#session?.pause();
  }

  resume(): void {
    this.#isPaused = false;
    this.#session?.resume();
  }

  stop(): void {
    this.#session?.stop();
    this.#shelf.stop();
    void this.#answers.close();
  }

  secondsLeft(): number | undefined {
    return this.#session?.secondsLeft();
  }

  /** `before` is what is known of scenarios that are as they were. */
  #begin(before?: Progress): Session {
    const session = new Session(
      this.#study.revised,
      { workers: this.#workers, memory: this.#memory, tell: (progress) => this.#tell(progress, before) },
      this.#io,
    );
    if (this.#isPaused) session.pause();
    session.outcome.catch(this.#onFailure);
    return session;
  }

  /** Until the new experiment knows as much as the one before did, what that knew stays. */
  #tell(progress: Progress, before: Progress | undefined): void {
    const shown = inOrder(progress, this.#study.tells.names);
    this.#last = shown.state === 'running' ? blended(shown, before) : shown;
    for (const listener of this.#listeners) listener(this.#last);
  }

  #unsavedIn({ trial }: Study): readonly string[] {
    return trial.tried.filter((variant) => !this.#saved.has(variant)).map(({ name }) => name);
  }

  #try(change: Partial<Trial>): void {
    const study = this.#study.with(change);
    assert(study.ok, 'whoever tries a variant has checked it');
    this.#shelf.replace(study.value);
  }

  /** Others are run from now on than those of the study before. */
  #goOn({ tells }: Study): void {
    const study = this.#study;
    this.#session?.stop();
    void this.#answers.close();
    const before = this.#last === undefined ? undefined : stillTrue(this.#last, tells.keys, study.tells.keys);
    // Nobody is told that this one has ended because the one before had.
    this.#last = before === undefined ? undefined : { ...before, state: 'running' };
    this.#answers = new AnswerDesk(study, this.#known, this.#io);
    this.#session = this.#begin(before);
  }

  #tellAgain(): void {
    for (const listener of this.#listeners) listener(this.#last);
  }

  #write(file: string, text: string): void {
    if (this.#io.exists(file)) throw new NotDone({ en: 'there is a file of this name', zh: '已有同名文件' });
    try {
      this.#io.writeFile(file, text);
    } catch (error) {
      if (error instanceof WriteFailed) throw new NotDone(errnoText(error.code), { cause: error });
      throw error;
    }
  }
}

/** The variants with another one, in the place of the one that it replaces. */
function withReplaced(
  tried: readonly VariantText[],
  { variant, replaces }: { readonly variant: VariantText; readonly replaces: string | undefined },
): readonly VariantText[] {
  return tried.some(({ name }) => name === replaces)
    ? tried.map((each) => (each.name === replaces ? variant : each))
    : [...tried, variant];
}
