import { present } from '../base/index.ts';
import { engineModel, Happening } from '../engine/index.ts';
import type { Model, Recording } from '../simulation/index.ts';
import type { Stations } from './stations.ts';

/** What the happenings of a recording add up to, from its beginning to any of them: each can be done, and undone. */
export class Tally {
  /** Consignments that have reached each milestone of the model; units in use and requests in line of each station. */
  readonly reached: Int32Array;
  /** One number: consignments whose goods may leave. */
  readonly mayLeave: Int32Array;
  readonly working: Int32Array;
  readonly waiting: Int32Array;
  /** All of these. */
  readonly #counts: Int32Array;
  readonly #recording: Recording;
  readonly #stations: Stations;
  readonly #holds: readonly boolean[];
  readonly #context: Int16Array;

  /** `context` is what `Context` finds; it may still be growing behind the happenings that are done. */
  constructor(model: Model, of: { recording: Recording; context: Int16Array }, stations: Stations) {
    const milestones = model.names.milestones.length;
    const places = stations.all.length;
    this.#counts = new Int32Array(milestones + 2 * places + 1);
    this.reached = this.#counts.subarray(0, milestones);
    this.working = this.#counts.subarray(milestones, milestones + places);
    this.waiting = this.#counts.subarray(milestones + places, milestones + 2 * places);
    this.mayLeave = this.#counts.subarray(milestones + 2 * places);
    this.#recording = of.recording;
    this.#stations = stations;
    this.#holds = model.engine.activities.map(({ takes }) => takes === undefined);
    this.#context = of.context;
  }

  /** Does the happening at this place of the recording (1), or undoes it (-1). */
  change(place: number, by: 1 | -1): void {
    const what = present(this.#recording.what[place], 'what');
    const context = present(this.#context[place], 'a happening');
    switch (this.#recording.happening[place]) {
      case Happening.created:
        add(this.reached, engineModel.created, by);
        return;
      case Happening.ended:
        add(this.reached, engineModel.ended, by);
        return;
      case Happening.reached:
        if (context !== 1) add(this.reached, what, by);
        if (context === 2) add(this.mayLeave, 0, by);
        return;
      case Happening.entered:
        for (const station of this.#stations.left(context, what)) add(this.working, station, -by);
        for (const station of this.#stations.left(what, context)) add(this.working, station, by);
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
        if (context === 0) this.#wait(what, -by);
        else this.#work(what, -by);
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
