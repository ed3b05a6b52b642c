import { minutesPerDay } from '../base/index.ts';
import type { Clock } from './clock.ts';
import type { DueInstants } from './days.ts';
import type { Entities } from './entities.ts';
import { none } from './event-list.ts';
import type { Fee, Model, Term } from './model.ts';
import { Happening, type Observer } from './observer.ts';
import type { Records } from './records.ts';

/** Time limits between milestones, settled when the second is reached, and the fees of entities. */
export class Terms {
  /** Per term: settled by counted entities, settled late. */
  readonly settled: Float64Array;

  readonly #entities: Entities;
  readonly #clock: Clock;
  readonly #records: Records;
  readonly #dues: DueInstants;
  readonly #observer: Observer | undefined;
  readonly #fees: readonly Fee[];
  readonly #terms: readonly Term[];
  readonly #from: Int32Array;
  readonly #due: Int32Array;
  readonly #fee: Int32Array;
  /** Terms that a milestone may settle. */
  readonly #settledBy: readonly (readonly number[])[];

  constructor(
    model: Model,
    parts: {
      entities: Entities;
      clock: Clock;
      records: Records;
      dues: DueInstants;
      observer: Observer | undefined;
    },
  ) {
    this.#entities = parts.entities;
    this.#clock = parts.clock;
    this.#records = parts.records;
    this.#dues = parts.dues;
    this.#observer = parts.observer;
    this.#fees = model.fees;
    const { terms } = model;
    this.#terms = terms;
    this.settled = new Float64Array(terms.length * 2);
    this.#from = Int32Array.from(terms, (term) => parts.records.enter(term.from));
    this.#due = Int32Array.from(terms, (term) => parts.dues.enter(term.due));
    this.#fee = Int32Array.from(terms, (term) => term.fee);
    this.#settledBy = Array.from({ length: model.milestones }, (_, column) =>
      terms.flatMap((term, index) => (term.to.columns.includes(column) ? [index] : [])),
    );
  }

  /** A milestone is reached for the first time: terms that it settles are settled. */
  reached(slot: number, column: number): void {
    for (const term of this.#settledBy[column] as readonly number[])
      if (this.#isSettledNow(slot, term)) this.#settle(slot, term);
  }

  /** Charges a fee: once, or for a number of days. */
  charge(slot: number, fee: number, days: number): void {
    const amount = this.#amount(slot, this.#fees[fee] as Fee, days);
    if (amount === 0) return;
    const at = slot * this.#entities.fees + fee;
    this.#entities.fee[at] = (this.#entities.fee[at] as number) + amount;
    this.#observer?.happened(Happening.charged, this.#clock[0] as number, this.#entities.number[slot] as number, fee);
  }

  /** True for the milestone that completes `to`: the first that is reached of several, or the last that was missing. */
  #isSettledNow(slot: number, term: number): boolean {
    const { of, columns } = (this.#terms[term] as Term).to;
    const base = slot * this.#entities.milestones;
    let reached = 0;
    for (let at = 0; at < columns.length; at++)
      if (!Number.isNaN(this.#entities.milestone[base + (columns[at] as number)])) reached++;
    return reached === (of === 'first' ? 1 : columns.length);
  }

  #settle(slot: number, term: number): void {
    const now = this.#clock[0] as number;
    this.#records.find(slot, this.#from[term] as number);
    // What is done before the time for it begins to run is done in time.
    let late = 0;
    if (!Number.isNaN(this.#records.instant[0])) {
      this.#dues.find(this.#due[term] as number, this.#records.instant);
      late = now - (this.#dues.value[0] as number);
    }
    if (this.#entities.counted[slot] === 1) {
      this.settled[2 * term] = (this.settled[2 * term] as number) + 1;
      if (late > 0) this.settled[2 * term + 1] = (this.settled[2 * term + 1] as number) + 1;
    }
    if (late > 0 && this.#fee[term] !== none)
      this.charge(slot, this.#fee[term] as number, Math.ceil(late / minutesPerDay));
  }

  #amount(slot: number, fee: Fee, days: number): number {
    switch (fee.kind) {
      case 'fixed':
        return fee.amount;
      case 'perDay':
        return fee.amount * days;
      default: {
        const amount = Math.floor(
          fee.rate * (this.#entities.amount[slot * this.#entities.numbers + fee.column] as number) * days,
        );
        return amount < fee.least ? 0 : amount;
      }
    }
  }
}
