import type { Label } from '../base/index.ts';
import { mutationText, toJson } from '../report/index.ts';
import { mutate, type Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import { checkTarget, deliver } from './deliver.ts';
import { exit } from './exit.ts';
import type { CheckOptions } from './options.ts';
import { complain } from './say.ts';
import { textOptions } from './text-options.ts';

/** Tells which small faults of a machine its rules notice; not while one of them fails. */
export function checkMutants(model: Model, rules: readonly Rule[], options: CheckOptions, context: Context): number {
  const { talk } = context.io;
  checkTarget(options, context);
  const isTold = talk.isTerminal && options.quiet !== true;
  const mutation = mutate(model, rules, (done, of) => {
    if (isTold) talk.write(`\r${mutants(done, of)[context.language]}\u001B[K`);
  });
  if (isTold) talk.write('\r\u001B[K');
  if (!mutation.ok) {
    const broken = mutation.wrong.map(({ rule }) => rule.id);
    complain(
      {
        en: `${broken.join(', ')} broken on the machine as it is, so that every mutant would look noticed\nRun check without --mutate to see how; mutation begins when all rules hold.`,
        zh: `原状态机已违反 ${broken.join('、')}，任何变异体都会显得被发现\n不带 --mutate 运行 check 可见如何违反；所有规则成立后才能变异。`,
      },
      context,
    );
    return exit.broken;
  }
  deliver(
    options.json === true ? toJson(mutation.value) : mutationText(mutation.value, textOptions(options, context)),
    options,
    context,
  );
  return exit.fine;
}

function mutants(done: number, of: number): Label {
  return { en: `${done} of ${of} mutants`, zh: `变异体 ${done}/${of}` };
}
