import type { Mistake } from '../base/index.ts';
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
  const missing = (section: keyof Walk, what: string, names: readonly string[], known: readonly string[]): Mistake[] =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        code: 'unknown-name',
        path: [section, name],
        message: notFree(name, scenario) ?? `the scenario has no ${what} "${name}"`,
        found: name,
        expected: known.length === 0 ? 'nothing' : oneOf(known),
        ...nearestOf(name, known),
      }));
  return [
    ...missing('attributes', 'attribute', Object.keys(attributes), drawn),
    ...missing('measures', 'measure', Object.keys(measures), Object.keys(scenario.measures)),
    ...missing('chances', 'chance', Object.keys(chances), Object.keys(scenario.chances)),
  ];
}

/** Why an attribute that the scenario has is not for a walk to choose. */
function notFree(name: string, { attributes }: Scenario): string | undefined {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute?.kind === 'written') return `"${name}" is written by the flow`;
  return attribute?.kind === 'part' ? `"${name}" follows from "${attribute.of}"` : undefined;
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
        message: `this consignment may not use "${name}"`,
        expected: scenario.flow.measures[name]?.law ?? 'a consignment that may',
      },
    ];
  });
}
