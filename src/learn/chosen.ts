import { type Mistake, type Label, verbatim, present } from '../base/index.ts';
import { nearestOf, oneOf } from '../notation/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Consignment } from '../stepping/index.ts';
import type { Walk } from './walk.ts';

/** Names of a walk that its scenario does not have, or does not leave to the walk. */
export function unknownNames({ attributes, measures, chances }: Walk, scenario: Scenario): readonly Mistake[] {
  const drawn = Object.entries(scenario.attributes).flatMap(([name, { kind }]) =>
    kind === 'written' || kind === 'part' ? [] : [name],
  );
  const missing = (section: keyof Walk, what: Label, names: readonly string[], known: readonly string[]): Mistake[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'unknown-name',
        path: [section, name],
        message: notFree(name, scenario) ?? {
          en: `the scenario has no ${what.en} "${name}"`,
          zh: `方案没有${what.zh}“${name}”`,
        },
        found: name,
        expected: known.length === 0 ? { en: 'nothing', zh: '没有' } : oneOf(known),
        ...nearestOf(name, known),
      }));
  return [
    ...missing('attributes', { en: 'attribute', zh: '属性' }, Object.keys(attributes), drawn),
    ...missing('measures', { en: 'measure', zh: '措施' }, Object.keys(measures), Object.keys(scenario.measures)),
    ...missing('chances', { en: 'chance', zh: '概率' }, Object.keys(chances), Object.keys(scenario.chances)),
  ];
}

/** Why an attribute that the scenario has is not for a walk to choose. */
function notFree(name: string, { attributes }: Scenario): Label | undefined {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute?.kind === 'written') return { en: `"${name}" is written by the flow`, zh: `“${name}”由流程写入` };
  return attribute?.kind === 'part'
    ? { en: `"${name}" follows from "${attribute.of}"`, zh: `“${name}”由“${attribute.of}”得出` }
    : undefined;
}

/** Measures that a walk uses and that its consignment may not. */
export function withoutRight(
  { measures }: Walk,
  { scenario, table, meanings }: Model,
  consignment: Consignment,
): readonly Mistake[] {
  return Object.entries(measures).flatMap(([name, isUsed]) => {
    const guard = meanings.guards[table.guards.indexOf(name)];
    if (!isUsed || guard === undefined || consignment.answers({ guard, writes: [] })) return [];
    return [
      {
        code: 'not-eligible',
        path: ['measures', name],
        message: { en: `this consignment may not use "${name}"`, zh: `这票货物不能适用“${name}”` },
        expected: verbatim(present(scenario.flow.measures[name], 'a measure of the flow').law),
      },
    ];
  });
}
