import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { builtInFlows } from '../flows/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import { checkNames, freeModel, readRules, type NameCheck, type RuleBook } from '../rules/index.ts';
import type { Checked } from '../report/index.ts';
import { fileKindOf } from './file-kind.ts';
import type { Reading } from './read-sources.ts';

/** Reads a file of rules, and looks up what they name; a file with mistakes gives them with the lines that they stand on. */
export function readRuleFile(file: string, reading: Reading, names?: NameCheck): Result<RuleFile, readonly Checked[]> {
  const linesOf = (of: string): readonly string[] => reading.linesOf(of);
  const source = reading.source(file);
  const book = source.ok ? readRules(source.value, names) : wrong(source.wrong.mistakes);
  return book.ok
    ? right({ ...book.value, linesOf })
    : wrong([{ file, mistakes: reading.orWrongKind(book.wrong, file, 'rules'), linesOf }]);
}

/** What is wrong with the file of rules that an option names, whatever they are asked of; nothing where it names none. */
export function ruleFileMistakes(option: string | true | undefined, reading: Reading): readonly Checked[] {
  const read = typeof option === 'string' ? readRuleFile(option, reading) : undefined;
  return read?.ok === false ? read.wrong : [];
}

/** What is wrong with a file of rules: where it says which flow it is about, with its names too. Undefined: it is none. */
export function checkRuleFile(file: string, reading: Reading): readonly Checked[] | undefined {
  const source = reading.source(file);
  if (!source.ok || fileKindOf(source.value) !== 'rules') return undefined;
  const read = readRuleFile(file, reading, namesInFlow);
  return read.ok ? [{ file, mistakes: [], linesOf: read.value.linesOf }] : read.wrong;
}

/** The names of rules looked up in the flow that their file says they are about. */
const namesInFlow: NameCheck = ({ flow: name, rules }) => {
  if (name === undefined) return [];
  const flow = Object.hasOwn(builtInFlows, name) ? builtInFlows[name] : undefined;
  if (flow !== undefined) return checkNames(rules, freeModel(flow));
  const known = Object.keys(builtInFlows);
  const lost: Mistake = {
    code: 'unknown-flow',
    path: ['flow'],
    message: { en: `there is no flow "${name}"`, zh: `没有流程“${name}”` },
    expected: oneOf(known),
    ...nearestOf(name, known),
  };
  return [lost];
};

/** Rules with the lines of their file, for messages about them. */
export type RuleFile = RuleBook & Pick<Checked, 'linesOf'>;
