import { assert, present, unreachable } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawRange, type Range } from '../random/index.ts';
import { LevelClasses } from './level-classes.ts';
import type { Field, Layout } from './layout.ts';
import type { Fixed } from './particulars.ts';
import { Way } from './way.ts';

/** Values that a fact may still have, as bits. */
type Possible = number;

/** What is known of a consignment: by fact, the values it may still have. */
export type Known = readonly Possible[];

/** An answer to a guard, and the way that goes on with it. */
export interface Answer {
  readonly isYes: boolean;
  readonly way: Way;
}

/** Bits that a word of the state has for one fact. */
export const valuesMax = 30;

/**
 * What guards ask of a consignment, as facts with few values each: attributes with levels (a value for each class of levels that no guard
 * tells apart), attributes with amounts (a value for each span between two limits that some guard asks for), and chances that are drawn
 * once (no, yes). A state holds which values each fact may still have: what the answers on the way to it have told, so that no answer
 * contradicts another.
 *
 * Amounts and attributes are taken as free of each other, though one may be a part of another or be drawn by it: that nothing breaks a
 * rule holds all the same; a history that is found may need values that do not occur together.
 */
export class Facts {
  /** By fact: where a state holds it, and what is known when a consignment enters. Level columns come first. */
  readonly fields: readonly Field[];
  readonly initial: Known;
  readonly #layout: Layout;
  readonly #model: engineModel.Model;
  readonly #classes: LevelClasses;
  /** Limits of the spans of each number column, in order. */
  readonly #limits: readonly (readonly number[])[];
  /** Fact of each chance that is drawn once, by guard. */
  readonly #chances: ReadonlyMap<number, number>;

