import { present } from '../base/index.ts';
import { engineModel, Happening } from '../engine/index.ts';
import { Context } from './context.ts';
import type { Model, Recording } from '../simulation/index.ts';
import type { Stations } from './stations.ts';

/** What the happenings of a recording add up to, from its beginning to any of them: each can be done, and undone. */
export class Tally {
  /** Consignments that have reached each milestone of the model; units in use and requests in line of each station. */
  readonly reached: Int32Array;
  readonly working: Int32Array;
  readonly waiting: Int32Array;
  /** All of these. */
  readonly #counts: Int32Array;
  readonly #recording: Recording;
  readonly #stations: Stations;
  readonly #holds: readonly boolean[];
  readonly #context: Context;

  constructor(model: Model, recording: Recording, stations: Stations) {
    const milestones = model.names.milestones.length;
    const places = stations.all.length;
    this.#counts = new Int32Array(milestones + 2 * places);
    this.reached = this.#counts.subarray(0, milestones);
    this.working = this.#counts.subarray(milestones, milestones + places);
    this.waiting = this.#counts.subarray(milestones + places);
    this.#recording = recording;
    this.#stations = stations;
    this.#holds = model.engine.activities.map(({ takes }) => takes === undefined);
    this.#context = new Context(model, recording);
  }

  /** The configuration that a consignment leaves when it enters another; -1: it comes into the model. */
  left(place: number): number {
    return this.#context.of(place);
  }

  /** Does the happening at this place for the first time; all before it have been met. */
  meet(place: number): void {
    this.#context.meet(place);
    this.change(place, 1);
  }

  /** Does the happening at this place of the recording (1), or undoes it (-1). */
  change(place: number, by: 1 | -1): void {
    const what = present(this.#recording.what[place], 'what');
    const hadBefore = this.#context.of(place) === 1;
    switch (this.#recording.happening[place]) {
      case Happening.created:
        add(this.reached, engineModel.created, by);
        return;
      case Happening.ended:
        add(this.reached, engineModel.ended, by);
        return;
      case Happening.reached:
        if (!hadBefore) add(this.reached, what, by);
        return;
      case Happening.entered:
        for (const station of this.#stations.left(this.left(place), what)) add(this.working, station, -by);
        for (const station of this.#stations.left(what, this.left(place))) add(this.working, station, by);
        return;
      case Happening.requested:
        this.#wait(what, by);
        return;
      case Happening.begun:
        this.#wait(what, -by);
        this.#work(what, by);
        return;
      case Happening.completed:
        if (this.#holds[what] === false) this.#work(what, -by);
        return;
      case Happening.freed:
        this.#work(what, -by);
        return;
      case Happening.cancelled:
        if (hadBefore) this.#work(what, -by);
        else this.#wait(what, -by);
        return;
      default:
    }
  }

  /** A copy of what it has added up. */
  save(): Int32Array {
    return this.#counts.slice();
  }

  restore(saved: Int32Array): void {
    this.#counts.set(saved);
  }

  #wait(activity: number, by: number): void {
    for (const { station } of this.#stations.needs(activity)) add(this.waiting, station, by);
  }

  #work(activity: number, by: number): void {
    for (const { station, units } of this.#stations.needs(activity)) add(this.working, station, by * units);
  }
}

function add(counts: Int32Array, place: number, by: number): void {
  counts[place] = present(counts[place], 'a count') + by;
}
