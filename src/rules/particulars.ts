import type { Model } from '../simulation/index.ts';

/** An amount in its unit, or the limits that it lies between: `below` is no part of them. */
export interface AmountKnown {
  readonly unit: string;
  readonly is?: number;
  readonly atLeast?: number;
  readonly below?: number;
}

/** Which consignment a history is about, as far as the checker has fixed it: a proof fixes only what was asked on the way. */
export interface Particulars {
  /** By attribute that is drawn when it enters: its level (or those that are left), yes or no, or its amount. */
  readonly attributes: Readonly<Record<string, boolean | string | readonly string[] | AmountKnown>>;
  /** By measure: whether it applies. */
  readonly measures: Readonly<Record<string, boolean>>;
  /** By chance that is drawn once: whether it has come. */
  readonly chances: Readonly<Record<string, boolean>>;
}

/** What is known of a consignment, by the indices of the engine; undefined: nothing. */
export interface Fixed {
  levels(column: number): readonly number[] | undefined;
  amount(column: number): Omit<AmountKnown, 'unit'> | undefined;
  /** Of a chance that is drawn once. */
  fell(guard: number): boolean | undefined;
}

/** What is known of a consignment, in words of its scenario. */
export function particularsOf({ engine, meanings: { columns }, scenario }: Model, fixed: Fixed): Particulars {
  const attributes: Record<string, Particulars['attributes'][string]> = {};
  for (const [column, name] of columns.levels.entries()) {
    const known = engine.levelColumns[column]?.kind === 'drawn' ? fixed.levels(column) : undefined;
    if (known === undefined) continue;
    const levels = columns.levelsOf.get(name) ?? [];
    const [only = '', ...others] = known.map((level) => levels[level] ?? '');
    const isFlag = scenario.attributes[name]?.kind !== 'levels';
    attributes[name] = others.length > 0 ? [only, ...others] : isFlag ? only === 'true' : only;
  }
  for (const [column, name] of columns.numbers.entries()) {
    const known = fixed.amount(column);
    if (known !== undefined) attributes[name] = { unit: unitOf(name, scenario), ...known };
  }
  const measures: Record<string, boolean> = {};
  const chances: Record<string, boolean> = {};
  for (const [guard, each] of engine.guards.entries()) {
    const fell = each.kind === 'chance' && each.counter === 'once' ? fixed.fell(guard) : undefined;
    if (each.kind === 'chance' && fell !== undefined)
      (Object.hasOwn(scenario.measures, each.name) ? measures : chances)[each.name] = fell;
  }
  return { attributes, measures, chances };
}

/** The unit of an attribute with amounts; a part has that of the whole. */
export function unitOf(attribute: string, { attributes }: Model['scenario']): string {
  const kind = attributes[attribute];
  return kind !== undefined && 'unit' in kind ? kind.unit : '';
}
