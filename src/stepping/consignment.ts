import { present, type Minutes } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawRange, type Range } from '../random/index.ts';
import type { Model } from '../simulation/index.ts';
import { holds, leafOf, type Asked, type Chance } from './answers.ts';
import type { Draft } from './draft.ts';
import type { Question, Write } from './xstate-steps.ts';

/** Attributes and chances of one consignment, as its draft has them. */
export class Consignment implements Asked {
  readonly #guards: readonly engineModel.Guard[];
  readonly #levels: number[];
  readonly #numbers: number[];
  /** By guard: how a chance has fallen that is drawn once. */
  readonly #fallen: (boolean | undefined)[] = [];
  readonly #chances: readonly boolean[];
  readonly #laws: Laws;
  /** Answers of the chances that are drawn anew in this step. */
  luck: number = 0;

  constructor({ engine }: Model, laws: Laws, { attributes, chances }: Draft) {
    this.#guards = engine.guards;
    this.#chances = chances;
    this.#laws = laws;
    this.#levels = engine.levelColumns.map((column) => (column.kind === 'written' ? column.initial : 0));
    this.#numbers = engine.numberColumns.map(() => 0);
    for (const [place, column] of engine.drawing.entries()) {
      const choice = present(attributes[place], 'the choice of an attribute');
      if ('level' in column) {
        const drawn = present(engine.levelColumns[column.level], 'a level column');
        if (drawn.kind === 'drawn')
          this.#levels[column.level] = pick(drawable(leafOf(drawn.upTo, this.#guards, this)), choice);
      } else {
        const drawn = present(engine.numberColumns[column.number], 'a number column');
        this.#numbers[column.number] =
          drawn.kind === 'part'
            ? leafOf(drawn.share, this.#guards, this) * this.number(drawn.of)
            : pick(laws.valuesOf(column.number, leafOf(drawn.law, this.#guards, this)), choice);
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

  falls(guard: number, { share, counter }: Chance): boolean {
    const fallen = counter === 'once' ? this.#fallen[guard] : undefined;
    if (fallen !== undefined) return fallen;
    const leaf = leafOf(share, this.#guards, this);
    const isLucky = counter === 'once' ? this.#chances[guard] === true : ((this.luck >> (counter & 15)) & 1) === 1;
    const falls = leaf >= 1 || (leaf > 0 && isLucky);
    if (counter === 'once') this.#fallen[guard] = falls;
    return falls;
  }

  /** The least and the most minutes that something lasts for it. */
  rangeOf({ law, share }: Pick<engineModel.Duration, 'law' | 'share'>): {
    readonly earliest: Minutes;
    readonly latest: Minutes;
  } {
    const { least, most } = this.#laws.rangeOf(leafOf(law, this.#guards, this));
    const part = leafOf(share, this.#guards, this);
    return { earliest: part * least, latest: part === 0 ? 0 : part * most };
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

/** What the laws of a model can give. */
export class Laws {
  readonly #engine: engineModel.Model;
  readonly #values: Map<string, readonly number[]> = new Map();
  readonly #ranges: Map<number, Range> = new Map();

  constructor({ engine }: Model) {
    this.#engine = engine;
  }

  /** The least and the most that a law can give. */
  rangeOf(law: number): Range {
    const known = this.#ranges.get(law);
    if (known !== undefined) return known;
    const drawn = present(this.#engine.laws[law], 'a law');
    const range = lawRange(drawn);
    this.#ranges.set(law, range);
    return range;
  }

  /** One value of a law from each span between two limits that some guard asks for: the least. */
  valuesOf(column: number, law: number): readonly number[] {
    const key = `${column} ${law}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const { least, most } = this.rangeOf(law);
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

/** Levels that a draw can give. */
function drawable(upTo: readonly number[]): readonly number[] {
  return upTo.flatMap((sum, level) => (sum > (upTo[level - 1] ?? 0) ? [level] : []));
}

function pick(values: readonly number[], choice: number): number {
  return present(values[choice % values.length], 'a value');
}

function leavesIn<Leaf>(choice: engineModel.Choice<Leaf>): readonly Leaf[] {
  if ('is' in choice) return [choice.is];
  const branches = 'by' in choice ? choice.levels : [choice.no, choice.yes];
  return branches.flatMap((branch) => leavesIn(branch));
}
