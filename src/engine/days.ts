import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import type { Due } from './model.ts';

/** The local day of an instant, counted from the day of the start. */
export function dayOf(at: SimTime, midnight: Minutes): number {
  return Math.floor((at + midnight) / minutesPerDay);
}

/** Instants at which something is due, by what they are counted from; days are asked once and remembered. */
export class DueInstants {
  /** The last answer. */
  readonly value: Float64Array = new Float64Array(1);
  readonly #midnight: Minutes;
  readonly #minutes: number[] = [];
  readonly #ofDay: ((day: number) => SimTime)[] = [];
  /** By due and day, days before the first day apart. */
  readonly #known: Map<number, number>[] = [];

  constructor(midnight: Minutes) {
    this.#midnight = midnight;
  }

  /** Enters a due while a run is set up; gives its index. */
  enter(due: Due): number {
    this.#minutes.push('minutes' in due ? due.minutes : Number.NaN);
    this.#ofDay.push('minutes' in due ? () => Number.NaN : due.ofDay);
    return this.#known.push(new Map()) - 1;
  }

  /** Puts the instant that is due when counted from `from[0]` into `value`. */
  find(due: number, from: Float64Array): void {
    const minutes = this.#minutes[due] as number;
    if (minutes === minutes) {
      this.value[0] = (from[0] as number) + minutes;
      return;
    }
    const day = dayOf(from[0] as number, this.#midnight);
    const known = this.#known[due] as Map<number, number>;
    let at = known.get(day);
    if (at === undefined) {
      at = (this.#ofDay[due] as (day: number) => SimTime)(day);
      known.set(day, at);
    }
    this.value[0] = at;
  }
}
