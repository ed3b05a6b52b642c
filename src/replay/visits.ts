import { present } from '../base/index.ts';
import { Happening } from '../engine/index.ts';
import type { Recording } from '../simulation/index.ts';
import type { Stations } from './stations.ts';
import type { Tally } from './tally.ts';

/** What is found about stations while a recording is gone through: how many were there at most, and in which order one comes to them. */
export class Visits {
  readonly #recording: Recording;
  readonly #stations: Stations;
  readonly #tally: Tally;
  readonly #context: Int16Array;
  readonly #most: Int32Array;
  /** By consignment and station: 1 where it has been. */
  readonly #been: Uint8Array;
  /** By two stations: how many came to the first before they came to the second. */
  readonly #earlier: Int32Array;

  constructor(of: { recording: Recording; context: Int16Array }, stations: Stations, tally: Tally) {
    const consignments = of.recording.entity.reduce((most, each) => Math.max(most, each + 1), 0);
    const count = stations.all.length;
    this.#recording = of.recording;
    this.#context = of.context;
    this.#stations = stations;
    this.#tally = tally;
    this.#most = new Int32Array(count);
    this.#been = new Uint8Array(consignments * count);
    this.#earlier = new Int32Array(count * count);
  }

  /** The next happening, at this place; the tally has done it. */
  meet(place: number): void {
    const { happening, what: whats, entity } = this.#recording;
    const what = present(whats[place], 'what');
    const consignment = present(entity[place], 'a consignment');
    switch (happening[place]) {
      case Happening.entered:
        for (const station of this.#stations.left(what, present(this.#context[place], 'a happening'))) {
          this.#visit(station, consignment);
          this.#measure(station);
        }
        return;
      case Happening.requested:
        for (const { station } of this.#stations.needs(what)) this.#visit(station, consignment);
        return;
      case Happening.begun:
        for (const { station } of this.#stations.needs(what)) this.#measure(station);
        return;
      default:
    }
  }

  /** The most that were in a station at once: units in use, or consignments. */
  most(station: number): number {
    return present(this.#most[station], 'a station');
  }

  /** Resources, and whatever anybody came to: a station stands before those that most who come to both come to later. */
  inOrder(): readonly number[] {
    const places = [...this.#stations.all.keys()];
    const lead = (station: number): number =>
      places.reduce((sum, other) => sum + Math.sign(this.#before(station, other) - this.#before(other, station)), 0);
    return places
      .filter((station) => this.#stations.all[station]?.kind === 'resource' || this.most(station) > 0)
      .toSorted((a, b) => lead(b) - lead(a));
  }

  #before(a: number, b: number): number {
    return present(this.#earlier[a * this.#most.length + b], 'two stations');
  }

  #visit(station: number, consignment: number): void {
    const count = this.#most.length;
    const first = consignment * count;
    if (this.#been[first + station] === 1) return;
    this.#been[first + station] = 1;
    for (let other = 0; other < count; other++)
      if (this.#been[first + other] === 1) this.#earlier[other * count + station] = this.#before(other, station) + 1;
  }

  #measure(station: number): void {
    this.#most[station] = Math.max(this.most(station), present(this.#tally.working[station], 'a station'));
  }
}
