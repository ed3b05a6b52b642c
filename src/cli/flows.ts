import { builtInFlows } from '../flows/index.ts';
import { flowsText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Lists the flows that are built in. */
export function flows(options: CommonOptions, context: Context): number {
  const all = Object.values(builtInFlows);
  const text =
    options.json === true
      ? toJson({
          flows: all.map(({ name, label, explanation, measures }) => ({
            name,
            label,
            explanation,
            measures: Object.keys(measures),
          })),
        })
      : flowsText(all, textOptions(options, context));
  deliver(text, options, context);
  return exit.fine;
}
