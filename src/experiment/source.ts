import { right, wrong, type Mistake, type Result, type Label } from '../base/index.ts';
import { parseScenario, type Change, type Scenario, type ScenarioSet, type Variant } from '../scenario/index.ts';

/** A scenario file as read, with the text of every file it names: all that a thread needs to make the same scenarios. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** By path as the scenario names it. */
  readonly files: Readonly<Record<string, string>>;
}

/** What the command line changes in every scenario. */
export interface Overrides {
  readonly seed?: string;
  /** Exactly so many replications, whatever precision they reach. */
  readonly replications?: number;
  /** Leave the variants out. */
  readonly baseOnly?: true;
  /** Name of the scenario that the others are set against; default: the first file's base. */
  readonly base?: string;
}

/** What is wrong with a scenario file and the files it names. */
export interface FileMistakes {
  readonly file: string;
  readonly mistakes: readonly Mistake[];
}

/** The text of a file that a scenario names, or why it cannot be had. */
export type ReadBeside = (source: Source, path: string) => Result<string, Label>;

/**
 * The scenarios to compare. The first file gives the base and its variants; each further file adds its own base and variants
 * as variants. A name that is there already gets its file in brackets. All mistakes of all files at once, those of a file together.
 * `readBeside` reads a file that a scenario names; without it, what the sources carry is all there is.
 */
export function openSources(
  sources: readonly Source[],
  overrides: Overrides,
  readBeside: ReadBeside = fromSource,
): Result<ScenarioSet, readonly FileMistakes[]> {
  const mistakes: FileMistakes[] = [];
  const sets: ScenarioSet[] = [];
  for (const source of sources) {
    const parsed = parseScenario(source, (path) => readBeside(source, path));
    if (parsed.ok) sets.push(parsed.value);
    else mistakes.push({ file: source.file, mistakes: parsed.wrong });
  }
  const [first, ...others] = sets;
  if (mistakes.length > 0 || first === undefined) return wrong(mistakes);
  const variants = overrides.baseOnly === true ? [] : [...first.variants];
  const names = new Set([first.base.name, ...variants.map((variant) => variant.name)]);
  for (const { file, base, variants: own } of overrides.baseOnly === true ? [] : others) {
    for (const variant of [{ name: base.name, shows: base.shows, scenario: base, changes: [] }, ...own]) {
      const name = names.has(variant.name) ? `${variant.name} (${file})` : variant.name;
      names.add(name);
      variants.push({ ...variant, name });
    }
  }
  return right(
    against(overrides.base, {
      file: first.file,
      base: overridden(first.base, overrides),
      settings: first.settings,
      variants: variants.map((variant): Variant => ({ ...variant, scenario: overridden(variant.scenario, overrides) })),
    }),
  );
}

/** The set with another of its scenarios as the base; the base that was takes its place among the variants. */
function against(name: string | undefined, set: ScenarioSet): ScenarioSet {
  const base = set.variants.find((variant) => variant.name === name);
  if (base === undefined) return set;
  const old: Variant = { name: set.base.name, shows: set.base.shows, scenario: set.base, changes: [] };
  return {
    ...set,
    base: base.scenario,
    variants: [old, ...set.variants.filter((variant) => variant !== base)].map((variant) => ({
      ...variant,
      changes: changesFrom(base.changes, variant.changes),
    })),
  };
}

/** What a variant changes of another one, from what both change of the same base. */
function changesFrom(base: readonly Change[], variant: readonly Change[]): readonly Change[] {
  const paths = [...new Set([...base, ...variant].map(({ path }) => path))];
  return paths
    .map((path): Change => {
      const [own, other] = [variant, base].map((changes) => changes.find((each) => each.path === path));
      return {
        path,
        before: other?.after ?? own?.before ?? '',
        after: own?.after ?? other?.before ?? '',
      };
    })
    .filter(({ before, after }) => before !== after);
}

function fromSource(source: Source, path: string): Result<string, Label> {
  const text = Object.hasOwn(source.files, path) ? source.files[path] : undefined;
  return text === undefined ? wrong({ en: 'no such file', zh: '没有此文件' }) : right(text);
}

function overridden(scenario: Scenario, overrides: Overrides): Scenario {
  const { run } = scenario;
  const { seed = run.seed, replications } = overrides;
  return {
    ...scenario,
    run: {
      ...run,
      seed,
      replications:
        replications === undefined ? run.replications : { ...run.replications, min: replications, max: replications },
    },
  };
}
