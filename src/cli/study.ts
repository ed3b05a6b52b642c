import { present, right, wrong, type Mistake, type Result } from '../base/index.ts';
import { modelsOf, openSources } from '../experiment/index.ts';
import { withoutVariants, withVariant, type Change, type ScenarioSet, type VariantText } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { DeskTells } from '../tui/index.ts';
import type { Io } from './io.ts';
import type { SimulationOptions } from './options.ts';
import type { Opened } from './read-sources.ts';
import { keysOf } from './session.ts';
import { tableCache } from './table-cache.ts';

/** Files as they are named to be opened. */
export interface Named {
  readonly files: readonly string[];
  /** File of rules that their runs follow; true: those that ship for the flow; none: they follow none. */
  readonly rules: SimulationOptions['rules'];
}

/** What is tried with the files of a study. */
export interface Trial {
  readonly tried: readonly VariantText[];
  /** Name of the scenario that the others are set against; none: as the files say. */
  readonly base: string | undefined;
  /** Exactly so many, after more were asked for; none: as the files say. */
  readonly replications: number | undefined;
}

/** What is told of scenarios, and changes only with them. */
export type ScenarioTells = Pick<
  DeskTells,
  'names' | 'base' | 'changes' | 'sets' | 'keys' | 'settings' | 'files' | 'rulesFile'
>;

const asRead: Trial = { tried: [], base: undefined, replications: undefined };

/** Files that are open, with what is tried in them. It never changes: what is tried next is another study. */
export class Study {
  readonly named: Named;
  /** As read from the files. */
  readonly opened: Opened;
  readonly trial: Trial;
  /** With what is tried. */
  readonly revised: Opened;
  readonly tells: ScenarioTells;
  readonly #io: Io;
  /** The text of the first file without its variants, once it was needed. */
  #alone: string | undefined;

  constructor(named: Named, opened: Opened, io: Io, trial: Trial = asRead, revised: Opened = opened) {
    this.named = named;
    this.opened = opened;
    this.trial = trial;
    this.revised = revised;
    const order = [...namesOf(opened.set), ...trial.tried.map(({ name }) => name)];
    const { files, rules } = named;
    this.tells = {
      ...tellsOf(revised, { file: this.title, order }, io),
      files,
      rulesFile: typeof rules === 'string' ? rules : undefined,
    };
    this.#io = io;
  }

  /** Name of the first file's base. */
  get title(): string {
    return this.opened.set.base.name;
  }

  /** The same in Chinese. */
  get titleZh(): string {
    return this.opened.set.base.nameZh;
  }

  /** True where nothing is tried. */
  get isAsRead(): boolean {
    const { tried, base, replications } = this.trial;
    return tried.length === 0 && base === undefined && replications === undefined;
  }

  /** The text of the first file with all that is tried. */
  get text(): string {
    return present(this.revised.sources[0], 'a file').text;
  }

  modelOf(scenario: string): Model {
    return present(this.revised.models[this.numberOf(scenario)], scenario);
  }

  /** The number of the scenario's model, the base being 0. */
  numberOf(scenario: string): number {
    return namesOf(this.revised.set).indexOf(scenario);
  }

  /** What is wrong with a variant that one thinks of. */
  check(variant: VariantText): readonly Mistake[] {
    // The other variants are right already: without them it takes a tenth of the time.
    this.#alone ??= withoutVariants(this.#first.text);
    const set = openSources([{ ...this.#first, text: withVariant(this.#alone, variant) }], this.opened.overrides);
    return set.ok ? [] : set.wrong.flatMap(({ mistakes }) => mistakes);
  }

  /** The same files with something else tried, or what is wrong with that. */
  with(change: Partial<Trial>): Result<Study, readonly Mistake[]> {
    const trial = { ...this.trial, ...change };
    const { base, replications } = trial;
    const text = trial.tried.reduce(withVariant, this.#first.text);
    const sources = [{ ...this.#first, text }, ...this.opened.sources.slice(1)];
    const overrides = {
      ...this.opened.overrides,
      ...(base === undefined ? {} : { base }),
      ...(replications === undefined ? {} : { replications }),
    };
    const set = openSources(sources, overrides);
    if (!set.ok) return wrong(set.wrong.flatMap(({ mistakes }) => mistakes));
    const models = modelsOf(set.value, tableCache(this.#io));
    if (!models.ok) return wrong(models.wrong);
    const revised = { ...this.opened, sources, overrides, set: set.value, models: models.value };
    return right(new Study(this.named, this.opened, this.#io, trial, revised));
  }

  /** The files as they say now, with what is tried: what they have made wrong goes, the rest stays. */
  reread(opened: Opened): Study {
    const plain = new Study(this.named, opened, this.#io);
    const tried = this.trial.tried.filter((variant) => plain.with({ tried: [variant] }).ok);
    const again = plain.with({ ...this.trial, tried });
    // The base may be one that went.
    const anew = again.ok ? again : plain.with({ tried });
    return anew.ok ? anew.value : plain;
  }

  get #first(): Opened['sources'][number] {
    return present(this.opened.sources[0], 'a file');
  }
}

/** Names of the scenarios, base first, as they are run. */
function namesOf({ base, variants }: ScenarioSet): readonly string[] {
  return [base.name, ...variants.map(({ name }) => name)];
}

/** What is told of scenarios; `file` is the name of the first file's base, `order` that of their letters. */
function tellsOf(
  opened: Opened,
  { file, order }: { readonly file: string; readonly order: readonly string[] },
  io: Io,
): Omit<ScenarioTells, 'files' | 'rulesFile'> {
  const { set } = opened;
  const { base, variants, settings } = set;
  const names = namesOf(set);
  return {
    names: names.toSorted((one, other) => order.indexOf(one) - order.indexOf(other)),
    base: base.name,
    changes: Object.fromEntries(variants.map(({ name, changes }) => [name, changes])),
    sets: setsOf(set, file),
    keys: Object.fromEntries(keysOf(opened, io).map((key, at) => [names[at] ?? '', key])),
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
