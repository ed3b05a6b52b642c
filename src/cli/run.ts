import { present } from '../base/index.ts';
import { withHistories } from '../experiment/index.ts';
import { runText, toJson } from '../report/index.ts';
import type { Context } from './context.ts';
import { checkTarget, deliver } from './deliver.ts';
import { endOf } from './end-of.ts';
import { followOpened } from './follow-opened.ts';
import { LogFile } from './log-file.ts';
import { overridesOf, type RunOptions } from './options.ts';
import { readFollowed } from './read-followed.ts';
import { refuse } from './refuse.ts';
import { runToEnd } from './run-to-end.ts';
import { say } from './say.ts';
import { textOptions } from './text-options.ts';

/** Runs the base of a file, prints its figures and writes its log where one is wanted. */
export async function run(file: string, options: RunOptions, context: Context): Promise<number> {
  const overrides = { ...overridesOf(options, context), baseOnly: true } as const;
  const read = readFollowed([file], { overrides, rules: options.rules }, context.io);
  if (!read.ok) return refuse(read.wrong, options, context);
  const opened = followOpened(read.value);
  checkTarget(options, context);
  const { io } = context;
  const model = present(opened.models[0], 'the model of the base');
  const log = options.log === undefined ? undefined : new LogFile(model, options.log, io);
  try {
    const ended = await runToEnd(opened, options, context, log);
    if (ended.progress !== undefined) {
      const result = withHistories(present(ended.progress.comparison.scenarios[0], 'the result of the base'), model);
      deliver(
        options.json === true ? toJson(result) : runText(result, textOptions(options, context)),
        options,
        context,
      );
    }
    if (log?.isWhole === false)
      say(
        {
          en: `The log was not finished: ${options.log ?? ''} is left as it was.`,
          zh: `日志未完成：${options.log ?? ''} 保持原样。`,
        },
        context,
      );
    return endOf(ended, context);
  } finally {
    log?.drop();
  }
}
