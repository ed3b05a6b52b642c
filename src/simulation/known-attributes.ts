import { present } from '../base/index.ts';
import { Happening, type engineModel } from '../engine/index.ts';
import type { Model } from './model.ts';

/** What an attribute of a consignment is. */
export type AttributeValue = boolean | number | string;

/** An attribute: its place among all, and what its levels are; none: it is a number. */
interface Attribute {
  readonly place: number;
  readonly levels: readonly AttributeValue[] | undefined;
}

/**
 * What is known of a consignment as soon as it is created: attributes that are drawn, and measures, chances, conditions and facts that answer
 * the same whenever they are asked, since they hang on nothing that is drawn anew at each visit or written on the way.
 */
export class KnownAttributes {
  readonly names: readonly string[];
  /** Guards of the engine of which the answers are needed. */
  readonly guards: readonly number[];
  /** By happening that tells of attributes, then by what it is of there. */
  readonly #told: readonly (readonly (Attribute | undefined)[] | undefined)[];

  constructor(model: Model) {
    const { levels, numbers, levelsOf } = model.meanings.columns;
    const names: string[] = [];
    const attribute = (name: string, values: Attribute['levels']): Attribute => ({
      place: names.push(name) - 1,
      levels: values,
    });
    const told: (readonly (Attribute | undefined)[])[] = [];
    told[Happening.level] = levels.map((name, column) =>
      isDrawn(column, model) ? attribute(name, present(levelsOf.get(name), name).map(valueOf)) : undefined,
    );
    told[Happening.number] = numbers.map((name) => attribute(name, undefined));
    const answered: Attribute[] = [];
    for (const [index, name] of model.table.guards.entries()) {
      const guard = present(model.meanings.guards[index], name);
      if (!levels.includes(name) && isSettled(guard, model)) answered[guard] = attribute(name, [false, true]);
    }
    told[Happening.answered] = answered;
    this.names = names;
    this.guards = Object.keys(answered).map(Number);
    this.#told = told;
  }

  /** Puts what a happening tells of an attribute in its place; false if it tells of none. */
  take(into: AttributeValue[], happening: number, what: number, value: number): boolean {
    const told = this.#told[happening];
    if (told === undefined) return false;
    const { place, levels } = present(told[what], 'an attribute');
    into[place] = levels === undefined ? value : present(levels[value], 'a level');
    return true;
  }
}

function valueOf(level: string): AttributeValue {
  return level === 'true' || (level !== 'false' && level);
}

function isDrawn(column: number, { engine }: Model): boolean {
  return present(engine.levelColumns[column], 'a column').kind === 'drawn';
}

function isSettled(index: number, model: Model): boolean {
  const guard = present(model.engine.guards[index], 'a guard');
  switch (guard.kind) {
    case 'chance':
      return guard.counter === 'once' && isSettledChoice(guard.share, model);
    case 'level':
      return isDrawn(guard.column, model);
    case 'all':
    case 'any':
      return guard.of.every((each) => isSettled(each, model));
    case 'not':
      return isSettled(guard.of, model);
    default:
      return true;
  }
}

function isSettledChoice(choice: engineModel.Choice<unknown>, model: Model): boolean {
  if ('is' in choice) return true;
  const [isOne, ways] =
    'by' in choice
      ? [isDrawn(choice.by, model), choice.levels]
      : [isSettled(choice.if, model), [choice.no, choice.yes]];
  return isOne && ways.every((each) => isSettledChoice(each, model));
}
