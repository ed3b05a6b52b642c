import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { parseScenario, type Scenario, type ScenarioSet, type Variant } from '../scenario/index.ts';

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
}

/** What is wrong with a scenario file and the files it names. */
export interface FileMistakes {
  readonly file: string;
  readonly mistakes: readonly Mistake[];
}

/** The text of a file that a scenario names, or why it cannot be had. */
export type ReadBeside = (source: Source, path: string) => Result<string, string>;

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
  return right({
    file: first.file,
    base: overridden(first.base, overrides),
    settings: first.settings,
    variants: variants.map((variant): Variant => ({ ...variant, scenario: overridden(variant.scenario, overrides) })),
  });
}

function fromSource(source: Source, path: string): Result<string, string> {
  const text = Object.hasOwn(source.files, path) ? source.files[path] : undefined;
  return text === undefined ? wrong('no such file') : right(text);
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
