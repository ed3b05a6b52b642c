import { present } from '../base/index.ts';
import { judgeRules, rulesToFollow, withHistories } from '../experiment/index.ts';
import { runCheckText, toJson } from '../report/index.ts';
import { covering, fails, followRules, namedBy, type Rule } from '../rules/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { endOf } from './end-of.ts';
import { exit } from './exit.ts';
import type { CheckOptions } from './options.ts';
import type { Opened } from './read-sources.ts';
import { runToEnd } from './run-to-end.ts';
import { textOptions } from './text-options.ts';

/** Checks rules by runs of what `openWithChanges` has opened: the base, and a variant for each rule that compares two runs. */
export async function checkByRun(
  { opened, rules }: { readonly opened: Opened; readonly rules: readonly Rule[] },
  options: CheckOptions,
  context: Context,
): Promise<number> {
  const [first, ...variants] = opened.models;
  const model = present(first, 'the model of the base');
  const covers = covering(model);
  const followed = [
    followRules(covers.model, [...rulesToFollow(rules), ...covers.rules]),
    ...variants.map((variant) => followRules(variant, [])),
  ];
  const ended = await runToEnd(
    { ...opened, models: followed.map((each) => each.model), followed, marksBase: true },
    options,
    context,
  );
  if (ended.progress === undefined) return endOf(ended, context);
  const { scenarios, differences } = ended.progress.comparison;
  const base = present(scenarios[0], 'the result of the base');
  const found = base.rules ?? [];
  const own = found.filter(({ rule }) => !covers.rules.some(({ id }) => id === rule.id));
  const result = withHistories({ ...base, rules: own }, model);
  const coverage = { byRules: namedBy(rules, model), byRuns: covers.coverage(found) };
  const verdicts = judgeRules(rules, { model, result, differences });
  const { scenario, replications } = result;
  deliver(
    options.json === true
      ? toJson({ scenario, replications, consignments: result.consignments.counted, verdicts, coverage })
      : runCheckText({ result, verdicts, coverage }, textOptions(options, context)),
    options,
    context,
  );
  const isBroken = verdicts.some(fails);
  const code = endOf(ended, context);
  return code === exit.fine || code === exit.broken ? (isBroken ? exit.broken : exit.fine) : code;
}
