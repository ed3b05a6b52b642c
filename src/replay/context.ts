import { present } from '../base/index.ts';
import { goodsMayLeave } from '../customs/index.ts';
import { Happening } from '../engine/index.ts';
import type { Model, Recording } from '../simulation/index.ts';

/** Finds what the happenings of a recording do not tell by themselves, while it is gone through. */
export class Context {
  /**
   * By happening: the configuration that is left when one is entered (-1: none); whether a milestone that is reached was reached
   * before (1), or is the first by which the goods may leave (2); whether (1) an activity that is cancelled had begun. 0 of all others.
   */
  readonly found: Int16Array;
  readonly #recording: Recording;
  readonly #milestones: number;
  readonly #activities: number;
  /** By consignment, as it stands after the last happening met. */
  readonly #configurations: Int16Array;
  readonly #reached: Uint8Array;
  readonly #begun: Uint8Array;
  /** By milestone: whether goods may leave by it. */
  readonly #lets: readonly boolean[];
  /** By consignment: whether its goods may leave. */
  readonly #mayLeave: Uint8Array;

  constructor({ names }: Model, recording: Recording) {
    const consignments = recording.entity.reduce((most, each) => Math.max(most, each + 1), 0);
    this.#recording = recording;
    this.#milestones = names.milestones.length;
    this.#activities = names.activities.length;
    this.found = new Int16Array(recording.count);
    this.#configurations = new Int16Array(consignments).fill(-1);
    this.#reached = new Uint8Array(consignments * this.#milestones);
    this.#begun = new Uint8Array(consignments * this.#activities);
    const leaving = Object.values(goodsMayLeave).flat();
    this.#lets = names.milestones.map((name) => leaving.includes(name));
    this.#mayLeave = new Uint8Array(consignments);
  }

  /** Finds it for the next happening, at this place. */
  meet(place: number): void {
    const { happening, entity, what: whats } = this.#recording;
    const consignment = present(entity[place], 'a consignment');
    const what = present(whats[place], 'what');
    const milestone = consignment * this.#milestones + what;
    const activity = consignment * this.#activities + what;
    switch (happening[place]) {
      case Happening.entered:
        this.found[place] = present(this.#configurations[consignment], 'a configuration');
        this.#configurations[consignment] = what;
        return;
      case Happening.reached:
        this.found[place] = present(this.#reached[milestone], 'a milestone');
        this.#reached[milestone] = 1;
        if (this.#lets[what] === true && this.#mayLeave[consignment] === 0) {
          this.found[place] = 2;
          this.#mayLeave[consignment] = 1;
        }
        return;
      case Happening.requested:
        this.#begun[activity] = 0;
        return;
      case Happening.begun:
        this.#begun[activity] = 1;
        return;
      case Happening.cancelled:
        this.found[place] = present(this.#begun[activity], 'an activity');
        return;
      default:
    }
  }
}
