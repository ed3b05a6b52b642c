import { present, type SimTime } from '../base/index.ts';
import { engineModel } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import { Consignment, Limits } from './consignment.ts';
import type { Draft, Turn } from './draft.ts';
import { XStateSteps, type Coming, type Label, type Outcome, type Place } from './xstate-steps.ts';

/** A step of a history. */
export interface Step {
  /** Since the consignment entered. */
  readonly at: SimTime;
  readonly label: Label;
}

/** What a consignment went through. */
export interface History {
  readonly steps: readonly Step[];
  /** At its end, at a place where nothing is pending though it is no end, or cut off since it goes on and on. */
  readonly end: 'ended' | 'stuck' | 'cut';
  /** Events that were brought, and those among them that were not pending or changed nothing. */
  readonly brought: number;
  readonly ignored: number;
}

/** Steps after which a history is cut off. */
const stepsMax = 200;

/** How often anything else comes before a deadline: deadlines are long, and most of what a consignment can do it does before them. */
const deadlineRarity = 6;

/** What comes when a draft is at its end: whatever is first, at once, and no chance falls. */
const quiet: Turn = { next: 0, any: undefined, luck: 0, wait: 0 };

/**
 * Follows consignments through a model, XState deciding each step. What is pending comes in the order that a draft chooses,
 * whatever delays last and whenever resources are free, as in a proof; unlike there, attributes have values.
 */
export class Follower {
  readonly #model: Model;
  readonly #steps: XStateSteps;
  readonly #limits: Limits;
  /** What can come, by number: the conveyance, timers, activities. */
  readonly #comings: readonly Coming[];
  readonly #starts: Map<string, Label> = new Map();

  constructor(model: Model) {
    this.#model = model;
    this.#steps = new XStateSteps(model);
    this.#limits = new Limits(model);
    const { engine, table, names } = model;
    this.#comings = [
      { event: engine.program.arrived, cause: 'ARRIVED' },
      ...engine.timers.map(({ event }, timer) => ({ event, cause: `due:${table.timers[timer]?.delay ?? ''}` })),
      ...engine.activities.map(({ done, takes }, activity) => ({
        event: done,
        cause: `${takes === undefined ? 'granted' : 'end'}:${names.activities[activity] ?? ''}`,
      })),
    ];
  }

  follow(draft: Draft): History {
    const consignment = new Consignment(this.#model, this.#limits, draft);
    const pending = new Pending(this.#model.engine);
    const steps: Step[] = [];
    let [at, brought, ignored] = [0, 0, 0];
    let place: Place | undefined;
    const take = (outcome: Outcome): void => {
      consignment.write(outcome.writes);
      pending.take(outcome);
      place = outcome.label.to;
      steps.push({ at, label: outcome.label });
    };
    const answers = consignment.answers.bind(consignment);
    take(this.#steps.enter(answers));
    for (let turns = 0; steps.length < stepsMax; turns++) {
      const here = present(place, 'a place');
      if (here.hasEnded) return { steps, end: 'ended', brought, ignored };
      const coming = pending.list();
      if (coming.length === 0) return { steps, end: 'stuck', brought, ignored };
      const turn = draft.turns[turns] ?? quiet;
      const number = turn.any ?? present(coming[turn.next % coming.length], 'what is pending');
      brought++;
      if (!coming.includes(number)) {
        ignored++;
        continue;
      }
      at += turn.wait;
      const began = pending.come(number);
      if (began !== undefined) {
        steps.push({ at, label: this.#start(began, here) });
        continue;
      }
      consignment.luck = turn.luck;
      const outcome = this.#steps.step(here, present(this.#comings[number], 'what can come'), answers);
      if (outcome.isIgnored) ignored++;
      take(outcome);
    }
    return { steps, end: 'cut', brought, ignored };
  }

  /** That an activity begins. */
  #start(activity: number, to: Place): Label {
    const key = `${activity} ${to.number}`;
    const known = this.#starts.get(key);
    if (known !== undefined) return known;
    const cause = `start:${this.#model.names.activities[activity] ?? ''}`;
    const label = { cause, events: [cause], to };
    this.#starts.set(key, label);
    return label;
  }
}

/** How an activity stands. */
const Stage = { none: 0, waiting: 1, running: 2, held: 3 } as const;

/** What is pending for a consignment: the conveyance (0), timers, activities, numbered one after another. */
class Pending {
  readonly #engine: engineModel.Model;
  #canArrive: boolean;
  readonly #timers: Uint8Array;
  readonly #stages: Uint8Array;
  /** By milestone column. */
  readonly #reached: Uint8Array;

  constructor(engine: engineModel.Model) {
    this.#engine = engine;
    this.#canArrive = engine.program.arrived >= 0 && engine.arrivals.kind === 'conveyances';
    this.#timers = new Uint8Array(engine.timers.length);
    this.#stages = new Uint8Array(engine.activities.length);
    this.#reached = new Uint8Array(engine.milestones);
    this.#reached[engineModel.created] = 1;
  }

  /** Numbers of what can come, each as often as it is likely to. */
  list(): readonly number[] {
    const list: number[] = [];
    const often = (number: number): void => {
      for (let time = 0; time < deadlineRarity; time++) list.push(number);
    };
    if (this.#canArrive) often(0);
    for (let timer = 0; timer < this.#timers.length; timer++) {
      if (this.#timers[timer] === 0) continue;
      const { kind } = present(this.#engine.timers[timer], 'a timer');
      if (kind === 'delay') often(1 + timer);
      else if (this.#isAnchored(timer)) list.push(1 + timer);
    }
    for (let activity = 0; activity < this.#stages.length; activity++) {
      const stage = this.#stages[activity];
      if (stage === Stage.waiting || stage === Stage.running) often(1 + this.#timers.length + activity);
    }
    return list;
  }

  /** What is pending comes. The activity that begins by it, which the machine does not hear of; undefined if the machine does. */
  come(number: number): number | undefined {
    const activity = number - 1 - this.#timers.length;
    if (activity < 0) {
      if (number === 0) this.#canArrive = false;
      else this.#timers[number - 1] = 0;
      return undefined;
    }
    if (this.#stages[activity] === Stage.waiting) {
      this.#stages[activity] = Stage.running;
      return activity;
    }
    this.#stages[activity] = this.#engine.activities[activity]?.takes === undefined ? Stage.held : Stage.none;
    return undefined;
  }

  /** A step has been made. */
  take({ timers, activities, reached }: Outcome): void {
    for (const [timer, isArmed] of timers) this.#timers[timer] = isArmed ? 1 : 0;
    for (const [activity, isAsked] of activities) this.#stages[activity] = isAsked ? Stage.waiting : Stage.none;
    for (const column of reached) this.#reached[column] = 1;
  }

  #isAnchored(index: number): boolean {
    const timer = present(this.#engine.timers[index], 'a timer');
    if (timer.kind === 'delay') return true;
    const { of, columns } = timer.from;
    const isReached = (column: number): boolean => this.#reached[column] === 1;
    return of === 'first' ? columns.some(isReached) : columns.every(isReached);
  }
}
