import { present } from '../base/index.ts';
import { withHistories } from '../experiment/index.ts';
import { compareText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { checkTarget, deliver } from './deliver.ts';
import { endOf } from './end-of.ts';
import { followOpened } from './follow-opened.ts';
import { overridesOf, type SimulationOptions } from './options.ts';
import { readFollowed } from './read-followed.ts';
import { refuse } from './refuse.ts';
import { runToEnd } from './run-to-end.ts';
import { textOptions } from './text-options.ts';

/** Compares a base with its variants, of one file or several, and prints who gains and who loses. */
export async function compare(files: readonly string[], options: SimulationOptions, context: Context): Promise<number> {
  const read = readFollowed(files, { overrides: overridesOf(options, context), rules: options.rules }, context.io);
  if (!read.ok) return refuse(read.wrong, options, context);
  const opened = followOpened(read.value);
  checkTarget(options, context);
  const ended = await runToEnd(opened, options, context);
  if (ended.progress !== undefined) {
    const { of } = ended.progress;
    const { models } = opened;
    const comparison = {
      ...ended.progress.comparison,
      scenarios: ended.progress.comparison.scenarios.map((each, index) =>
        withHistories(each, present(models[index], each.scenario)),
      ),
    };
    const shown = of in (comparison.scenarios[0]?.indicators ?? {}) ? { indicator: of } : {};
    deliver(
      options.json === true
        ? toJson(comparison)
        : compareText(comparison, { ...textOptions(options, context), ...shown }),
      options,
      context,
    );
  }
  return endOf(ended, context);
}
