import type { Variates } from '../random/index.ts';
import { branch, type DecisionTables, type Decisions } from './decisions.ts';
import type { Entities } from './entities.ts';
import { none } from './event-list.ts';
import type { Choice, Model } from './model.ts';

/** Draws the columns of an entity at its creation, in the order of the model. */
export class Columns {
  readonly #entities: Entities;
  readonly #decisions: Decisions;
  readonly #variates: Variates;
  /** Level columns: purpose and choice of a distribution, or `none` and the initial level. */
  readonly #levelPurpose: Int32Array;
  readonly #levelChoice: Int32Array;
  readonly #isDrawn: Uint8Array;
  /** Distributions: places in `upTo`. */
  readonly #upTo: Float64Array;
  /** Number columns: law choice and purpose, or share choice and the column it is a part of. */
  readonly #numberChoice: Int32Array;
  readonly #numberPurpose: Int32Array;
  readonly #partOf: Int32Array;
  /** Level columns, and number columns as their complement. */
  readonly #drawing: Int32Array;

  constructor(
    model: Model,
    parts: { entities: Entities; decisions: Decisions; variates: Variates; tables: DecisionTables },
  ) {
    this.#entities = parts.entities;
    this.#decisions = parts.decisions;
    this.#variates = parts.variates;
    const { levelColumns, numberColumns } = model;
    const places: number[] = [];
    const distribution = (choice: Choice<readonly number[]>): Choice<number> => {
      if ('is' in choice) return { is: places.push(...choice.is) - choice.is.length };
      if ('by' in choice) return { by: choice.by, levels: choice.levels.map(distribution) };
      return { if: choice.if, no: distribution(choice.no), yes: distribution(choice.yes) };
    };
    this.#isDrawn = Uint8Array.from(levelColumns, (column) => (column.kind === 'drawn' ? 1 : 0));
    this.#levelPurpose = Int32Array.from(levelColumns, (column) => (column.kind === 'drawn' ? column.purpose : 0));
    this.#levelChoice = Int32Array.from(levelColumns, (column) =>
      column.kind === 'drawn' ? parts.tables.ofIndex(distribution(column.upTo)) : column.initial,
    );
    this.#numberPurpose = Int32Array.from(numberColumns, (column) => (column.kind === 'drawn' ? column.purpose : 0));
    this.#partOf = Int32Array.from(numberColumns, (column) => (column.kind === 'part' ? column.of : none));
    this.#numberChoice = Int32Array.from(numberColumns, (column) =>
      column.kind === 'drawn' ? parts.tables.ofIndex(column.law) : parts.tables.ofNumber(column.share),
    );
    this.#upTo = Float64Array.from(places);
    this.#drawing = Int32Array.from(model.drawing, (column) => ('level' in column ? column.level : ~column.number));
  }

  /** Draws or sets every column of the entity in `slot`. */
  draw(slot: number): void {
    for (let at = 0; at < this.#drawing.length; at++) {
      const column = this.#drawing[at] as number;
      if (column >= 0) this.#drawLevel(slot, column);
      else this.#drawNumber(slot, ~column);
    }
  }

  #drawLevel(slot: number, column: number): void {
    const decisions = this.#decisions;
    const place = slot * this.#entities.levels + column;
    if (this.#isDrawn[column] === 0) {
      this.#entities.level[place] = this.#levelChoice[column] as number;
      return;
    }
    const uniform = ((decisions.bits(slot, this.#levelPurpose[column] as number, 0) >>> 0) + 0.5) / 4_294_967_296;
    const upTo = decisions.choose(slot, this.#levelChoice[column] as number);
    let drawn = 0;
    while (uniform >= (this.#upTo[upTo + drawn] as number)) drawn++;
    this.#entities.level[place] = drawn;
  }

  #drawNumber(slot: number, column: number): void {
    const decisions = this.#decisions;
    const amount = this.#entities.amount;
    const base = slot * this.#entities.numbers;
    const choice = decisions.choose(slot, this.#numberChoice[column] as number);
    const whole = this.#partOf[column] as number;
    if (whole !== none) {
      amount[base + column] = (amount[base + whole] as number) * (decisions.leaf[choice] as number);
      return;
    }
    const purpose = this.#numberPurpose[column] as number;
    this.#variates.draw(
      choice,
      decisions.bits(slot, purpose, 0),
      this.#variates.isMixture(choice) ? decisions.bits(slot, purpose ^ branch, 0) : 0,
    );
    amount[base + column] = this.#variates.value[0] as number;
  }
}
