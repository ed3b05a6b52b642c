import { nearestWord, type Label } from '../base/index.ts';
import type { Context } from './context.ts';
import { complain } from './say.ts';

/** Says that no `kind` is called so, with the nearest name that there is, or all of them; gives the exit code. */
export function noSuchName(kind: Label, name: string, names: readonly string[], context: Context): number {
  const nearest = nearestWord(name, names);
  return complain(
    nearest === undefined
      ? {
          en: `no ${kind.en} is called '${name}'; there are: ${names.join(', ')}`,
          zh: `没有${kind.zh}“${name}”；现有：${names.join('、')}`,
        }
      : {
          en: `no ${kind.en} is called '${name}'\n(Did you mean ${nearest}?)`,
          zh: `没有${kind.zh}“${name}”\n（是否指 ${nearest}？）`,
        },
    context,
  );
}
