import { present, right, wrong, type Mistake, type Result, inEach } from '../base/index.ts';
import { builtInFlows } from '../flows/index.ts';
import type { Model } from '../simulation/index.ts';
import { formatOfHead, logFormatOf, readLog, type LogFormat, type LogWish } from '../logs/index.ts';
import { logCheckJson, logCheckText, visible, whyText, wordsOf, type Checked } from '../report/index.ts';
import {
  attributesAsked,
  checkLog as askLog,
  fails,
  freeModel,
  ruleBooks,
  shippedRules,
  type LogCheck,
  type Rule,
} from '../rules/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { exit } from './exit.ts';
import { isScenarioFile } from './file-kind.ts';
import { ReadFailed, type Io } from './io.ts';
import { noSuchName } from './no-such-name.ts';
import type { CheckOptions } from './options.ts';
import { readRuleFile } from './read-rule-file.ts';
import { Reading, readSources, unreadable } from './read-sources.ts';
import { refuse } from './refuse.ts';
import { rulesFor } from './rules-for.ts';
import { complain } from './say.ts';
import { textOptions } from './text-options.ts';

/** The flow whose law and calendars count where nothing says another. */
const usualFlow = 'sea-import';

/** Bytes of a JSON file in which a log of objects has its first key. */
const headBytes = 4096;

/** Whether a file is a log, by its name; what ends in `.json` may be a scenario, and is a log if its first key is one of OCEL. */
export function isLog(file: string, io: Io): boolean {
  if (!/\.json$/iu.test(file)) return logFormatOf(file) !== undefined;
  if (!io.exists(file)) return false;
  try {
    const head = new TextDecoder().decode(io.read(file, headBytes));
    return formatOfHead(head) === 'ocel';
  } catch (error) {
    if (error instanceof ReadFailed) return false;
    throw error;
  }
}

/** Checks rules on the cases of a log: those of a file, or those that ship for a flow. */
export function checkLog(file: string, options: CheckOptions, context: Context): number {
  const format = present(logFormatOf(file), 'the format of a log');
  if (options.case !== undefined && format !== 'ocel')
    return complain(
      {
        en: `--case is the type of objects in a log of objects: ${visible(file)} is none`,
        zh: `--case 为对象日志中对象的类型：${visible(file)} 不是对象日志`,
      },
      context,
    );
  const book = bookFor(options, context);
  if (typeof book === 'number') return book;
  if (!book.ok) return refuse(book.wrong, options, context);
  const { rules, model } = book.value;
  const wish = {
    attributes: attributesAsked(rules),
    localZone: model.scenario.start.offset,
    ...(options.case === undefined ? {} : { caseType: options.case }),
  };
  const log = readPieces({ file, format, wish }, context.io);
  if (!log.ok) {
    const reading = new Reading(context.io);
    reading.source(file);
    return refuse(
      [{ file, mistakes: reading.orWrongKind(log.wrong, file, 'log'), linesOf: noLines }],
      options,
      context,
    );
  }
  const check = askLog(log.value, rules, model);
  const lost = check.verdicts.every(({ why }) => why !== undefined) ? mistakesOf(check) : [];
  if (lost.length > 0) return refuse([{ file, mistakes: lost, linesOf: noLines }], options, context);
  deliver(
    options.json === true ? logCheckJson(file, check) : logCheckText(file, check, textOptions(options, context)),
    options,
    context,
  );
  return check.verdicts.some(fails) ? exit.broken : exit.fine;
}

/** Lines of a log are not kept. */
const noLines = (): readonly string[] => [];

/** The rules that are meant, and whose law and calendars count: those of a flow, or of a scenario file; or the exit code. */
function bookFor(
  options: CheckOptions,
  context: Context,
): Result<{ readonly rules: readonly Rule[]; readonly model: Model }, readonly Checked[]> | number {
  const reading = new Reading(context.io);
  const file = options.rules === undefined ? undefined : readRuleFile(options.rules, reading);
  if (file?.ok === false) return file;
  if (file === undefined && options.flow === undefined)
    return complain(
      {
        en: 'which rules? Give a file of them, --rules FILE, or a flow that has some, --flow NAME',
        zh: '要检验哪些规则？请用 --rules FILE 给出规则文件，或用 --flow NAME 给出自带规则的流程',
      },
      context,
    );
  if (options.flow !== undefined && isScenarioFile(options.flow)) {
    const opened = readSources([options.flow], { baseOnly: true }, context.io, reading);
    if (!opened.ok) return opened;
    const model = present(opened.value.models[0], 'the model of the base');
    const found = file === undefined ? rulesFor(model, undefined, reading) : file;
    return found.ok ? right({ rules: found.value.rules, model }) : found;
  }
  // Rules of one's own flow name it for the reader alone.
  const said = file?.value.flow;
  const name = options.flow ?? (said !== undefined && Object.hasOwn(builtInFlows, said) ? said : usualFlow);
  const flow = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (flow === undefined) return noSuchName({ en: 'flow', zh: '流程' }, name, Object.keys(builtInFlows), context);
  const rules = file?.value.rules ?? shippedRules(name);
  return rules === undefined
    ? noSuchName({ en: 'flow with rules', zh: '有规则的流程' }, name, Object.keys(ruleBooks), context)
    : right({ rules, model: freeModel(flow) });
}

function readPieces(
  { file, format, wish }: { readonly file: string; readonly format: LogFormat; readonly wish: LogWish },
  io: Io,
): ReturnType<typeof readLog> {
  try {
    return readLog({ file, format, pieces: io.pieces(file) }, wish);
  } catch (error) {
    if (error instanceof ReadFailed) return wrong([unreadable(file, error)]);
    throw error;
  }
}

/** Why no rule can be asked of a log, as mistakes: the events that are missing, else what else is; each once, with the first rule that asks for it. */
function mistakesOf({ verdicts }: LogCheck): readonly Mistake[] {
  const mistakes = verdicts.flatMap(({ rule, missing, why }): readonly Mistake[] => {
    const path = [rule.id];
    if (why === undefined) return [];
    if (why.no !== 'event')
      return [{ code: 'unchecked-rule', path, message: inEach((language) => whyText(why, wordsOf(language))) }];
    return missing.map(({ name, nearest }) => ({
      code: 'unknown-event',
      path,
      message: inEach((language) => wordsOf(language).logCheck.missing(name)),
      ...(nearest === undefined ? {} : { nearest }),
    }));
  });
  return mistakes.filter(
    (mistake, place) => mistakes.findIndex(({ message }) => message.en === mistake.message.en) === place,
  );
}
