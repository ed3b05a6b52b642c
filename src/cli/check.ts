import { present, right, type Result } from '../base/index.ts';
import type { Source } from '../experiment/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { proofText, toJson, type Checked } from '../report/index.ts';
import { checkSize, fails, freeModel, namedBy, proveModel, structureOf } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { checkLog, isLog } from './check-log.ts';
import { checkByChance } from './check-by-chance.ts';
import { checkByRun } from './check-by-run.ts';
import { openWithChanges } from './open-with-changes.ts';
import { checkMutants } from './check-mutants.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { isScenarioFile } from './file-kind.ts';
import { noSuchName } from './no-such-name.ts';
import { optionMisfit } from './option-misfit.ts';
import type { CheckOptions } from './options.ts';
import { ruleFileMistakes } from './read-rule-file.ts';
import { Reading, readSources } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { rulesFor } from './rules-for.ts';
import { complain } from './say.ts';
import { textOptions } from './text-options.ts';

/** Checks the rules of a flow with everything open, or of a scenario as it is, or on the cases of a log. */
export async function check(target: string, options: CheckOptions, context: Context): Promise<number> {
  const ofLog = isLog(target, context.io);
  const misfit = optionMisfit(options, ofLog);
  if (misfit !== undefined) return complain(misfit, context);
  if (ofLog) return checkLog(target, options, context);
  const reading = new Reading(context.io);
  const subject = subjectOf(target, reading, context);
  if (typeof subject === 'number') return subject;
  if (!subject.ok) return refuse([...subject.wrong, ...ruleFileMistakes(options.rules, reading)], options, context);
  const { model, source } = subject.value;
  const rules = rulesFor(model, options.rules, reading);
  if (!rules.ok) return refuse(rules.wrong, options, context);
  // What chance finds is proved as well.
  const tooLarge = options.mutate === true || options.by !== 'run' ? checkSize(model) : [];
  if (tooLarge.length > 0)
    return refuse([{ file: source.file, mistakes: tooLarge, linesOf: () => [] }], options, context);
  // Rules of one's own are read whole, though only runs change anything.
  const hasChanges = options.rules !== undefined && rules.value.rules.some(({ claim }) => 'monotone' in claim);
  const isOpened = hasChanges || options.by === 'run';
  const opened = isOpened ? openWithChanges(source, rules.value.rules, options, context) : undefined;
  if (opened?.ok === false) return refuse(rules.value.refused(opened.wrong), options, context);
  if (options.mutate === true) return checkMutants(model, rules.value.rules, options, context);
  if (options.by === 'chance') return checkByChance({ target, model, rules: rules.value.rules }, options, context);
  if (options.by === 'run') {
    const { value } = present(opened, 'a scenario that was opened');
    return await checkByRun({ opened: value, rules: rules.value.rules }, options, context);
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
function subjectOf(target: string, reading: Reading, context: Context): Result<Subject, readonly Checked[]> | number {
  if (isScenarioFile(target) || target === '-') {
    const opened = readSources([target], { baseOnly: true }, context.io, reading);
    if (!opened.ok) return opened;
    const { models, sources } = opened.value;
    return right({ model: present(models[0], 'the model of the base'), source: present(sources[0], 'its file') });
  }
  const flow = Object.hasOwn(builtInFlows, target) ? builtInFlows[target] : undefined;
  if (flow === undefined) return noSuchName({ en: 'flow', zh: '流程' }, target, Object.keys(builtInFlows), context);
  const text = `name: ${flow.name}\nflow: ${flow.name}\n`;
  return right({ model: freeModel(flow), source: { file: flow.name, text, files: {} } });
}
