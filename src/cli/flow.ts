import { builtInFlows, outlineOf } from '../flows/index.ts';
import { flowText, toJson, vocabularyText } from '../report/index.ts';
import { freeModel, vocabularyOf } from '../rules/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { noSuchName } from './no-such-name.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Prints a flow lane by lane; verbose, also the words that rules about it may use. */
export function flow(name: string, options: CommonOptions, context: Context): number {
  const found = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (found === undefined) return noSuchName({ en: 'flow', zh: '流程' }, name, Object.keys(builtInFlows), context);
  const outline = outlineOf(found);
  const texts = textOptions(options, context);
  const words = options.json === true || options.verbose === true ? vocabularyOf(freeModel(found)) : undefined;
  const text = (): string =>
    `${flowText(outline, texts)}${words === undefined || texts.format === 'csv' ? '' : `\n${vocabularyText(words, texts)}`}`;
  deliver(options.json === true ? toJson({ ...outline, words }) : text(), options, context);
  return exit.fine;
}
