import {
  assert,
  minutesPerHour,
  present,
  right,
  unreachable,
  wrong,
  type Mistake,
  type Result,
} from '../base/index.ts';
import { Memory, modelsOf, openSources, type Outcome, type Progress } from '../experiment/index.ts';
import type { Checked } from '../report/index.ts';
import { ruleBooks, type Rule } from '../rules/index.ts';
import { withoutVariants, withVariant, type Change, type ScenarioSet, type VariantText } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Desk, DeskTells, Errand, WareKind, Wares, Want } from '../tui/index.ts';
import { AnswerDesk } from './answer-desk.ts';
import { errnoText, WriteFailed, type Io } from './io.ts';
import { LessonDesk } from './lesson-desk.ts';
import type { LessonLibrary } from './lesson-library.ts';
import type { Opened } from './read-sources.ts';
import { keyOf, Session } from './session.ts';
import { tableCache } from './table-cache.ts';

/** How files are read again, or others. */
type Read = (files: readonly string[]) => Result<Opened, readonly Checked[]>;

/** What stands behind a screen: the files, the variants that are tried, the experiment with all of them. */
export class ExperimentDesk implements Desk {
  readonly #io: Io;
  readonly #read: Read;
  readonly #workers: number | undefined;
  /** An experiment failed: a bug. */
  readonly #onFailure: () => void;
  readonly #listeners = new Set<(progress: Progress) => void>();
  readonly #lessons: LessonDesk;
  readonly #memory = new Memory();
  #files: readonly string[];
  /** As read from the files. */
  #opened: Opened;
  /** With what is tried. */
  #revised: Opened;
  /** What is told of it with all figures, and changes only with it. */
  #scenarios: ScenarioTells;
  /** The text of the first file without its variants, once it was needed. */
  #alone: string | undefined;
  #tried: readonly VariantText[] = [];
  /** Those of them that are in a file. */
  #saved: ReadonlySet<VariantText> = new Set();
  #base: string | undefined;
  /** Exactly so many, after more were asked for. */
  #replications: number | undefined;
  #broken: readonly Checked[] = [];
  #answers: AnswerDesk;
  /** None before somebody looks: threads that begin would take the processors from the first frame. */
  #session: Session | undefined;
  #isPaused = false;
  #last: Progress | undefined;
  #unwatch: () => void = () => undefined;

  constructor(
    files: readonly string[],
    opened: Opened,
    options: {
      readonly workers: number | undefined;
      readonly read: Read;
      readonly library: LessonLibrary;
      readonly onFailure: () => void;
    },
    io: Io,
  ) {
    this.#io = io;
    this.#read = options.read;
    this.#workers = options.workers;
    this.#onFailure = options.onFailure;
    this.#files = files;
    this.#opened = opened;
    this.#revised = opened;
    this.#scenarios = tellsOf(opened.set, opened.set.base.name);
    this.#lessons = new LessonDesk(options.library, io);
    this.#answers = new AnswerDesk(opened, io);
    this.#watchFiles();
  }

  get title(): string {
    return this.#opened.set.base.name;
  }

  /** Where the experiment stands; none before the first figures. */
  get last(): Progress | undefined {
    return this.#last;
  }

  /** How the present experiment ends; one that nobody has looked at has found nothing. */
  get outcome(): Promise<Outcome> {
    return this.#session?.outcome ?? Promise.resolve({ progress: undefined, stop: null });
  }

  /** Files that are open. */
  get files(): readonly string[] {
    return this.#files;
  }

  tells(): DeskTells {
    return {
      title: this.title,
      ...this.#scenarios,
      tried: this.#tried.map(({ name }) => name),
      unsaved: this.#tried.filter((variant) => !this.#saved.has(variant)).map(({ name }) => name),
      broken: this.#broken,
      files: this.#files,
    };
  }

