import type { Variates } from '../random/index.ts';
import { branch, type DecisionTables, type Decisions } from './decisions.ts';
import { none } from './event-list.ts';
import type { Choice, Duration } from './model.ts';

/** Integers of a duration: they lie together, since they are asked for together. */
const planWidth = 5;
const Plan = {
  purpose: 0,
  counter: 1,
  /** The law, or `none`: it is chosen. */
  law: 2,
  lawChoice: 3,
  /** Choice of the share, or `none`: all of the draw. */
  share: 4,
} as const;

/** Durations of timers and activities: which law, which share of its draw, which draw. */
export class Durations {
  /** The last duration drawn, in minutes. */
  readonly value: Float64Array = new Float64Array(1);

  readonly #decisions: Decisions;
  readonly #variates: Variates;
  readonly #tables: DecisionTables;
  readonly #entered: number[] = [];
  readonly #names: string[] = [];
  #plan: Int32Array = new Int32Array(0);

  constructor(decisions: Decisions, variates: Variates, tables: DecisionTables) {
    this.#decisions = decisions;
    this.#variates = variates;
    this.#tables = tables;
  }

  /** Enters a duration while a run is set up; gives its index. */
  enter(duration: Duration): number {
    const { law, share, purpose, counter, name } = duration;
    this.#entered.push(
      purpose,
      counter,
      onlyLeaf(law) ?? none,
      this.#tables.ofIndex(law),
      onlyLeaf(share) === 1 ? none : this.#tables.ofNumber(share),
    );
    return this.#names.push(name) - 1;
  }

  /** Ends the setting up: durations entered from now on are not seen. */
  seal(): void {
    this.#plan = Int32Array.from(this.#entered);
  }

  /** Draws the next duration of this index for the entity in `slot` into `value`; never negative. */
  draw(slot: number, duration: number): void {
    const decisions = this.#decisions;
    const at = duration * planWidth;
    const purpose = this.#plan[at + Plan.purpose] as number;
    const share = this.#plan[at + Plan.share] as number;
    let law = this.#plan[at + Plan.law] as number;
    if (law === none) law = decisions.choose(slot, this.#plan[at + Plan.lawChoice] as number);
    const visit = decisions.visit(slot, this.#plan[at + Plan.counter] as number, this.#names[duration] as string);
    this.#variates.draw(
      law,
      decisions.bits(slot, purpose, visit),
      this.#variates.isMixture(law) ? decisions.bits(slot, purpose ^ branch, visit) : 0,
    );
    let minutes = this.#variates.value[0] as number;
    if (share !== none) minutes *= decisions.leaf[decisions.choose(slot, share)] as number;
    this.value[0] = minutes > 0 ? minutes : 0;
  }
}

/** The leaf of a choice that is none. */
function onlyLeaf(choice: Choice<number>): number | undefined {
  return 'is' in choice ? choice.is : undefined;
}
