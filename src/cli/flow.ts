import { builtInFlows, outlineOf } from '../flows/index.ts';
import { flowText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { noSuchName } from './no-such-name.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Prints a flow lane by lane. */
export function flow(name: string, options: CommonOptions, context: Context): number {
  const found = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (found === undefined) return noSuchName('flow', name, Object.keys(builtInFlows), context);
  const outline = outlineOf(found);
  deliver(options.json === true ? toJson(outline) : flowText(outline, textOptions(options, context)), options, context);
  return exit.fine;
}
