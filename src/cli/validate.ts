import { validateText, wordsOf, type Checked } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readSources } from './read-sources.ts';
import { mistakesJson, refuse } from './refuse.ts';

/** Says of each file whether it is right; its flow is compiled for that. Right files are data, mistakes are talk. */
export function validate(files: readonly string[], options: CommonOptions, context: Context): number {
  const checked = files.flatMap((file): readonly Checked[] => {
    const opened = readSources([file], {}, context.io);
    return opened.ok ? [{ file, mistakes: [], linesOf: () => [] }] : opened.wrong;
  });
  const wrong = checked.filter((each) => each.mistakes.length > 0);
  if (options.json === true) deliver(mistakesJson(checked), options, context);
  else {
    const right = checked.filter((each) => each.mistakes.length === 0);
    if (right.length > 0) deliver(validateText(right, wordsOf(options.lang)), options, context);
    if (wrong.length > 0) refuse(wrong, options, context);
  }
  return wrong.length === 0 ? exit.fine : exit.wrongInput;
}
