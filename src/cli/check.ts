import { present, right, type Mistake, type Result } from '../base/index.ts';
import type { Source } from '../experiment/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { proofText, toJson, type Checked } from '../report/index.ts';
import {
  checkNames,
  checkSize,
  fails,
  freeModel,
  namedBy,
  proveModel,
  ruleBooks,
  structureOf,
  waitingRules,
  type Rule,
  type Waiting,
} from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { checkLog, isLog } from './check-log.ts';
import { checkByChance } from './check-by-chance.ts';
import { checkByRun, type RuleMistake } from './check-by-run.ts';
import { checkMutants } from './check-mutants.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { noSuchName } from './no-such-name.ts';
import { optionMisfit } from './option-misfit.ts';
import type { CheckOptions } from './options.ts';
import { readRuleFile, ruleFileMistakes } from './read-rule-file.ts';
import { Reading, readSources } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { complain } from './say.ts';
import { textOptions } from './text-options.ts';

/** Checks the rules of a flow with everything open, or of a scenario as it is, or on the cases of a log. */
export async function check(target: string, options: CheckOptions, context: Context): Promise<number> {
  const ofLog = isLog(target, context.io);
  const misfit = optionMisfit(options, ofLog);
  if (misfit !== undefined) return complain(misfit, context);
  if (ofLog) return checkLog(target, options, context);
  const subject = subjectOf(target, context);
  if (typeof subject === 'number') return subject;
  if (!subject.ok)
    return refuse([...subject.wrong, ...ruleFileMistakes(options.rules, new Reading(context.io))], options, context);
  const { model, source } = subject.value;
  const rules = rulesFor(model, options, context);
  if (typeof rules === 'number') return rules;
  if (!rules.ok) return refuse(rules.wrong, options, context);
  // What chance finds is proved as well.
  const tooLarge = options.mutate === true || options.by !== 'run' ? checkSize(model) : [];
  if (tooLarge.length > 0)
    return refuse([{ file: source.file, mistakes: tooLarge, linesOf: () => [] }], options, context);
  if (options.mutate === true) return checkMutants(model, rules.value.rules, options, context);
  if (options.by === 'chance') return checkByChance({ target, model, rules: rules.value.rules }, options, context);
  if (options.by === 'run') {
    const checked = await checkByRun({ source, rules: rules.value.rules }, options, context);
    return checked.ok ? checked.value : refuse(rules.value.refused(checked.wrong), options, context);
  }
  const proof = proveModel(model, rules.value.rules);
  const structure = structureOf(model);
  const coverage = { byRules: namedBy(rules.value.rules, model) };
  const { waiting } = rules.value;
  deliver(
    options.json === true
      ? toJson({ ...proof, structure, coverage, waiting })
      : proofText({ proof, structure, coverage, waiting }, textOptions(options, context)),
    options,
    context,
  );
  return proof.verdicts.some(fails) ? exit.broken : exit.fine;
}

/** What is checked: a model, and the scenario file that runs of it are made from. */
interface Subject {
  readonly model: Model;
  readonly source: Source;
}

/** A flow by its name, with everything open (its runs are those of its defaults), or the base of a scenario file; or the exit code: there is none. */
function subjectOf(target: string, context: Context): Result<Subject, readonly Checked[]> | number {
  if (/\.(?:ya?ml|json)$/iu.test(target) || target === '-') {
    const opened = readSources([target], { baseOnly: true }, context.io);
    if (!opened.ok) return opened;
    const { models, sources } = opened.value;
    return right({ model: present(models[0], 'the model of the base'), source: present(sources[0], 'its file') });
  }
  const flow = Object.hasOwn(builtInFlows, target) ? builtInFlows[target] : undefined;
  if (flow === undefined) return noSuchName({ en: 'flow', zh: '流程' }, target, Object.keys(builtInFlows), context);
  const text = `name: ${flow.name}\nflow: ${flow.name}\n`;
  return right({ model: freeModel(flow), source: { file: flow.name, text, files: {} } });
}

/** Rules to check, and how mistakes in them are told. */
export interface RulesFound {
  readonly rules: readonly Rule[];
  /** Rules that wait for something to be modelled. */
  readonly waiting: readonly Waiting[];
  readonly refused: (mistakes: readonly RuleMistake[]) => readonly Checked[];
}

/** Rules of a file, or those that ship for the flow, each naming only what the model has; or the exit code. */
export function rulesFor(
  model: Model,
  options: Pick<CheckOptions, 'rules'>,
  context: Context,
  reading: Reading = new Reading(context.io),
): Result<RulesFound, readonly Checked[]> | number {
  const { flow } = model.scenario;
  if (options.rules === undefined) {
    const book = Object.hasOwn(ruleBooks, flow.name) ? ruleBooks[flow.name] : undefined;
    if (book !== undefined)
      return right({
        rules: book,
        waiting: waitingRules[flow.name] ?? [],
        refused: (mistakes) => [{ file: flow.name, mistakes: mistakes.map(placed), linesOf: () => [] }],
      });
    const others = Object.keys(ruleBooks);
    return complain(
      {
        en: `no rules ship for '${flow.name}'; there are rules for: ${others.join(', ')}\nGive a file of rules: --rules FILE.`,
        zh: `没有随附“${flow.name}”的规则；随附规则的流程：${others.join('、')}\n请用 --rules FILE 给出规则文件。`,
      },
      context,
    );
  }
  const { rules: name } = options;
  const file = readRuleFile(name, reading, (book) => checkNames(book.rules, model));
  if (!file.ok) return file;
  const { rules, waiting, locate, linesOf } = file.value;
  const refused: RulesFound['refused'] = (mistakes) => [
    { file: name, mistakes: mistakes.map((each) => locate(placed(each))), linesOf },
  ];
  return right({ rules, waiting, refused });
}

/** The mistake as one of the file of rules. */
function placed({ rule, mistake }: RuleMistake): Mistake {
  return { ...mistake, path: ['rules', rule, ...mistake.path] };
}
