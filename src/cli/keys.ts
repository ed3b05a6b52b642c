import { keysText, toJson } from '../report/index.ts';
import { keyTable } from '../tui/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { textOptions } from './text-options.ts';

/** Prints the key table of the screen. */
export function keys(options: CommonOptions, context: Context): number {
  const text =
    options.json === true
      ? toJson({ keys: keyTable.map((row) => ({ keys: row.keys, where: row.context, does: row.label })) })
      : keysText(keyTable, textOptions(options, context));
  deliver(text, options, context);
  return exit.fine;
}
