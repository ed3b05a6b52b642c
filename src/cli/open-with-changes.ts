import { present, right, wrong, type Mistake, type Result, verbatim } from '../base/index.ts';
import { modelsOf, openSources, type Source } from '../experiment/index.ts';
import { isMap, readDocument } from '../notation/index.ts';
import type { Rule } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Context } from './context.ts';
import { overridesOf, type CheckOptions } from './options.ts';
import type { Opened } from './read-sources.ts';
import { tableCache } from './table-cache.ts';

/** A rule that what was opened does not allow to be asked. */
export interface RuleMistake {
  readonly rule: number;
  readonly mistake: Mistake;
}

/** The scenario with a variant for each rule that changes it, its own left out; or what is wrong with these changes. */
export function openWithChanges(
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
          .map((mistake) => {
            // Its place is one of a text that nobody has seen.
            const { place: _, ...told } = mistake;
            return { rule: index, mistake: { ...told, path: ['monotone', 'change'] } };
          }),
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
