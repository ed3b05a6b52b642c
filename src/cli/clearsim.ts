import { CommanderError } from 'commander';
import type { Context } from './context.ts';
import { exit } from './exit.ts';
import { errnoText, ReadFailed, WriteFailed, type Io } from './io.ts';
import { languageOf } from './language.ts';
import { program } from './program.ts';
import { complain } from './say.ts';
import { shellLine } from './shell.ts';

/** Does what the command line asks for and gives back the exit code. Whatever goes wrong ends in a sentence, never in a stack trace. */
export async function clearsim(argv: readonly string[], io: Io): Promise<number> {
  const commandLine = shellLine(['clearsim', ...argv]);
  const context = { io, commandLine, language: languageOf(argv, io.environment) };
  try {
    let code: number = exit.fine;
    await program(context, (ended) => (code = ended)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, context);
  }
}

function codeOf(error: unknown, context: Context): number {
  // Commander has said what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.wrongInput;
  if (error instanceof WriteFailed) {
    // Who closed a pipe has seen enough.
    if (error.code === 'EPIPE') return exit.fine;
    const [{ target }, why] = [error, errnoText(error.code)];
    complain({ en: `${target.en} could not be written: ${why.en}`, zh: `无法写入“${target.zh}”：${why.zh}` }, context);
    return exit.notWritten;
  }
  if (error instanceof ReadFailed) {
    const why = errnoText(error.code);
    return complain(
      { en: `${error.file} could not be read: ${why.en}`, zh: `无法读取“${error.file}”：${why.zh}` },
      context,
    );
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const [first = ''] = what.slice(0, 200).split('\n');
  complain(
    {
      en: `this is a bug in clearsim (${first})\nIt happened in: ${context.commandLine}`,
      zh: `clearsim 自身出错（${first}）\n出错的命令：${context.commandLine}`,
    },
    context,
  );
  return exit.bug;
}
