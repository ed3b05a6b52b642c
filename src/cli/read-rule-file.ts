import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import { checkNames, freeModel, readRules, type RuleBook } from '../rules/index.ts';
import type { Checked } from '../report/index.ts';
import { fileKindOf } from './file-kind.ts';
import type { Reading } from './read-sources.ts';

/** Reads a file of rules; a file with mistakes gives them with the lines that they stand on. */
export function readRuleFile(file: string, reading: Reading): Result<RuleFile, readonly Checked[]> {
  const linesOf = (of: string): readonly string[] => reading.linesOf(of);
  const source = reading.source(file);
  const book = source.ok ? readRules(source.value) : wrong(source.wrong.mistakes);
  return book.ok
    ? right({ ...book.value, linesOf })
    : wrong([{ file, mistakes: reading.orWrongKind(book.wrong, file, 'rules'), linesOf }]);
}

/** What is wrong with a file of rules: where it says which flow it is about, with its names too. Undefined: it is none. */
export function checkRuleFile(file: string, reading: Reading): readonly Checked[] | undefined {
  const source = reading.source(file);
  if (!source.ok || fileKindOf(source.value) !== 'rules') return undefined;
  const read = readRuleFile(file, reading);
  if (!read.ok) return read.wrong;
  const { rules, flow: name = '', locate, linesOf } = read.value;
  const flow = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  const isLost = name !== '' && flow === undefined;
  const lost: Mistake = {
    code: 'unknown-flow',
    path: ['flow'],
    message: { en: `there is no flow "${name}"`, zh: `没有流程“${name}”` },
    expected: oneOf(Object.keys(builtInFlows)),
    ...nearestOf(name, Object.keys(builtInFlows)),
  };
  const mistakes = isLost ? [locate(lost)] : flow === undefined ? [] : checkNames(rules, freeModel(flow)).map(locate);
  return [{ file, mistakes, linesOf }];
}

/** Rules with the lines of their file, for messages about them. */
export type RuleFile = RuleBook & Pick<Checked, 'linesOf'>;
