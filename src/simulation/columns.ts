import { assert, present } from '../base/index.ts';
import type { Attribute, Scenario } from '../scenario/index.ts';

/** Where the attributes of a scenario stand in the engine: levels and flags in one set of columns, numbers in another. */
export interface ColumnPlan {
  /** Attribute names of the level columns. */
  readonly levels: readonly string[];
  readonly numbers: readonly string[];
  /** All of them, what an attribute depends on before it. */
  readonly order: readonly string[];
  /** Names of the levels of an attribute, in the order of their codes. */
  readonly levelsOf: ReadonlyMap<string, readonly string[]>;
}

/** Lays out the columns: by name, but drawn after what they depend on. */
export function planColumns(scenario: Scenario): ColumnPlan {
  const names = inOrderOfDependence(scenario);
  const isNumber = (name: string): boolean => {
    const { kind } = present(scenario.attributes[name], name);
    return kind === 'number' || kind === 'part';
  };
  const levels = names.filter((name) => !isNumber(name));
  return {
    order: names,
    levels,
    numbers: names.filter(isNumber),
    levelsOf: new Map(levels.map((name) => [name, levelNames(present(scenario.attributes[name], name))])),
  };
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

function inOrderOfDependence(scenario: Scenario): string[] {
  const ordered: string[] = [];
  const enter = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name)) return;
    assert(!path.includes(name), `attributes do not depend on themselves: ${path.join(', ')}`);
    const attribute = scenario.attributes[name];
    // A condition or a measure is no column, but asks for some.
    const meaning = attribute ??
      scenario.conditions[name] ?? [scenario.measures[name], scenario.flow.measures[name]?.eligible];
    for (const other of namesIn(meaning)) enter(other, [...path, name]);
    if (attribute !== undefined) ordered.push(name);
  };
  for (const name of Object.keys(scenario.attributes).toSorted()) enter(name, []);
  return ordered;
}

/** Names that a value hangs on: of what it is a part, by what it is chosen, the attributes that a condition tests. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' && ['of', 'by', 'attribute'].includes(key) ? [inner] : namesIn(inner),
  );
}
