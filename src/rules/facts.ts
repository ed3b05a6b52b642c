import { assert, present, unreachable } from '../base/index.ts';
import type { engineModel } from '../engine/index.ts';
import { lawRange, type Range } from '../random/index.ts';

/** Values that a fact may still have, as bits. */
export type Possible = number;

/** What is known of a consignment: by fact, the values it may still have. */
export type Known = readonly Possible[];

/** An answer to a guard, and what is known when it is given. */
export interface Answer {
  readonly isYes: boolean;
  readonly known: Known;
}

/** Bits that a word of the state has for one fact. */
const valuesMax = 30;

/**
 * What guards ask of a consignment, as facts with few values each: attributes with levels (a value for each), attributes with
 * amounts (a value for each span between two limits that some guard asks for), and chances that are drawn once (no, yes).
 * A path of a proof carries what the answers on it have told, so that no answer contradicts another.
 *
 * Amounts and attributes are taken as free of each other, though one may be a part of another or be drawn by it: that nothing breaks a
 * rule holds all the same; a history that is found may need values that do not occur together.
 */
export class Facts {
  /** By fact: bits of its values. */
  readonly widths: readonly number[];
  /** What is known when a consignment enters. */
  readonly initial: Known;
  readonly #model: engineModel.Model;
  /** Limits of the spans of each number column, in order. */
  readonly #limits: readonly (readonly number[])[];
  /** Fact of each chance that is drawn once, by guard. */
  readonly #chances: ReadonlyMap<number, number>;

  constructor(model: engineModel.Model) {
    this.#model = model;
    const { guards, levelColumns, numberColumns } = model;
    this.#limits = numberColumns.map((_, column) => limitsOf(guards, column));
    const once = guards.flatMap((guard, index) => (guard.kind === 'chance' && guard.counter === 'once' ? [index] : []));
    const before = levelColumns.length + numberColumns.length;
    this.#chances = new Map(once.map((guard, index) => [guard, before + index]));
    this.widths = [
      ...levelColumns.map(({ levels }) => levels),
      ...this.#limits.map((limits) => limits.length + 1),
      ...once.map(() => 2),
    ];
    assert(
      this.widths.every((width) => width <= valuesMax),
      `no fact has more than ${valuesMax} values`,
    );
    this.initial = this.widths.map((width, fact) => {
      const column = levelColumns[fact];
      if (column === undefined) return allOf(width);
      return column.kind === 'written' ? 1 << column.initial : drawable(column.upTo, width);
    });
  }

