import { present } from '../base/index.ts';
import { runText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { endOf } from './end-of.ts';
import { overridesOf, type SimulationOptions } from './options.ts';
import { readSources } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { runToEnd } from './run-to-end.ts';
import { textOptions } from './text-options.ts';

/** Runs the base of a file and prints its figures. */
export async function run(file: string, options: SimulationOptions, context: Context): Promise<number> {
  const opened = readSources([file], { ...overridesOf(options, context), baseOnly: true }, context.io);
  if (!opened.ok) return refuse(opened.wrong, options, context);
  const ended = await runToEnd(opened.value, options, context.io);
  if (ended.progress !== undefined) {
    const result = present(ended.progress.comparison.scenarios[0], 'the result of the base');
    deliver(options.json === true ? toJson(result) : runText(result, textOptions(options, context)), options, context);
  }
  return endOf(ended, context);
}
