import { present, type SimTime } from '../base/index.ts';
import { Happening } from '../engine/index.ts';
import type { Model, Recording } from '../simulation/index.ts';

/** A vessel of a recording: consignments that entered the model at one instant, and arrive together. */
export interface Vessel {
  /** In the order of departure from 1; one that carries nothing is not seen. */
  readonly number: number;
  readonly departsAt: SimTime;
  /** Infinite where it arrives after the end of the recording. */
  readonly arrivesAt: SimTime;
  /** The first of its consignments; the others follow it. */
  readonly first: number;
  readonly carries: number;
}

/** Finds the vessels of a recording while it is gone through; none where consignments come by themselves, or arrive without a milestone. */
export class Vessels {
  /** In the order of departure. */
  readonly all: { -readonly [Key in keyof Vessel]: Vessel[Key] }[] = [];
  readonly #recording: Recording;
  readonly #arrived: number;
  /** Vessel by consignment. */
  readonly #aboard: number[] = [];

  constructor({ scenario, names }: Model, recording: Recording) {
    this.#recording = recording;
    this.#arrived = scenario.arrivals.kind === 'vessels' ? names.milestones.indexOf('arrived') : -1;
  }

  /** The next happening, at this place. */
  meet(place: number): void {
    const { at, entity, happening, what } = this.#recording;
    if (this.#arrived < 0) return;
    const now = present(at[place], 'an instant');
    if (happening[place] === Happening.created) this.#depart(now);
    else if (happening[place] === Happening.reached && what[place] === this.#arrived) {
      const consignment = present(entity[place], 'a consignment');
      const vessel = present(this.all[present(this.#aboard[consignment], 'aboard')], 'a vessel');
      vessel.arrivesAt = Math.min(vessel.arrivesAt, now);
    }
  }

  #depart(now: SimTime): void {
    const last = this.all.at(-1);
    const first = this.#aboard.length;
    if (last?.departsAt === now) last.carries++;
    else this.all.push({ number: this.all.length + 1, departsAt: now, arrivesAt: Infinity, first, carries: 1 });
    this.#aboard.push(this.all.length - 1);
  }
}
