import type { Context } from './context.ts';
import type { CommonOptions } from './options.ts';
import { say } from './say.ts';

/** Brings data to where the user wants it: standard output, or a file that is whole or not there. */
export function deliver(text: string, options: CommonOptions, context: Context): void {
  const { io } = context;
  if (options.output === undefined || options.output === '-') {
    io.out.write(text);
    return;
  }
  io.writeFile(options.output, text);
  if (options.quiet !== true) say({ en: `Written: ${options.output}`, zh: `已写入：${options.output}` }, context);
}

/** Fails before the work rather than after it where a file that the user wants cannot be written. */
export function checkTarget({ output }: CommonOptions, { io }: Context): void {
  if (output !== undefined && output !== '-') io.openFile(output).drop();
}

/** Cells that a line of plain text may fill: the terminal's, else what COLUMNS says; undefined: a file or a pipe takes what comes. */
export function widthOf({ output }: Pick<CommonOptions, 'output'>, { io }: Context): number | undefined {
  if (output !== undefined && output !== '-') return undefined;
  const said = Number(io.environment['COLUMNS']);
  return io.out.columns ?? (Number.isInteger(said) && said >= 40 ? said : undefined);
}