  constructor(model: engineModel.Model, layout: Layout) {
    this.#model = model;
    this.#layout = layout;
    const { guards, levelColumns, numberColumns } = model;
    this.#classes = new LevelClasses(model);
    this.#limits = numberColumns.map((_, column) => limitsOf(guards, column));
    const once = guards.flatMap((guard, index) => (guard.kind === 'chance' && guard.counter === 'once' ? [index] : []));
    const before = levelColumns.length + numberColumns.length;
    this.#chances = new Map(once.map((guard, index) => [guard, before + index]));
    const widths = [...columnWidths(model, this.#classes), ...once.map(() => 2)];
    assert(
      widths.every((width) => width <= valuesMax),
      `no fact has more than ${valuesMax} values`,
    );
    this.fields = widths.map((width) => layout.field(width));
    this.initial = widths.map((width, fact) => {
      const column = levelColumns[fact];
      if (column === undefined) return allOf(width);
      return column.kind === 'written'
        ? this.valueOf(fact, column.initial)
        : this.#classes.bits(fact, drawable(column.upTo, column.levels));
    });
  }

  /** What is known of a level column that holds this level. */
  valueOf(column: number, level: number): Possible {
    return this.#classes.bits(column, [level]);
  }

  /** Ways in which a guard may be answered. */
  ask(guard: number, way: Way): readonly Answer[] {
    const asked = present(this.#model.guards[guard], 'a guard');
    switch (asked.kind) {
      case 'constant':
        return [{ isYes: asked.value, way }];
      case 'level':
        return this.#split(asked.column, this.#classes.bits(asked.column, asked.isOneOf), way);
      case 'range':
        return this.#split(this.#model.levelColumns.length + asked.column, this.#spans(asked), way);
      case 'chance':
        return this.#chance(guard, asked, way);
      case 'all':
        return this.#together(asked.of, way, false);
      case 'any':
        return this.#together(asked.of, way, true);
      case 'not':
        return this.ask(asked.of, way).map((answer) => ({ ...answer, isYes: !answer.isYes }));
      default:
        return unreachable(asked);
    }
  }

  /** Facts that an answer to the guard may hang on. */
  usedBy(guard: number, used: Set<number> = new Set()): Set<number> {
    const asked = present(this.#model.guards[guard], 'a guard');
    if (asked.kind === 'level') used.add(asked.column);
    if (asked.kind === 'range') used.add(this.#model.levelColumns.length + asked.column);
    if (asked.kind === 'all' || asked.kind === 'any') for (const each of asked.of) this.usedBy(each, used);
    if (asked.kind === 'not') this.usedBy(asked.of, used);
    if (asked.kind === 'chance') {
      const fact = this.#chances.get(guard);
      if (fact !== undefined) used.add(fact);
      this.#usedByChoice(asked.share, used);
    }
    return used;
  }

  /** Facts that the length of a delay or service may hang on. */
  usedByDurations(): ReadonlySet<number> {
    const used = new Set<number>();
    for (const duration of durationsOf(this.#model))
      for (const choice of [duration.law, duration.share]) this.#usedByChoice(choice, used);
    return used;
  }

  /** Ways in which what a duration hangs on may be: each leaves one law and one share. */
  settle({ law, share }: engineModel.Duration, way: Way): readonly Way[] {
    return this.#leaves(law, way).flatMap((each) => this.#leaves(share, each.way).map((settled) => settled.way));
  }

  /** Ranges of a duration, in minutes, one for each way in which what it hangs on may be. */
  ranges({ law, share }: engineModel.Duration, known: Known = this.fields.map(({ mask }) => mask)): readonly Range[] {
    const begun = new Way(this.#layout.width);
    for (const [fact, field] of this.fields.entries()) begun.put(field, present(known[fact], 'a fact'));
    return this.#leaves(law, begun).flatMap(({ leaf: index, way }) => {
      const { least, most } = lawRange(present(this.#model.laws[index], 'a law'));
      return this.#leaves(share, way).map(({ leaf }) =>
        leaf === 0 ? { least: 0, most: 0 } : { least: Math.max(0, least * leaf), most: Math.max(0, most * leaf) },
      );
    });
  }

  /**
   * From the shortest to the longest, in minutes, that a duration may last which was asked for by a consignment of which this much is
   * known now. What was written since may have been different then.
   */
  range(duration: engineModel.Duration, known: Known): Range {
    const then = known.map((possible, fact) =>
      this.#model.levelColumns[fact]?.kind === 'written' ? present(this.fields[fact], 'a fact').mask : possible,
    );
    const ranges = this.ranges(duration, then);
    return {
      least: Math.min(...ranges.map(({ least }) => least)),
      most: Math.max(...ranges.map(({ most }) => most)),
    };
  }

  /** What is known of a consignment, beyond what is so for all of them. */
  fixed(known: Known): Fixed {
    const { levelColumns } = this.#model;
    return {
      levels: (column) => {
        const drawn = present(levelColumns[column], 'a level column');
        const all = drawn.kind === 'drawn' ? drawable(drawn.upTo, drawn.levels) : [];
        const left = all.filter((level) => (this.valueOf(column, level) & present(known[column], 'a fact')) !== 0);
        return left.length < new Set(all).size ? [...new Set(left)].toSorted((one, other) => one - other) : undefined;
      },
      amount: (column) => {
        const limits = present(this.#limits[column], 'the limits of a column');
        const spans = limits.length + 1;
        const possible = present(known[levelColumns.length + column], 'a fact');
        if (possible === allOf(spans)) return undefined;
        const first = 31 - Math.clz32(possible & -possible);
        const [atLeast, below] = [limits[first - 1], limits[31 - Math.clz32(possible)]];
        return { ...(atLeast === undefined ? {} : { atLeast }), ...(below === undefined ? {} : { below }) };
      },
      fell: (guard) => {
        const drawn = known[this.#chances.get(guard) ?? -1];
        return drawn === yesAnswer ? true : drawn === noAnswer ? false : undefined;
      },
    };
  }

  #usedByChoice(choice: engineModel.Choice<unknown>, used: Set<number>): void {
    if ('by' in choice) {
      used.add(choice.by);
      for (const level of choice.levels) this.#usedByChoice(level, used);
    } else if ('if' in choice) {
      this.usedBy(choice.if, used);
      this.#usedByChoice(choice.no, used);
      this.#usedByChoice(choice.yes, used);
    }
  }

  #split(fact: number, yes: Possible, way: Way): readonly Answer[] {
    const field = present(this.fields[fact], 'a fact');
    return [true, false].flatMap((isYes) => {
      const then = way.fork();
      return then.narrow(field, isYes ? yes : ~yes) ? [{ isYes, way: then }] : [];
    });
  }

  /** Spans of a number column that lie in a range. */
  #spans({ column, atLeast, below }: { column: number; atLeast: number; below: number }): Possible {
    const limits = present(this.#limits[column], 'the limits of a column');
    let bits = 0;
    for (let span = 0; span <= limits.length; span++) {
      const from = limits[span - 1] ?? Number.NEGATIVE_INFINITY;
      if (from >= atLeast && from < below) bits |= 1 << span;
    }
    return bits;
  }

  #chance(guard: number, chance: Extract<engineModel.Guard, { kind: 'chance' }>, way: Way): readonly Answer[] {
    const fact = this.#chances.get(guard);
    if (fact === undefined) return this.#draw(chance.share, way);
    const field = present(this.fields[fact], 'a chance');
    return [noAnswer, yesAnswer, bothAnswers].flatMap((drawn) => {
      const then = way.fork();
      if (!then.where(field, drawn)) return [];
      // Once drawn it stays, whatever its share has become.
      if (drawn !== bothAnswers) return [{ isYes: drawn === yesAnswer, way: then }];
      return this.#draw(chance.share, then).map((answer) => ({
        isYes: answer.isYes,
        way: answer.way.fork().put(field, answer.isYes ? yesAnswer : noAnswer),
      }));
    });
  }

  /** Answers of a chance with this share. */
  #draw(share: engineModel.Choice<number>, way: Way): readonly Answer[] {
    return this.#leaves(share, way).flatMap(({ leaf, way: then }) =>
      [...(leaf < 1 ? [false] : []), ...(leaf > 0 ? [true] : [])].map((isYes) => ({ isYes, way: then })),
    );
  }

  /** Leaves that a choice may lead to. */
  #leaves<Leaf>(choice: engineModel.Choice<Leaf>, way: Way): readonly { readonly leaf: Leaf; readonly way: Way }[] {
    if ('is' in choice) return [{ leaf: choice.is, way }];
    if ('by' in choice) {
      // A level stands for its class: all of it lead to the same.
      const field = present(this.fields[choice.by], 'a fact');
      return this.#classes.members(choice.by).flatMap((level) => {
        const then = way.fork();
        const isPossible = then.narrow(field, this.valueOf(choice.by, level));
        return isPossible ? this.#leaves(present(choice.levels[level], 'a level'), then) : [];
      });
    }
    return this.ask(choice.if, way).flatMap((answer) =>
      this.#leaves(answer.isYes ? choice.yes : choice.no, answer.way),
    );
  }

  /** Asks guards one after another until one is answered by `ends`. */
  #together(guards: readonly number[], way: Way, ends: boolean): readonly Answer[] {
    let open: readonly Way[] = [way];
    const answers: Answer[] = [];
    for (const guard of guards) {
      const next: Way[] = [];
      for (const each of open)
        for (const answer of this.ask(guard, each)) {
          if (answer.isYes === ends) answers.push(answer);
          else next.push(answer.way);
        }
      open = next;
    }
    return [...answers, ...open.map((each) => ({ isYes: !ends, way: each }))];
  }
}

