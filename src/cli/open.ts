import { nearestWord } from '../base/index.ts';
import { compare } from './compare.ts';
import type { Context } from './context.ts';
import { exit } from './exit.ts';
import { onScreen, shipped, wantsScreen } from './on-screen.ts';
import type { SimulationOptions } from './options.ts';

const commands = ['open', 'run', 'compare', 'validate', 'check', 'learn', 'flows', 'flow', 'keys', 'help'];

/** Opens scenarios on the screen; without a terminal, prints what `compare` prints. */
export async function open(files: readonly string[], options: SimulationOptions, context: Context): Promise<number> {
  const { io } = context;
  const strange = files.find((file) => /^[a-z]+$/.test(file) && !io.exists(file));
  if (strange !== undefined) {
    const nearest = commands.includes(strange) ? undefined : nearestWord(strange, commands);
    const hint = commands.includes(strange)
      ? `\n(A command comes first, options after it: clearsim ${strange} ...)`
      : nearest === undefined
        ? ''
        : `\n(Did you mean ${nearest}?)`;
    io.talk.write(`error: '${strange}' is neither a command nor a file${hint}\n`);
    return exit.wrongInput;
  }
  if (files.length === 0 && !io.exists(shipped)) {
    io.talk.write(
      `error: no file is named, and ${shipped} is not here\nName scenario files: clearsim my-port.yaml; a start is in the folder scenarios of clearsim.\n`,
    );
    return exit.wrongInput;
  }
  const named = files.length === 0 ? [shipped] : files;
  return await (wantsScreen(options, context) ? onScreen(named, options, context) : compare(named, options, context));
}