  /** Ways in which a guard may be answered. */
  ask(guard: number, known: Known): readonly Answer[] {
    const asked = present(this.#model.guards[guard], 'a guard');
    switch (asked.kind) {
      case 'constant':
        return [{ isYes: asked.value, known }];
      case 'level':
        return this.#split(
          asked.column,
          asked.isOneOf.reduce((bits, level) => bits | (1 << level), 0),
          known,
        );
      case 'range':
        return this.#split(this.#model.levelColumns.length + asked.column, this.#spans(asked), known);
      case 'chance':
        return this.#chance(guard, asked, known);
      case 'all':
        return this.#together(asked.of, known, false);
      case 'any':
        return this.#together(asked.of, known, true);
      case 'not':
        return this.ask(asked.of, known).map((answer) => ({ ...answer, isYes: !answer.isYes }));
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
  settle({ law, share }: engineModel.Duration, known: Known): readonly Known[] {
    return this.#leaves(law, known).flatMap((way) => this.#leaves(share, way.known).map((each) => each.known));
  }

  /** Ranges of a duration, in minutes, one for each way in which what it hangs on may be. */
  ranges({ law, share }: engineModel.Duration, known: Known = this.widths.map(allOf)): readonly Range[] {
    return this.#leaves(law, known).flatMap((way) => {
      const { least, most } = lawRange(present(this.#model.laws[way.leaf], 'a law'));
      return this.#leaves(share, way.known).map(({ leaf }) =>
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
      this.#model.levelColumns[fact]?.kind === 'written' ? allOf(present(this.widths[fact], 'a fact')) : possible,
    );
    const ranges = this.ranges(duration, then);
    return {
      least: Math.min(...ranges.map(({ least }) => least)),
      most: Math.max(...ranges.map(({ most }) => most)),
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

  #split(fact: number, yes: Possible, known: Known): readonly Answer[] {
    const possible = present(known[fact], 'a fact');
    return [
      ...(possible & yes ? [{ isYes: true, known: withFact(known, fact, possible & yes) }] : []),
      ...(possible & ~yes ? [{ isYes: false, known: withFact(known, fact, possible & ~yes) }] : []),
    ];
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

  #chance(guard: number, chance: Extract<engineModel.Guard, { kind: 'chance' }>, known: Known): readonly Answer[] {
    const fact = this.#chances.get(guard);
    const drawn = fact === undefined ? bothAnswers : present(known[fact], 'a chance');
    // Once drawn it stays, whatever its share has become.
    if (drawn !== bothAnswers) return [{ isYes: drawn === yesAnswer, known }];
    return this.#leaves(chance.share, known).flatMap(({ leaf, known: then }) => {
      const answers = [...(leaf < 1 ? [false] : []), ...(leaf > 0 ? [true] : [])];
      return answers.map((isYes) => ({
        isYes,
        known: fact === undefined ? then : withFact(then, fact, isYes ? yesAnswer : noAnswer),
      }));
    });
  }

  /** Leaves that a choice may lead to. */
  #leaves<Leaf>(
    choice: engineModel.Choice<Leaf>,
    known: Known,
  ): readonly { readonly leaf: Leaf; readonly known: Known }[] {
    if ('is' in choice) return [{ leaf: choice.is, known }];
    if ('by' in choice)
      return choice.levels.flatMap((inner, level) =>
        this.#split(choice.by, 1 << level, known)
          .filter(({ isYes }) => isYes)
          .flatMap((answer) => this.#leaves(inner, answer.known)),
      );
    return this.ask(choice.if, known).flatMap((answer) =>
      this.#leaves(answer.isYes ? choice.yes : choice.no, answer.known),
    );
  }

  /** Asks guards one after another until one is answered by `ends`. */
  #together(guards: readonly number[], known: Known, ends: boolean): readonly Answer[] {
    let open: readonly Known[] = [known];
    const answers: Answer[] = [];
    for (const guard of guards) {
      const next: Known[] = [];
      for (const each of open)
        for (const answer of this.ask(guard, each)) {
          if (answer.isYes === ends) answers.push(answer);
          else next.push(answer.known);
        }
      open = next;
    }
    return [...answers, ...open.map((each) => ({ isYes: !ends, known: each }))];
  }
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

function withFact(known: Known, fact: number, possible: Possible): Known {
  return known[fact] === possible ? known : known.with(fact, possible);
}

/** Levels that some draw can give. */
function drawable(upTo: engineModel.Choice<readonly number[]>, width: number): Possible {
  if ('by' in upTo) return upTo.levels.reduce((bits, level) => bits | drawable(level, width), 0);
  if ('if' in upTo) return drawable(upTo.no, width) | drawable(upTo.yes, width);
  let bits = 0;
  for (let level = 0; level < width; level++) if ((upTo.is[level] ?? 0) > (upTo.is[level - 1] ?? 0)) bits |= 1 << level;
  return bits;
}

function limitsOf(guards: readonly engineModel.Guard[], column: number): readonly number[] {
  const limits = guards.flatMap((guard) =>
    guard.kind === 'range' && guard.column === column ? [guard.atLeast, guard.below] : [],
  );
  return [...new Set(limits)].filter((limit) => Number.isFinite(limit)).toSorted((a, b) => a - b);
}
