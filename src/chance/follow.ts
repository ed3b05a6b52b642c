import { present, type SimTime } from '../base/index.ts';
import { particularsOf, type Particulars } from '../rules/index.ts';
import type { Model } from '../simulation/index.ts';
import { Consignment, Laws, Pending, XStateSteps, type Label, type Outcome, type Place } from '../stepping/index.ts';
import type { Draft, Turn } from './draft.ts';
import { DraftLuck } from './draft-luck.ts';

/** A step of a history. */
export interface Step {
  /** Since the consignment entered, in minutes. */
  readonly at: SimTime;
  readonly label: Label;
}

/** What a consignment went through. */
export interface History {
  /** Which consignment it is. */
  readonly particulars: () => Particulars;
  readonly steps: readonly Step[];
  /** At its end, at a place where nothing is pending though it is no end, or cut off since it goes on and on. */
  readonly end: 'ended' | 'stuck' | 'cut';
  /** Whether everything came when it may with the delays of the model. */
  readonly isTimely: boolean;
  /** Events that were brought, and those among them that were not pending or changed nothing. */
  readonly brought: number;
  readonly ignored: number;
}

/** Told of each step of a history before what the step writes is written. */
export type Watch = (step: Step, consignment: Consignment) => void;

/** Steps after which a history is cut off. */
const stepsMax = 200;

/** How often anything else comes before a deadline: deadlines are long, and most of what a consignment can do it does before them. */
const deadlineRarity = 6;

/** What comes when a draft is at its end: whatever is first, at once, and no chance falls. */
const quiet: Turn = { next: 0, any: undefined, luck: 0, wait: 0 };

/**
 * Follows consignments through a model, XState deciding each step. What is pending comes in the order that a draft chooses:
 * whatever delays last and whenever resources are free, as in a proof, or within what the delays of the model allow. Unlike in a
 * proof, attributes have values.
 */
export class Follower {
  readonly #model: Model;
  readonly #steps: XStateSteps;
  readonly #laws: Laws;

  constructor(model: Model) {
    this.#model = model;
    this.#steps = new XStateSteps(model);
    this.#laws = new Laws(model);
  }

  follow(draft: Draft, watch: Watch = () => undefined): History {
    const { isTimely } = draft;
    const luck = new DraftLuck(this.#model, this.#laws, draft);
    const consignment = new Consignment(this.#model, this.#laws, luck);
    const particulars = (): Particulars =>
      particularsOf(this.#model, {
        levels: (column) => [consignment.level(column)],
        amount: (column) => ({ is: consignment.number(column) }),
        fell: (guard) => luck.fell(guard),
      });
    const pending = new Pending(this.#model.engine, consignment);
    const steps: Step[] = [];
    let [at, brought, ignored] = [0, 0, 0];
    let place: Place | undefined;
    const make = (label: Label): void => {
      const step = { at, label };
      steps.push(step);
      watch(step, consignment);
    };
    const take = (outcome: Outcome): void => {
      make(outcome.label);
      consignment.write(outcome.label.writes);
      pending.take(outcome, at);
      place = outcome.label.to;
    };
    const answers = consignment.answers.bind(consignment);
    take(this.#steps.enter(answers));
    for (let turns = 0; steps.length < stepsMax; turns++) {
      const here = present(place, 'a place');
      if (here.hasEnded) return { particulars, steps, end: 'ended', isTimely, brought, ignored };
      const coming = this.#likely(pending, isTimely);
      if (coming.length === 0) return { particulars, steps, end: 'stuck', isTimely, brought, ignored };
      const turn = draft.turns[turns] ?? quiet;
      const number = turn.any ?? present(coming[turn.next % coming.length], 'what is pending');
      brought++;
      if (!coming.includes(number)) {
        ignored++;
        continue;
      }
      at += turn.wait;
      if (isTimely) at = Math.min(Math.max(at, pending.expectationOf(number)?.earliest ?? at), pending.latest());
      const began = pending.come(number, at);
      if (began !== undefined) {
        make(this.#steps.begin(here, began));
        continue;
      }
      luck.bits = turn.luck;
      const outcome = this.#steps.step(here, number, answers);
      if (outcome.isIgnored) ignored++;
      take(outcome);
    }
    return { particulars, steps, end: 'cut', isTimely, brought, ignored };
  }

  /** What can come, each as often as it is likely to. */
  #likely(pending: Pending, isTimely: boolean): readonly number[] {
    return pending
      .list(isTimely)
      .flatMap((number) =>
        Array.from({ length: pending.deadline(number) === undefined ? deadlineRarity : 1 }, () => number),
      );
  }
}
