import { present, type Minutes } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawMean, lawRange, type Range } from '../random/index.ts';
import type { Model } from '../simulation/index.ts';
import { holds, leafOf, type Asked, type Chance } from './answers.ts';
import type { Question, Write } from './xstate-steps.ts';

/** What is left to luck about a consignment. */
export interface Luck {
  /** A level for a column, where each comes with such a share (0..1); those before it in the order of drawing are known. */
  level(column: number, shares: readonly number[]): number;
  /** A value of a law, by index, for a number column. */
  number(column: number, law: number): number;
  /** How a chance falls that does with this share (0..1): alike within a step; ever after, whatever its share becomes, if it is drawn once. */
  falls(guard: number, chance: Chance, share: number): boolean;
}

/** Attributes and chances of one consignment, as its luck has them. */
export class Consignment implements Asked {
  readonly #guards: readonly engineModel.Guard[];
  readonly #levels: number[];
  readonly #numbers: number[];
  readonly #laws: Laws;
  readonly #luck: Luck;

  constructor({ engine }: Model, laws: Laws, luck: Luck) {
    this.#guards = engine.guards;
    this.#laws = laws;
    this.#luck = luck;
    this.#levels = engine.levelColumns.map((column) => (column.kind === 'written' ? column.initial : 0));
    this.#numbers = engine.numberColumns.map(() => 0);
    for (const column of engine.drawing) {
      if ('level' in column) {
        const drawn = present(engine.levelColumns[column.level], 'a level column');
        if (drawn.kind === 'drawn')
          this.#levels[column.level] = luck.level(column.level, sharesOf(leafOf(drawn.upTo, this.#guards, this)));
      } else {
        const drawn = present(engine.numberColumns[column.number], 'a number column');
        this.#numbers[column.number] =
          drawn.kind === 'part'
            ? leafOf(drawn.share, this.#guards, this) * this.number(drawn.of)
            : luck.number(column.number, leafOf(drawn.law, this.#guards, this));
      }
    }
  }

  /** Its attributes by name. */
  attributes({ meanings: { columns } }: Model): Readonly<Record<string, boolean | number | string>> {
    const attributes: Record<string, boolean | number | string> = {};
    for (const [column, name] of columns.levels.entries()) {
      const level = present(columns.levelsOf.get(name)?.[this.level(column)], name);
      attributes[name] = level === 'true' ? true : level === 'false' ? false : level;
    }
    for (const [column, name] of columns.numbers.entries()) attributes[name] = this.number(column);
    return attributes;
  }

  level(column: number): number {
    return present(this.#levels[column], 'a level');
  }

  number(column: number): number {
    return present(this.#numbers[column], 'a number');
  }

  falls(guard: number, chance: Chance): boolean {
    return this.#luck.falls(guard, chance, leafOf(chance.share, this.#guards, this));
  }

  /** How long something lasts for it. */
  lastingOf({ law, share }: Pick<engineModel.Duration, 'law' | 'share'>): Lasting {
    const { least, most, mean } = this.#laws.lastingOf(leafOf(law, this.#guards, this));
    const part = leafOf(share, this.#guards, this);
    return { least: part * least, most: part === 0 ? 0 : part * most, mean: part * mean };
  }

  /** Answers what XState asks, after what the step has written so far. */
  answers({ guard, writes }: Question): boolean {
    if (writes.length === 0) return holds(this.#guards, guard, this);
    const before = [...this.#levels];
    this.write(writes);
    const isYes = holds(this.#guards, guard, this);
    this.#levels.splice(0, before.length, ...before);
    return isYes;
  }

  write(writes: readonly Write[]): void {
    for (const write of writes) this.#levels[write.column] = 'level' in write ? write.level : this.level(write.from);
  }
}

/** The least and the most minutes that something can last, and how long it lasts in the mean. */
export interface Lasting extends Range {
  readonly mean: Minutes;
}

/** What the laws of a model can give. */
export class Laws {
  readonly #engine: engineModel.Model;
  readonly #values: Map<string, readonly number[]> = new Map();
  readonly #lastings: Map<number, Lasting> = new Map();

  constructor({ engine }: Model) {
    this.#engine = engine;
  }

  /** The least and the most that a law can give, and its mean. */
  lastingOf(law: number): Lasting {
    const known = this.#lastings.get(law);
    if (known !== undefined) return known;
    const drawn = present(this.#engine.laws[law], 'a law');
    const lasting = { ...lawRange(drawn), mean: lawMean(drawn) };
    this.#lastings.set(law, lasting);
    return lasting;
  }

  /** One value of a law from each span between two limits that some guard asks for: the least. */
  valuesOf(column: number, law: number): readonly number[] {
    const key = `${column} ${law}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const { least, most } = this.lastingOf(law);
    const limits = this.#of(column).filter((limit) => limit > least && limit <= most);
    const values = [least, ...new Set(limits)].toSorted((one, other) => one - other);
    this.#values.set(key, values);
    return values;
  }

  /** Limits of a column, those of its parts too. */
  #of(column: number): readonly number[] {
    const own = this.#engine.guards.flatMap((guard) =>
      guard.kind === 'range' && guard.column === column ? [guard.atLeast, guard.below] : [],
    );
    const ofParts = this.#engine.numberColumns.flatMap((part, index) =>
      part.kind === 'part' && part.of === column
        ? leavesIn(part.share).flatMap((share) => this.#of(index).map((limit) => wholeOf(limit, share)))
        : [],
    );
    return [...own, ...ofParts].filter((limit) => Number.isFinite(limit));
  }
}

/** The least amount of which this share is no less than the limit. */
function wholeOf(limit: number, share: number): number {
  const whole = limit / share;
  return whole * share < limit ? whole * (1 + Number.EPSILON) : whole;
}

/** The share of each level, from running sums. */
function sharesOf(upTo: readonly number[]): readonly number[] {
  return upTo.map((sum, level) => sum - (upTo[level - 1] ?? 0));
}

function leavesIn<Leaf>(choice: engineModel.Choice<Leaf>): readonly Leaf[] {
  if ('is' in choice) return [choice.is];
  const branches = 'by' in choice ? choice.levels : [choice.no, choice.yes];
  return branches.flatMap((branch) => leavesIn(branch));
}
