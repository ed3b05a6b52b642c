import { mistakeJson, toJson, validateText, wordsOf, type Checked } from '../report/index.ts';
import type { Context } from './context.ts';
import { exit } from './exit.ts';
import type { CommonOptions } from './options.ts';

/** Says what is wrong with files, on standard error, and gives the exit code. */
export function refuse(checked: readonly Checked[], options: CommonOptions, { io, language }: Context): number {
  io.talk.write(options.json === true ? mistakesJson(checked) : validateText(checked, wordsOf(language)));
  return exit.wrongInput;
}

/** Files and their mistakes for other programs. */
export function mistakesJson(checked: readonly Checked[]): string {
  return toJson({
    files: checked.map(({ file, mistakes }) => ({
      file,
      right: mistakes.length === 0,
      mistakes: mistakes.map(mistakeJson),
    })),
  });
}
