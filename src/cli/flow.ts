import { nearestWord } from '../base/index.ts';
import { builtInFlows, outlineOf } from '../flows/index.ts';
import { flowText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Prints a flow lane by lane. */
export function flow(name: string, options: CommonOptions, context: Context): number {
  const names = Object.keys(builtInFlows);
  const found = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (found === undefined) {
    const nearest = nearestWord(name, names);
    context.io.talk.write(
      `error: no flow is called '${name}'${nearest === undefined ? `; there are: ${names.join(', ')}` : `\n(Did you mean ${nearest}?)`}\n`,
    );
    return exit.wrongInput;
  }
  const outline = outlineOf(found);
  deliver(options.json === true ? toJson(outline) : flowText(outline, textOptions(options, context)), options, context);
  return exit.fine;
}
