import { nearestWord } from '../base/index.ts';
import type { Context } from './context.ts';
import { exit } from './exit.ts';

/** Says that no `kind` is called so, with the nearest name that there is, or all of them; gives the exit code. */
export function noSuchName(kind: string, name: string, names: readonly string[], { io }: Context): number {
  const nearest = nearestWord(name, names);
  io.talk.write(
    `error: no ${kind} is called '${name}'${nearest === undefined ? `; there are: ${names.join(', ')}` : `\n(Did you mean ${nearest}?)`}\n`,
  );
  return exit.wrongInput;
}
