import { present, right, wrong, type Mistake, type Result, verbatim } from '../base/index.ts';
import { judgeRules, modelsOf, openSources, rulesToFollow, withHistories, type Source } from '../experiment/index.ts';
import { isMap, readDocument } from '../notation/index.ts';
import { runCheckText, toJson } from '../report/index.ts';
import { covering, fails, followRules, namedBy, type Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import { deliver } from './deliver.ts';
import { endOf } from './end-of.ts';
import { exit } from './exit.ts';
import { overridesOf, type CheckOptions } from './options.ts';
import type { Opened } from './read-sources.ts';
import { runToEnd } from './run-to-end.ts';
import { tableCache } from './table-cache.ts';
import { textOptions } from './text-options.ts';

/** A rule that what was opened does not allow to be asked. */
export interface RuleMistake {
  readonly rule: number;
  readonly mistake: Mistake;
}

/** Checks rules by runs of a scenario: the base, and a variant for each rule that compares two runs. */
export async function checkByRun(
  of: { readonly source: Source; readonly rules: readonly Rule[] },
  options: CheckOptions,
  context: Context,
): Promise<Result<number, readonly RuleMistake[]>> {
  const opened = openWithChanges(of.source, of.rules, options, context);
  if (!opened.ok) return opened;
  const { rules } = of;
  const [first, ...variants] = opened.value.models;
  const model = present(first, 'the model of the base');
  const covers = covering(model);
  const followed = [
    followRules(covers.model, [...rulesToFollow(rules), ...covers.rules]),
    ...variants.map((variant) => followRules(variant, [])),
  ];
  const ended = await runToEnd(
    { ...opened.value, models: followed.map((each) => each.model), followed, marksBase: true },
    options,
    context,
  );
  if (ended.progress === undefined) return right(endOf(ended, context));
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
  return right(code === exit.fine || code === exit.broken ? (isBroken ? exit.broken : exit.fine) : code);
}

/** The scenario with a variant for each rule that changes it, its own left out. */
function openWithChanges(
  source: Source,
  rules: readonly Rule[],
  options: CheckOptions,
  { io, ...context }: Context,
): Result<Opened, readonly RuleMistake[]> {
  const overrides = overridesOf(options, { io, ...context });
  const changes = rules.flatMap((rule, index) =>
    'monotone' in rule.claim ? [{ index, id: rule.id, change: rule.claim.monotone.change }] : [],
  );
  const read = readDocument(source, verbatim(''));
  const plain = read.ok && isMap(read.value.value) ? read.value.value : {};
  const alone = { ...source, text: JSON.stringify({ ...plain, variants: [] }) };
  const set = present(valueOf(openSources([alone], overrides)), 'a scenario that was right before');
  const mistakes: RuleMistake[] = [];
  const variants = changes.map(({ index, id, change }) => {
    const changed = Object.entries(change).map(([written, to]) => {
      const by = isMap(to) && typeof to['add'] === 'number' && Object.keys(to).length === 1 ? to['add'] : undefined;
      const path = by === undefined && typeof to !== 'number' ? written : asWritten(written, plain);
      if (by === undefined) return [path, to] as const;
      // The file may say a number in short, as `officers: 3`.
      const own = valueAt(plain, path);
      const before = typeof own === 'number' ? own : valueAt(set.base, path);
      if (typeof before !== 'number')
        mistakes.push({
          rule: index,
          mistake: {
            code: 'no-number',
            path: ['monotone', 'change', written],
            message: { en: 'there is no number to add to', zh: '没有可加的数字' },
            found: written,
            expected: {
              en: 'the path of a number, as resources.inspectors.count',
              zh: '数字的路径，如 resources.inspectors.count',
            },
          },
        });
      return [path, Number(before) + by] as const;
    });
    const variant = { name: id, set: Object.fromEntries(changed) };
    if (mistakes.some(({ rule }) => rule === index)) return variant;
    const opened = openSources([{ ...source, text: JSON.stringify({ ...plain, variants: [variant] }) }], overrides);
    if (!opened.ok)
      mistakes.push(
        ...opened.wrong
          .flatMap((file) => file.mistakes)
          .map(({ message }) => ({
            rule: index,
            mistake: { code: 'wrong-change', message, path: ['monotone', 'change'] },
          })),
      );
    return variant;
  });
  if (mistakes.length > 0) return wrong(mistakes);
  const whole = { ...source, text: JSON.stringify({ ...plain, variants }) };
  const opened = present(valueOf(openSources([whole], overrides)), 'variants that are right one by one');
  const models: readonly Model[] = present(valueOf(modelsOf(opened, tableCache(io))), 'models that were made before');
  return right({ sources: [whole], overrides, set: opened, models });
}

/** The path of the count of a resource as the file can be changed there: it may say the count in short, as `officers: 3`. */
function asWritten(path: string, plain: object): string {
  const [section, name, key, ...more] = path.split('.');
  if (section !== 'resources' || name === undefined || more.length > 0) return path;
  const isShort = typeof valueAt(plain, `resources.${name}`) === 'number';
  if (key === 'count' && isShort) return `resources.${name}`;
  return key === undefined && !isShort ? `${path}.count` : path;
}

function valueOf<Value>(result: Result<Value, unknown>): Value | undefined {
  return result.ok ? result.value : undefined;
}

/** What stands at a dotted path of a scenario. */
function valueAt(scenario: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inside, key) => (isMap(inside) && Object.hasOwn(inside, key) ? inside[key] : undefined),
      scenario,
    );
}
