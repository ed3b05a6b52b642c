import { right, wrong } from './base/index.ts';
import { modelsOf, openSources, ownThread, runExperiment } from './experiment/index.ts';
// The types come from the files that hold them: through the rooms' doors the declarations would lead to packages that
// are inside the bundle, and that users do not have.
import type { Mistake } from './base/mistake.ts';
import type { Result } from './base/result.ts';
import type { Progress } from './experiment/progress.ts';

export type { Mistake, Place } from './base/mistake.ts';
export type { Result } from './base/result.ts';
export type { Comparison, Difference, Verdict } from './experiment/comparison.ts';
export type { Progress } from './experiment/progress.ts';
export type {
  ActivitySummary,
  Estimate,
  IndicatorResult,
  Interval,
  ResourceSummary,
  ScenarioResult,
} from './experiment/scenario-result.ts';

/** A scenario file: its name for messages, its text, and the texts of the files it names. */
export interface ScenarioFile {
  readonly file: string;
  readonly text: string;
  /** By path as the scenario names it; none if it names none. */
  readonly files?: Readonly<Record<string, string>>;
}

/** How scenarios are compared; every option may be left out. */
export interface CompareOptions {
  /** Replaces the seed of all scenarios. */
  readonly seed?: string;
  /** Exactly so many replications, at least 1; otherwise as many as the base asks for. */
  readonly replications?: number;
  /** Ends the comparison at once: what is done by then is its result. */
  readonly signal?: AbortSignal;
  /** Is awaited every few milliseconds, so that others have the thread; none: they do not. */
  readonly breathe?: () => Promise<void>;
}

/** What is wrong with a scenario file and the files it names. */
export interface FileMistakes {
  readonly file: string;
  readonly mistakes: readonly Mistake[];
}

/**
 * Compares the variants of the first file, and the scenarios of all others, with the first file's base.
 * The result says where the comparison ended, or is undefined if it was ended before the first replication was done.
 * It runs in the thread that calls it and uses neither files nor clock, so it works in a browser too.
 */
export async function compareScenarios(
  files: readonly ScenarioFile[],
  options: CompareOptions = {},
): Promise<Result<Progress | undefined, readonly FileMistakes[]>> {
  const { seed, replications, signal, breathe = () => Promise.resolve() } = options;
  const sources = files.map((each) => ({ files: {}, ...each }));
  const overrides = {
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
  };

  const set = openSources(sources, overrides);
  if (!set.ok) return set;
  const models = modelsOf(set.value);
  if (!models.ok) return wrong([{ file: set.value.file, mistakes: models.wrong }]);

  const pool = ownThread(models.value, async () => {
    await breathe();
    // A replication that nobody wants any more is not run to its end.
    signal?.throwIfAborted();
  });
  const { progress, stop } = await runExperiment(set.value, models.value, {
    pool,
    ...(signal === undefined ? {} : { signal }),
  });
  if (stop === null) return right(progress);
  const message = {
    en: `${stop.scenario} cannot be run to its end (${stop.reason}): ${stop.about}`,
    zh: `${stop.scenario} 无法运行到底（${stop.reason}）：${stop.about}`,
  };
  return wrong([{ file: set.value.file, mistakes: [{ code: 'run-stopped', path: [], message }] }]);
}
