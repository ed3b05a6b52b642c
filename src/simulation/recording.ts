import type { Minutes, SimTime } from '../base/index.ts';
import type { Observer } from '../engine/index.ts';
import type { Model } from './model.ts';
import { Simulation, type SimulationOptions } from './simulate.ts';

/**
 * All that happened in one replication, in its order, as columns; plain data that crosses threads. `happening` is one of
 * {@link Happening}, which says what `what` and `value` mean; the names of the model say what they are called.
 */
export interface Recording {
  /** From 0. */
  readonly replication: number;
  /** Consignments that arrived within are counted, minutes from the start of the run. */
  readonly window: { readonly from: Minutes; readonly to: Minutes };
  /** Length of the columns. */
  readonly count: number;
  readonly at: Float64Array;
  /** Consignments, numbered in the order of creation from 0. */
  readonly entity: Uint32Array;
  readonly happening: Uint8Array;
  readonly what: Int32Array;
  readonly value: Float64Array;
  /** True where the run has gone on but no more was written down: what comes later is not in it. */
  readonly isCut: boolean;
}

/** Happenings that are written down at most: 100 MB. */
const happeningsMax = 4_000_000;

/**
 * Runs a replication and writes down all that happens, at most `max` happenings. Every few milliseconds it yields the number of
 * consignments simulated since the last time, so that whoever drives it can look around, or leave it.
 */
export function* record(
  model: Model,
  options: Pick<SimulationOptions, 'replication' | 'warmUp'>,
  max: number = happeningsMax,
): Generator<number, Recording, void> {
  const { replication, warmUp } = options;
  const pen = new Pen(max);
  const simulation = new Simulation(model, { replication, warmUp, keepTimes: false, seriesBin: 0, observer: pen });
  let told = 0;
  for (let isGoing = true; isGoing;) {
    isGoing = simulation.advance();
    yield simulation.consignments - told;
    told = simulation.consignments;
  }
  const { window } = simulation.end().result;
  return { replication, window, ...pen.written() };
}

/** Writes happenings into columns that grow. */
class Pen implements Observer {
  readonly #max: number;
  #room = 0;
  #count = 0;
  #isCut = false;
  #at = new Float64Array(0);
  #entity = new Uint32Array(0);
  #happening = new Uint8Array(0);
  #what = new Int32Array(0);
  #value = new Float64Array(0);

  constructor(max: number) {
    this.#max = max;
  }

  happened(happening: number, at: SimTime, entity: number, what: number, value: number): void {
    const place = this.#count;
    if (place === this.#max) {
      this.#isCut = true;
      return;
    }
    if (place === this.#room) this.#grow();
    this.#count++;
    this.#at[place] = at;
    this.#entity[place] = entity;
    this.#happening[place] = happening;
    this.#what[place] = what;
    this.#value[place] = value;
  }

  written(): Omit<Recording, 'replication' | 'window'> {
    const count = this.#count;
    return {
      count,
      at: this.#at.slice(0, count),
      entity: this.#entity.slice(0, count),
      happening: this.#happening.slice(0, count),
      what: this.#what.slice(0, count),
      value: this.#value.slice(0, count),
      isCut: this.#isCut,
    };
  }

  #grow(): void {
    this.#room = Math.min(this.#max, Math.max(65_536, 2 * this.#room));
    const longer = <Column extends { set(from: Column): void }>(column: Column, empty: Column): Column => {
      empty.set(column);
      return empty;
    };
    this.#at = longer(this.#at, new Float64Array(this.#room));
    this.#entity = longer(this.#entity, new Uint32Array(this.#room));
    this.#happening = longer(this.#happening, new Uint8Array(this.#room));
    this.#what = longer(this.#what, new Int32Array(this.#room));
    this.#value = longer(this.#value, new Float64Array(this.#room));
  }
}