/** By column, those of levels first: in how many classes its values fall. */
function columnWidths(model: engineModel.Model, classes: LevelClasses): readonly number[] {
  return [
    ...model.levelColumns.map((_, column) => classes.count(column)),
    ...model.numberColumns.map((_, column) => limitsOf(model.guards, column).length + 1),
  ];
}

/** Columns, those of levels first, whose values fall in more classes than a proof can tell apart, with how many these are. */
export function wideColumns(
  model: engineModel.Model,
): readonly { readonly column: number; readonly classes: number }[] {
  return columnWidths(model, new LevelClasses(model)).flatMap((classes, column) =>
    classes > valuesMax ? [{ column, classes }] : [],
  );
}

/** All durations of a model. */
function durationsOf({ timers, activities }: engineModel.Model): readonly engineModel.Duration[] {
  return [
    ...timers.flatMap((timer) => (timer.kind === 'delay' ? [timer.takes] : [])),
    ...activities.flatMap(({ takes }) => takes ?? []),
  ];
}

const noAnswer = 1;
const yesAnswer = 2;
const bothAnswers = 3;

function allOf(width: number): Possible {
  return (1 << width) - 1;
}

/** Levels that some draw can give. */
function drawable(upTo: engineModel.Choice<readonly number[]>, levels: number): readonly number[] {
  if ('by' in upTo) return upTo.levels.flatMap((level) => drawable(level, levels));
  if ('if' in upTo) return [...drawable(upTo.no, levels), ...drawable(upTo.yes, levels)];
  return Array.from({ length: levels }, (_, level) => level).filter(
    (level) => (upTo.is[level] ?? 0) > (upTo.is[level - 1] ?? 0),
  );
}

function limitsOf(guards: readonly engineModel.Guard[], column: number): readonly number[] {
  const limits = guards.flatMap((guard) =>
    guard.kind === 'range' && guard.column === column ? [guard.atLeast, guard.below] : [],
  );
  return [...new Set(limits)].filter((limit) => Number.isFinite(limit)).toSorted((a, b) => a - b);
}
