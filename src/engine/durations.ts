import type { Variates } from '../random/index.ts';
import type { DecisionTables, Decisions } from './decisions.ts';
import type { Duration } from './model.ts';

/** Hash that tells the draw of a mixture's branch from the draw of its value. */
const branch = 0x5bd1e995;

/** Durations of timers and activities: which law, which share of its draw, which draw. */
export class Durations {
  /** The last duration drawn, in minutes. */
  readonly value: Float64Array = new Float64Array(1);

  readonly #decisions: Decisions;
  readonly #variates: Variates;
  readonly #tables: DecisionTables;
  readonly #law: number[] = [];
  readonly #share: number[] = [];
  readonly #purpose: number[] = [];
  readonly #counter: number[] = [];
  readonly #name: string[] = [];

  constructor(decisions: Decisions, variates: Variates, tables: DecisionTables) {
    this.#decisions = decisions;
    this.#variates = variates;
    this.#tables = tables;
  }

  /** Enters a duration while a run is set up; gives its index. */
  enter(duration: Duration): number {
    this.#law.push(this.#tables.ofIndex(duration.law));
    this.#share.push(this.#tables.ofNumber(duration.share));
    this.#purpose.push(duration.purpose);
    this.#counter.push(duration.counter);
    return this.#name.push(duration.name) - 1;
  }

  /** Draws the next duration of this index for the entity in `slot` into `value`; never negative. */
  draw(slot: number, duration: number): void {
    const decisions = this.#decisions;
    const purpose = this.#purpose[duration] as number;
    const visit = decisions.visit(slot, this.#counter[duration] as number, this.#name[duration] as string);
    const law = decisions.choose(slot, this.#law[duration] as number);
    const share = decisions.leaf[decisions.choose(slot, this.#share[duration] as number)] as number;
    this.#variates.draw(
      law,
      decisions.bits(slot, purpose, visit),
      this.#variates.isMixture(law) ? decisions.bits(slot, purpose ^ branch, visit) : 0,
    );
    const minutes = (this.#variates.value[0] as number) * share;
    this.value[0] = minutes > 0 ? minutes : 0;
  }
}
