import type { Label } from '../base/index.ts';
import type { Context } from './context.ts';
import { exit } from './exit.ts';

/** Says a sentence on standard error, in the language of the user. */
export function say(what: Label, { io, language }: Context): void {
  io.talk.write(`${what[language]}\n`);
}

/** Says what is wrong with what was asked for, and gives the exit code. */
export function complain(what: Label, context: Context): number {
  say({ en: `error: ${what.en}`, zh: `错误：${what.zh}` }, context);
  return exit.wrongInput;
}
