import { CommanderError } from 'commander';
import { exit } from './exit.ts';
import { errnoText, ReadFailed, WriteFailed, type Io } from './io.ts';
import { program } from './program.ts';
import { shellLine } from './shell.ts';

/** Does what the command line asks for and gives back the exit code. Whatever goes wrong ends in a sentence, never in a stack trace. */
export async function clearsim(argv: readonly string[], io: Io): Promise<number> {
  const commandLine = shellLine(['clearsim', ...argv]);
  try {
    let code: number = exit.fine;
    await program({ io, commandLine }, (ended) => (code = ended)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return codeOf(error, commandLine, io);
  }
}

function codeOf(error: unknown, commandLine: string, io: Io): number {
  // Commander has said what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exit.fine : exit.wrongInput;
  if (error instanceof WriteFailed) {
    // Who closed a pipe has seen enough.
    if (error.code === 'EPIPE') return exit.fine;
    io.talk.write(`error: ${error.target} could not be written: ${errnoText(error.code)}\n`);
    return exit.notWritten;
  }
  if (error instanceof ReadFailed) {
    io.talk.write(`error: ${error.file} could not be read: ${errnoText(error.code)}\n`);
    return exit.wrongInput;
  }
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  io.talk.write(
    `error: this is a bug in clearsim (${what.split('\n')[0]?.slice(0, 200) ?? ''})\nIt happened in: ${commandLine}\n`,
  );
  return exit.bug;
}