  modelOf(scenario: string): Model {
    return present(this.#revised.models[this.#numberOf(scenario)], scenario);
  }

  check(variant: VariantText): readonly Mistake[] {
    const [first] = this.#opened.sources;
    const source = present(first, 'a file');
    // The other variants are right already: without them it takes a tenth of the time.
    this.#alone ??= withoutVariants(source.text);
    const set = openSources([{ ...source, text: withVariant(this.#alone, variant) }], this.#opened.overrides);
    return set.ok ? [] : set.wrong.flatMap(({ mistakes }) => mistakes);
  }

  async bring<Kind extends WareKind>(want: Want<Kind>): Promise<Wares[Kind]['gives']>;
  async bring(want: Want): Promise<Wares[WareKind]['gives']> {
    const answers = this.#answers;
    const [given] = await Promise.allSettled([this.#answer(want)]);
    // The scenarios were changed meanwhile: the answer, or its failure, is about others.
    if (answers !== this.#answers) return await this.bring(want);
    if (given.status === 'rejected') throw given.reason;
    return given.value;
  }

  async #answer(want: Want): Promise<Wares[WareKind]['gives']> {
    const warmUp = (this.#last?.comparison.scenarios[0]?.warmUp ?? 0) * minutesPerHour;
    switch (want.kind) {
      case 'recording':
      case 'survey':
      case 'week': {
        const model = this.#numberOf(want.scenario);
        return await this.#answers.ask({ kind: want.kind, model, replication: want.replication, warmUp });
      }
      case 'oneMore': {
        const { replication, resource } = want;
        const model = this.#numberOf(want.scenario);
        return await this.#answers.ask({ kind: 'oneMore', model, replication, warmUp, resource });
      }
      case 'proof': {
        const model = this.#numberOf(want.scenario);
        return await this.#answers.ask({ kind: 'proof', model, rules: this.#rulesOf(model) });
      }
      case 'lessons':
        return this.#lessons.all();
      case 'lesson':
        return this.#lessons.scenarioOf(want.lesson);
      case 'answer':
        return await this.#lessons.answerOf(want.lesson);
      default:
        return unreachable(want);
    }
  }

  async run(errand: Errand): Promise<void> {
    switch (errand.kind) {
      case 'write':
        this.#write(errand.file, errand.text);
        return;
      case 'copy':
        // OSC 52: the terminal keeps it, also over ssh.
        this.#io.out.write(`\u001B]52;c;${Buffer.from(errand.text).toString('base64')}\u0007`);
        return;
      case 'try':
        this.#try(
          [...this.#tried.filter(({ name }) => name !== errand.replaces), errand.variant],
          this.#base === errand.replaces ? this.#base && errand.variant.name : this.#base,
        );
        return;
      case 'drop':
        this.#try(
          this.#tried.filter(({ name }) => name !== errand.scenario),
          this.#base === errand.scenario ? undefined : this.#base,
        );
        return;
      case 'base':
        this.#try(this.#tried, errand.scenario);
        return;
      case 'save':
        this.#write(errand.file, this.#textWith(this.#tried));
        this.#saved = new Set(this.#tried);
        return;
      case 'open':
        this.#base = undefined;
        this.#replications = undefined;
        this.#saved = new Set();
        this.#reopen(errand.files, []);
        return;
      case 'reread':
        this.#reopen(this.#files, this.#tried);
        return;
      case 'more':
        this.#replications = 2 * (this.#last?.replications ?? 1);
        this.#try(this.#tried, this.#base);
        return;
      case 'suspend':
        this.#io.suspend();
        return;
      case 'editor':
        this.#io.editFile(errand.file);
        this.#reopen(this.#files, this.#tried);
        return;
      case 'finish':
        this.#lessons.finish(errand.lesson);
        return;
      default:
        unreachable(errand);
    }
    await Promise.resolve();
  }

  subscribe(listener: (progress: Progress) => void): () => void {
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
    this.#unwatch();
    void this.#answers.close();
  }

  secondsLeft(): number | undefined {
    return this.#session?.secondsLeft();
  }

  /** `before` is what is known of scenarios that are as they were. */
  #begin(before?: Progress): Session {
    const session = new Session(
      this.#revised,
      { workers: this.#workers, memory: this.#memory, tell: (progress) => this.#tell(progress, before) },
      this.#io,
    );
    if (this.#isPaused) session.pause();
    session.outcome.catch(() => this.#onFailure());
    return session;
  }

  /** Until the new experiment knows as much as the one before did, what that knew stays. */
  #tell(progress: Progress, before: Progress | undefined): void {
    this.#last = progress.state === 'running' ? blended(progress, before) : progress;
    for (const listener of this.#listeners) listener(this.#last);
  }

  #numberOf(scenario: string): number {
    return this.#scenarios.names.indexOf(scenario);
  }

  /** Rules that ship for the flow. */
  #rulesOf(model: number): readonly Rule[] {
    const flow = present(this.#revised.models[model], 'a model').scenario.flow.name;
    return Object.hasOwn(ruleBooks, flow) ? (ruleBooks[flow] ?? []) : [];
  }

  #textWith(tried: readonly VariantText[]): string {
    const [first] = this.#opened.sources;
    return tried.reduce((text, variant) => withVariant(text, variant), present(first, 'a file').text);
  }

  /** The files with other variants; or what is wrong with them. */
  #revise(tried: readonly VariantText[], base: string | undefined = this.#base): Result<Opened, readonly Mistake[]> {
    const [first, ...others] = this.#opened.sources;
    const sources = [{ ...present(first, 'a file'), text: this.#textWith(tried) }, ...others];
    const overrides = {
      ...this.#opened.overrides,
      ...(base === undefined ? {} : { base }),
      ...(this.#replications === undefined ? {} : { replications: this.#replications }),
    };
    const set = openSources(sources, overrides);
    if (!set.ok) return wrong(set.wrong.flatMap(({ mistakes }) => mistakes));
    const models = modelsOf(set.value, tableCache(this.#io));
    return models.ok ? right({ sources, overrides, set: set.value, models: models.value }) : wrong(models.wrong);
  }

  #try(tried: readonly VariantText[], base: string | undefined): void {
    const revised = this.#revise(tried, base);
    assert(revised.ok, 'whoever tries a variant has checked it');
    this.#tried = tried;
    this.#base = base;
    this.#goOnWith(revised.value);
  }

  #reopen(files: readonly string[], tried: readonly VariantText[]): void {
    const opened = this.#read(files);
    this.#broken = opened.ok ? [] : opened.wrong;
    if (!opened.ok) return;
    this.#files = files;
    this.#opened = opened.value;
    this.#alone = undefined;
    // What the file has made wrong goes, the rest stays.
    const kept = tried.filter((variant) => this.#revise([variant]).ok);
    const revised = this.#revise(kept);
    this.#tried = revised.ok ? kept : [];
    this.#goOnWith(revised.ok ? revised.value : opened.value);
    this.#watchFiles();
  }

  #goOnWith(opened: Opened): void {
    this.#session?.stop();
    void this.#answers.close();
    const scenarios = tellsOf(opened.set, this.title);
    const before = this.#last === undefined ? undefined : stillTrue(this.#last, this.#scenarios.keys, scenarios.keys);
    // Nobody is told that this one has ended because the one before had.
    this.#last = before === undefined ? undefined : { ...before, state: 'running' };
    this.#revised = opened;
    this.#scenarios = scenarios;
    this.#answers = new AnswerDesk(opened, this.#io);
    this.#session = this.#begin(before);
  }

  /** A file that has changed is read again; what it says now, or what is wrong with it, is told. */
  #watchFiles(): void {
    this.#unwatch();
    const ends = this.#files
      .filter((file) => file !== '-')
      .map((file) =>
        this.#io.watchFile(file, () => {
          this.#reopen(this.#files, this.#tried);
          this.#tellAgain();
        }),
      );
    this.#unwatch = () => {
      for (const end of ends) end();
    };
  }

  #tellAgain(): void {
    if (this.#last === undefined) return;
    for (const listener of this.#listeners) listener(this.#last);
  }

  #write(file: string, text: string): void {
    if (this.#io.exists(file)) throw new Error('there is a file of this name');
    try {
      this.#io.writeFile(file, text);
    } catch (error) {
      if (error instanceof WriteFailed) throw new Error(errnoText(error.code), { cause: error });
      throw error;
    }
  }
}

type ScenarioTells = Pick<DeskTells, 'names' | 'changes' | 'sets' | 'keys' | 'settings'>;

/** What is told of scenarios; `file` is the name of the first file's base. */
function tellsOf(set: ScenarioSet, file: string): ScenarioTells {
  const { base, variants, settings } = set;
  // A variant of another file may have another name here than its scenario has there.
  const all = [{ name: base.name, scenario: base }, ...variants];
  return {
    names: all.map(({ name }) => name),
    changes: Object.fromEntries(variants.map(({ name, changes }) => [name, changes])),
    sets: setsOf(set, file),
    keys: Object.fromEntries(all.map(({ name, scenario }) => [name, keyOf(scenario)])),
    settings,
  };
}

/** What each scenario of the first file sets in its base (`file` is that one's name), whichever they are set against now. */
function setsOf({ file: first, base, variants }: ScenarioSet, file: string): DeskTells['sets'] {
  const back = variants.find(({ name }) => name === file)?.changes ?? [];
  const own = (changes: readonly Change[]): Readonly<Record<string, string>> => {
    const at = (path: string): Change | undefined => changes.find((each) => each.path === path);
    const others = back.flatMap(({ path, before, after }) =>
      at(path) === undefined && before !== after ? [[path, before] as const] : [],
    );
    const changed = changes.flatMap(({ path, before, after }) =>
      after === (back.find((each) => each.path === path)?.after ?? before) ? [] : [[path, after] as const],
    );
    return Object.fromEntries([...others, ...changed]);
  };
  const all = [{ name: base.name, scenario: base, changes: [] }, ...variants];
  return Object.fromEntries(
    all
      .filter(({ scenario }) => scenario.places.get('flow')?.file === first)
      .map(({ name, changes }) => [name, name === file ? {} : own(changes)] as const),
  );
}

/** What is known of scenarios that have the same keys before and after. */
function stillTrue(progress: Progress, before: DeskTells['keys'], after: DeskTells['keys']): Progress {
  const isTrue = ({ scenario }: { readonly scenario: string }): boolean => before[scenario] === after[scenario];
  const { comparison } = progress;
  return {
    ...progress,
    comparison: {
      ...comparison,
      scenarios: comparison.scenarios.filter(isTrue),
      // A difference is true of its base too.
      differences: isTrue({ scenario: comparison.base }) ? comparison.differences.filter(isTrue) : [],
    },
  };
}

/** What is known of each scenario: by the present experiment, or by the one before while that knew more of it. */
function blended(progress: Progress, before: Progress | undefined): Progress {
  if (before === undefined || before.replications <= progress.replications) return progress;
  const { comparison } = progress;
  if (before.comparison.base !== comparison.base) return progress;
  const old = new Map(before.comparison.scenarios.map((each) => [each.scenario, each]));
  return {
    ...progress,
    comparison: {
      ...comparison,
      scenarios: comparison.scenarios.map((each) => old.get(each.scenario) ?? each),
      differences: [
        ...before.comparison.differences.filter(({ scenario }) =>
          comparison.scenarios.some((each) => each.scenario === scenario),
        ),
        ...comparison.differences.filter(({ scenario }) => !old.has(scenario)),
      ],
    },
  };
}
