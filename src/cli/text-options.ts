import { wordsOf, type TextOptions } from '../report/index.ts';
import type { Context } from './context.ts';
import { widthOf } from './deliver.ts';
import type { CommonOptions } from './options.ts';
import { version } from './version.ts';

/** The command line's wishes as the reports take them. */
export function textOptions(options: CommonOptions, context: Context): TextOptions {
  return {
    words: wordsOf(context.language),
    format: options.format,
    width: widthOf(options, context),
    verbose: options.verbose === true,
    madeBy: `clearsim ${version}: \`${context.commandLine}\``,
  };
}
