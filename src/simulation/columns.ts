import { assert, present } from '../base/index.ts';
import type { Attribute, Scenario } from '../scenario/index.ts';

/** Where the attributes of a scenario stand in the engine: levels and flags in one set of columns, numbers in another. */
export interface ColumnPlan {
  /** Attribute names of the level columns, dependencies first. */
  readonly levels: readonly string[];
  readonly numbers: readonly string[];
  /** Names of the levels of an attribute, in the order of their codes. */
  readonly levelsOf: ReadonlyMap<string, readonly string[]>;
}

/** Lays out the columns: by name, but what an attribute depends on comes before it. */
export function planColumns(scenario: Scenario): ColumnPlan {
  const names = inOrderOfDependence(scenario.attributes);
  const isNumber = (name: string): boolean => {
    const { kind } = present(scenario.attributes[name], name);
    return kind === 'number' || kind === 'part';
  };
  const levels = names.filter((name) => !isNumber(name));
  return { levels, numbers: names.filter(isNumber), levelsOf: new Map(levels.map((name) => [name, levelNames(present(scenario.attributes[name], name))])) };
}

/** Code of a level: its place among the levels of the attribute. */
export function levelCode(plan: ColumnPlan, attribute: string, level: boolean | number | string): number {
  const code = present(plan.levelsOf.get(attribute), `the levels of ${attribute}`).indexOf(String(level));
  assert(code >= 0, `${String(level)} is a level of ${attribute}`);
  return code;
}

function levelNames(attribute: Attribute): readonly string[] {
  switch (attribute.kind) {
    case 'levels':
      return attribute.levels;
    case 'written':
      return typeof attribute.initial === 'boolean' ? flagLevels : attribute.levels;
    default:
      return flagLevels;
  }
}

const flagLevels = ['false', 'true'] as const;

function inOrderOfDependence(attributes: Readonly<Record<string, Attribute>>): string[] {
  const ordered: string[] = [];
  const enter = (name: string, path: readonly string[]): void => {
    const attribute = attributes[name];
    if (attribute === undefined || ordered.includes(name)) return;
    assert(!path.includes(name), `attributes do not depend on themselves: ${path.join(', ')}`);
    for (const other of dependsOn(attribute)) enter(other, [...path, name]);
    ordered.push(name);
  };
  for (const name of Object.keys(attributes).toSorted()) enter(name, []);
  return ordered;
}

function dependsOn(attribute: Attribute): string[] {
  const named = (value: object): string[] => Object.entries(value).flatMap(([key, inner]) => (key === 'by' && typeof inner === 'string' ? [inner] : typeof inner === 'object' && inner !== null ? named(inner) : []));
  return [...(attribute.kind === 'part' ? [attribute.of] : []), ...named(attribute)];
}
