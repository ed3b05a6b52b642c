import { present, type SimTime } from '../base/index.ts';
import { dueAfter, engineModel } from '../engine/index.ts';
import type { Consignment, Lasting } from './consignment.ts';
import type { Outcome } from './xstate-steps.ts';

/** How an activity stands. */
const Stage = { none: 0, waiting: 1, running: 2, held: 3 } as const;

/** When something may come, with the delays of the model. */
export interface Expectation {
  readonly earliest: SimTime;
  readonly expected: SimTime;
  readonly latest: SimTime;
}

type Deadline = Extract<engineModel.Timer, { kind: 'deadline' }>;

/** What is pending for a consignment: the conveyance (0), timers, activities, numbered one after another. */
export class Pending {
  readonly #engine: engineModel.Model;
  readonly #consignment: Consignment;
  /** By number, of what is pending: when it may come; deadlines that are not anchored yet stand here too. */
  readonly #expectations: (Expectation | undefined)[];
  readonly #stages: Uint8Array;
  /** By milestone column: when it was reached first. */
  readonly #reachedAt: (SimTime | undefined)[];

  constructor(engine: engineModel.Model, consignment: Consignment) {
    this.#engine = engine;
    this.#consignment = consignment;
    this.#expectations = Array.from({ length: 1 + engine.timers.length + engine.activities.length }, () => undefined);
    this.#stages = new Uint8Array(engine.activities.length);
    this.#reachedAt = Array.from({ length: engine.milestones }, () => undefined);
    this.#reachedAt[engineModel.created] = 0;
    if (engine.program.arrived >= 0 && engine.arrivals.kind === 'conveyances')
      this.#expectations[0] = after(
        0,
        consignment.lastingOf({ law: { is: engine.arrivals.travel }, share: { is: 1 } }),
      );
  }

  /** Numbers of what can come; if it keeps to its time, only what nothing must come before. */
  list(isTimely: boolean): readonly number[] {
    const list: number[] = [];
    const last = isTimely ? this.latest() : Number.POSITIVE_INFINITY;
    for (let number = 0; number < this.#expectations.length; number++) {
      const expectation = this.expectationOf(number);
      if (expectation !== undefined && expectation.earliest <= last) list.push(number);
    }
    return list;
  }

  /** The latest instant before which nothing must have come; endless if all may wait. */
  latest(): SimTime {
    let last = Number.POSITIVE_INFINITY;
    for (let number = 0; number < this.#expectations.length; number++)
      last = Math.min(last, this.expectationOf(number)?.latest ?? last);
    return last;
  }

  /** What is pending comes. The activity that begins by it, which the machine does not hear of; undefined if the machine does. */
  come(number: number, at: SimTime): number | undefined {
    this.#expectations[number] = undefined;
    const activity = number - 1 - this.#engine.timers.length;
    if (activity < 0) return undefined;
    const { takes } = present(this.#engine.activities[activity], 'an activity');
    if (this.#stages[activity] === Stage.waiting) {
      this.#stages[activity] = Stage.running;
      this.#expectations[number] = takes === undefined ? exactly(at) : after(at, this.#consignment.lastingOf(takes));
      return activity;
    }
    this.#stages[activity] = takes === undefined ? Stage.held : Stage.none;
    return undefined;
  }

  /** A step has been made. */
  take({ timers, activities, reached }: Outcome, at: SimTime): void {
    for (const [timer, isArmed] of timers) {
      const armed = present(this.#engine.timers[timer], 'a timer');
      const expectation = armed.kind === 'delay' ? after(at, this.#consignment.lastingOf(armed.takes)) : from(at);
      this.#expectations[1 + timer] = isArmed ? expectation : undefined;
    }
    for (const [activity, isAsked] of activities) {
      this.#stages[activity] = isAsked ? Stage.waiting : Stage.none;
      this.#expectations[1 + this.#engine.timers.length + activity] = isAsked ? from(at) : undefined;
    }
    for (const column of reached) this.#reachedAt[column] ??= at;
  }

  /** When something may come; undefined if it is not pending, or a deadline that does not run yet. */
  expectationOf(number: number): Expectation | undefined {
    const expectation = this.#expectations[number];
    const deadline = expectation === undefined ? undefined : this.#deadline(number);
    if (expectation === undefined || deadline === undefined) return expectation;
    const anchor = this.reached(deadline.from);
    // One that has run out when it is armed is due at once.
    return anchor === undefined
      ? undefined
      : exactly(Math.max(dueAfter(deadline.due, anchor, this.#engine.midnight), expectation.earliest));
  }

  /** When an anchor was reached; undefined if it is not yet. */
  reached({ of, columns }: engineModel.Anchor): SimTime | undefined {
    const instants = columns.map((column) => this.#reachedAt[column]);
    const known = instants.filter((each) => each !== undefined);
    if (of === 'first') return known.length === 0 ? undefined : Math.min(...known);
    return known.length < instants.length ? undefined : Math.max(...known);
  }

  /** The activity that waits for its resources under this number; undefined if none does. */
  waiting(number: number): number | undefined {
    const activity = number - 1 - this.#engine.timers.length;
    return this.#stages[activity] === Stage.waiting ? activity : undefined;
  }

  /** The deadline under this number, if it is pending, whether it runs already or not. */
  deadline(number: number): Deadline | undefined {
    return this.#expectations[number] === undefined ? undefined : this.#deadline(number);
  }

  #deadline(number: number): Deadline | undefined {
    const timer = this.#engine.timers[number - 1];
    return timer?.kind === 'deadline' ? timer : undefined;
  }
}

function exactly(at: SimTime): Expectation {
  return { earliest: at, expected: at, latest: at };
}

/** As soon as somebody has time. */
function from(at: SimTime): Expectation {
  return { earliest: at, expected: at, latest: Number.POSITIVE_INFINITY };
}

function after(at: SimTime, { least, mean, most }: Lasting): Expectation {
  return { earliest: at + least, expected: at + mean, latest: at + most };
}
