import { present } from '../base/index.ts';
import { engineModel } from '../engine/index.ts';

const { Op } = engineModel;

/**
 * Levels of the level columns in classes: levels that no guard of a model tells apart, and no duration, are one to a proof, so that a country with two
 * hundred levels, of which guards ask for three, has four at most. Columns between which programs copy have the same classes.
 */
export class LevelClasses {
  /** By column and level: its class; classes are numbered by their first levels. */
  readonly #classes: readonly (readonly number[])[];

  constructor(model: engineModel.Model) {
    const marks = marksOf(model);
    const partners = copiesOf(model);
    this.#classes = model.levelColumns.map(({ levels }, column) => {
      const numbers = new Map<string, number>();
      return Array.from({ length: levels }, (_, level) => {
        const told = present(partners[column], 'a column').map((each) =>
          present(marks[each], 'a column').map((tell) => tell(level)),
        );
        const name = JSON.stringify(told);
        const number = numbers.get(name) ?? numbers.size;
        numbers.set(name, number);
        return number;
      });
    });
  }

  /** Classes of a column. */
  count(column: number): number {
    return Math.max(1, ...this.#of(column).map((number) => number + 1));
  }

  /** A level of each class. */
  members(column: number): readonly number[] {
    const classes = this.#of(column);
    return classes.flatMap((number, level) => (classes.indexOf(number) === level ? [level] : []));
  }

  /** The classes of levels, as bits. */
  bits(column: number, levels: readonly number[]): number {
    return levels.reduce((bits, level) => bits | (1 << present(this.#of(column)[level], 'a level')), 0);
  }

  #of(column: number): readonly number[] {
    return present(this.#classes[column], 'a level column');
  }
}

/** By column: what guards and durations tell of a level, each as a word that differs where the answer may. */
function marksOf({
  guards,
  levelColumns,
  timers,
  activities,
}: engineModel.Model): readonly ((level: number) => unknown)[][] {
  const marks = levelColumns.map((): ((level: number) => unknown)[] => []);
  const choose = (choice: engineModel.Choice<unknown>): void => {
    if ('by' in choice) {
      marks[choice.by]?.push((level) => choice.levels[level]);
      choice.levels.forEach(choose);
    } else if ('if' in choice) {
      choose(choice.no);
      choose(choice.yes);
    }
  };
  for (const guard of guards) {
    if (guard.kind === 'level') marks[guard.column]?.push((level) => guard.isOneOf.includes(level));
    if (guard.kind === 'chance') choose(guard.share);
  }
  const durations = [
    ...timers.flatMap((timer) => (timer.kind === 'delay' ? [timer.takes] : [])),
    ...activities.flatMap(({ takes }) => takes ?? []),
  ];
  for (const { law, share } of durations) for (const choice of [law, share]) choose(choice);
  return marks;
}

/** By column: itself and all columns that it is copied from or to, at first or second hand. */
function copiesOf({ program: { code }, levelColumns }: engineModel.Model): readonly (readonly number[])[] {
  const groups = levelColumns.map((_, column) => column);
  for (let at = 0; at < code.length; at += lengthOf(code[at])) {
    if (code[at] !== Op.copy) continue;
    const [one, other] = [groups[code[at + 1] ?? 0], groups[code[at + 2] ?? 0]];
    for (const [column, group] of groups.entries()) if (group === other) groups[column] = one ?? group;
  }
  return groups.map((group) => groups.flatMap((each, column) => (each === group ? [column] : [])));
}

function lengthOf(operation: number | undefined): number {
  return operation === Op.test || operation === Op.set || operation === Op.copy ? 3 : 2;
}
