import { minutesPerDay, minutesPerHour, present, type Minutes, type SimTime } from '../base/index.ts';
import { weekdayOf } from '../customs/index.ts';
import type { Model } from './model.ts';
import type { Recording } from './recording.ts';

/** Hours of a week. */
export const hoursPerWeek = 168;

/** A value for each hour of the week, {@link hoursPerWeek} of them: the first is Monday 00:00 to 01:00 by the clock of the port. */
export type ByHour = readonly number[];

/** Minutes from the last Monday 00:00 to a start, by the clock of the port. */
export function sinceMonday({ day, minute }: Model['scenario']['start']): Minutes {
  return weekdayOf(day) * minutesPerDay + minute;
}

/** Where instants lie in the week by the clock of the port, and the window. */
export class WeekClock {
  readonly from: SimTime;
  readonly to: SimTime;
  /** Minutes from the last Monday 00:00 to the start of the scenario. */
  readonly #past: Minutes;

  constructor({ scenario: { start } }: Model, { from, to }: Recording['window']) {
    this.from = from;
    this.to = to;
    this.#past = sinceMonday(start);
  }

  isWithin(at: SimTime): boolean {
    return at >= this.from && at < this.to;
  }

  hourOf(at: SimTime): number {
    const hour = Math.floor((at + this.#past) / minutesPerHour) % hoursPerWeek;
    return hour < 0 ? hour + hoursPerWeek : hour;
  }

  /** The hours between two instants, in their order, and what of each lies there. */
  *parts(from: SimTime, to: SimTime): Generator<{ readonly hour: number; readonly minutes: Minutes }> {
    for (let at = from; at < to;) {
      const next = (Math.floor((at + this.#past) / minutesPerHour) + 1) * minutesPerHour - this.#past;
      yield { hour: this.hourOf(at), minutes: Math.min(next, to) - at };
      at = next;
    }
  }

  minutes(): ByHour {
    const all = hours();
    for (const { hour, minutes } of this.parts(this.from, this.to)) add(all, hour, minutes);
    return all;
  }
}

/** Nothing yet in any hour. */
export function hours(): number[] {
  return Array.from({ length: hoursPerWeek }, () => 0);
}

/** Adds to an hour. */
export function add(to: number[], hour: number, value: number): void {
  to[hour] = present(to[hour], 'an hour of the week') + value;
}
