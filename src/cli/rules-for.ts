import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import type { Checked } from '../report/index.ts';
import { checkNames, ruleBooks, shippedRules, waitingRules, type Rule, type Waiting } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { RuleMistake } from './open-with-changes.ts';
import { readRuleFile } from './read-rule-file.ts';
import type { Reading } from './read-sources.ts';

/** Rules to check, and how mistakes in them are told. */
export interface RulesFound {
  readonly rules: readonly Rule[];
  /** Rules that wait for something to be modelled. */
  readonly waiting: readonly Waiting[];
  readonly refused: (mistakes: readonly RuleMistake[]) => readonly Checked[];
}

/** Rules of a file, each naming only what the model has; where no file is named, those that ship for its flow. */
export function rulesFor(
  model: Model,
  name: string | undefined,
  reading: Reading,
): Result<RulesFound, readonly Checked[]> {
  if (name === undefined) return shippedFor(model, reading);
  const file = readRuleFile(name, reading, (book) => checkNames(book.rules, model));
  if (!file.ok) return file;
  const { rules, waiting, locate, linesOf } = file.value;
  const refused: RulesFound['refused'] = (mistakes) => [
    { file: name, mistakes: mistakes.map((each) => locate(placed(each))), linesOf },
  ];
  return right({ rules, waiting, refused });
}

function shippedFor({ scenario }: Model, reading: Reading): Result<RulesFound, readonly Checked[]> {
  const { name } = scenario.flow;
  const book = shippedRules(name);
  if (book !== undefined)
    return right({
      rules: book,
      waiting: waitingRules[name] ?? [],
      refused: (mistakes) => [{ file: `rules of ${name}`, mistakes: mistakes.map(placed), linesOf: () => [] }],
    });
  const place = scenario.places.get('flow');
  const missing: Mistake = {
    code: 'no-rules',
    path: ['flow'],
    ...(place === undefined ? {} : { place }),
    message: { en: `no rules ship for "${name}"`, zh: `没有随附“${name}”的规则` },
    expected: {
      en: `a file of rules, --rules FILE, or a flow that has some: ${Object.keys(ruleBooks).join(', ')}`,
      zh: `规则文件（--rules FILE），或有随附规则的流程：${Object.keys(ruleBooks).join('、')}`,
    },
  };
  return wrong([{ file: place?.file ?? name, mistakes: [missing], linesOf: (file) => reading.linesOf(file) }]);
}

/** The mistake as one of the file of rules. */
function placed({ rule, mistake }: RuleMistake): Mistake {
  return { ...mistake, path: ['rules', rule, ...mistake.path] };
}
