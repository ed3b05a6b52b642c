import { present, right, wrong, type Result } from '../base/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { proofText, toJson, type Checked } from '../report/index.ts';
import { checkNames, fails, freeModel, proveModel, ruleBooks, type Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { checkLog, isLog } from './check-log.ts';
import { checkMutants } from './check-mutants.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { noSuchName } from './no-such-name.ts';
import type { CheckOptions } from './options.ts';
import { readRuleFile } from './read-rule-file.ts';
import { readSources } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { textOptions } from './text-options.ts';

/** Checks the rules of a flow with everything open, or of a scenario as it is, or on the cases of a log. */
export function check(target: string, options: CheckOptions, context: Context): number {
  if (isLog(target, context.io))
    return options.mutate === true ? noMachine(target, context) : checkLog(target, options, context);
  const model = modelOf(target, context);
  if (typeof model === 'number') return model;
  if (!model.ok) return refuse(model.wrong, options, context);
  const rules = rulesFor(model.value, options, context);
  if (typeof rules === 'number') return rules;
  if (!rules.ok) return refuse(rules.wrong, options, context);
  if (options.mutate === true) return checkMutants(model.value, rules.value, options, context);
  const proof = proveModel(model.value, rules.value);
  deliver(options.json === true ? toJson(proof) : proofText(proof, textOptions(options, context)), options, context);
  return proof.verdicts.some(fails) ? exit.broken : exit.fine;
}

/** A log cannot be changed as a machine can. */
function noMachine(target: string, { io }: Context): number {
  io.talk.write(`error: --mutate changes the machine of a flow or scenario; '${target}' is a log\n`);
  return exit.wrongInput;
}

/** The model of a flow by its name, with everything open, or that of the base of a scenario file; or the exit code: there is none. */
function modelOf(target: string, context: Context): Result<Model, readonly Checked[]> | number {
  if (/\.(?:ya?ml|json)$/iu.test(target) || target === '-') {
    const opened = readSources([target], { baseOnly: true }, context.io);
    return opened.ok ? right(present(opened.value.models[0], 'the model of the base')) : opened;
  }
  const flow = Object.hasOwn(builtInFlows, target) ? builtInFlows[target] : undefined;
  return flow === undefined ? noSuchName('flow', target, Object.keys(builtInFlows), context) : right(freeModel(flow));
}

/** Rules of a file, or those that ship for the flow, each naming only what the model has; or the exit code. */
export function rulesFor(
  model: Model,
  options: Pick<CheckOptions, 'rules'>,
  context: Context,
): Result<readonly Rule[], readonly Checked[]> | number {
  const { flow } = model.scenario;
  if (options.rules === undefined) {
    const book = Object.hasOwn(ruleBooks, flow.name) ? ruleBooks[flow.name] : undefined;
    if (book !== undefined) return right(book);
    context.io.talk.write(
      `error: no rules ship for '${flow.name}'; there are rules for: ${Object.keys(ruleBooks).join(', ')}\nGive a file of rules: --rules FILE.\n`,
    );
    return exit.wrongInput;
  }
  const file = readRuleFile(options.rules, context.io);
  if (!file.ok) return file;
  const { rules, locate, linesOf } = file.value;
  const mistakes = checkNames(rules, model).map(locate);
  return mistakes.length === 0 ? right(rules) : wrong([{ file: options.rules, mistakes, linesOf }]);
}
