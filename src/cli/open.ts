import { nearestWord, type Label } from '../base/index.ts';
import { compare } from './compare.ts';
import type { Context } from './context.ts';
import { onScreen, shipped, wantsScreen } from './on-screen.ts';
import type { SimulationOptions } from './options.ts';
import { complain } from './say.ts';

const commands = ['open', 'run', 'compare', 'validate', 'check', 'learn', 'flows', 'flow', 'keys', 'help'];

/** Opens scenarios on the screen; without a terminal, prints what `compare` prints. */
export async function open(files: readonly string[], options: SimulationOptions, context: Context): Promise<number> {
  const { io } = context;
  const strange = files.find((file) => /^[a-z]+$/.test(file) && !io.exists(file));
  if (strange !== undefined) {
    const nearest = commands.includes(strange) ? undefined : nearestWord(strange, commands);
    const hint: Label = commands.includes(strange)
      ? {
          en: `\n(A command comes first, options after it: clearsim ${strange} ...)`,
          zh: `\n（命令在前，选项在后：clearsim ${strange} ...）`,
        }
      : nearest === undefined
        ? { en: '', zh: '' }
        : { en: `\n(Did you mean ${nearest}?)`, zh: `\n（是否指 ${nearest}？）` };
    return complain(
      {
        en: `'${strange}' is neither a command nor a file${hint.en}`,
        zh: `“${strange}”既不是命令也不是文件${hint.zh}`,
      },
      context,
    );
  }
  if (files.length === 0 && !io.exists(shipped))
    return complain(
      {
        en: `no file is named, and ${shipped} is not here\nName scenario files: clearsim my-port.yaml; a start is in the folder scenarios of clearsim.`,
        zh: `没有写明文件，此处也没有 ${shipped}\n请写明方案文件：clearsim my-port.yaml；clearsim 的 scenarios 文件夹中有可供入门的方案。`,
      },
      context,
    );
  const named = files.length === 0 ? [shipped] : files;
  return await (wantsScreen(options, context) ? onScreen(named, options, context) : compare(named, options, context));
}
