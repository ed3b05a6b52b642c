import { validateText, wordsOf, type Checked } from '../report/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { checkLessonFile } from './check-lesson-file.ts';
import { checkRuleFile } from './read-rule-file.ts';
import { Reading, readSources } from './read-sources.ts';
import { mistakesJson, refuse } from './refuse.ts';

/** Says of each file of a scenario, of rules or of a lesson whether it is right; flows are compiled for that. Right files are data, mistakes are talk. */
export function validate(files: readonly string[], options: CommonOptions, context: Context): number {
  const reading = new Reading(context.io);
  const checked = files.flatMap((file): readonly Checked[] => {
    const other = checkRuleFile(file, reading) ?? checkLessonFile(file, reading, context.io);
    if (other !== undefined) return other;
    const opened = readSources([file], {}, context.io, reading);
    return opened.ok ? [{ file, mistakes: [], linesOf: () => [] }] : opened.wrong;
  });
  const wrong = checked.filter((each) => each.mistakes.length > 0);
  if (options.json === true) deliver(mistakesJson(checked), options, context);
  else {
    const right = checked.filter((each) => each.mistakes.length === 0);
    if (right.length > 0) deliver(validateText(right, wordsOf(context.language)), options, context);
    if (wrong.length > 0) refuse(wrong, options, context);
  }
  return wrong.length === 0 ? exit.fine : exit.wrongInput;
}
