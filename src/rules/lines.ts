import { assert, present, type SimTime } from '../base/index.ts';
import { Happening, isOpenAt, nextChange, type Observer } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import type { Rule } from './rule.ts';

/** The line at one resource as a rule looks at it. */
interface Line {
  readonly resource: number;
  readonly atMost: number;
  length: number;
  /** Open minutes in which it was as short as the rule wants, and all of them. */
  short: number;
  open: number;
}

/**
 * Follows rules about lines through a run: the share of a resource's open time in which no more than so many requests wait for it,
 * from the end of the warm-up to that of the window (of a window by count: to the last that happens). A request waits from its asking
 * until it is granted or given up.
 */
export class Lines implements Observer {
  readonly #model: Model;
  readonly #lines: readonly Line[];
  /** By activity: the lines that its requests stand in. */
  readonly #standsIn: readonly (readonly Line[])[];
  /** Requests that wait, as `consignment * activities + activity`. */
  readonly #waiting = new Set<number>();
  #now: SimTime;
  readonly #end: SimTime;

  constructor(model: Model, rules: readonly Rule[], warmUp: number) {
    this.#model = model;
    const { window } = model.engine;
    this.#now = warmUp;
    this.#end = 'to' in window ? window.to : Number.POSITIVE_INFINITY;
    this.#lines = rules.map(({ claim }) => {
      assert('queue' in claim, 'a rule about a line');
      const resource = model.names.resources.indexOf(claim.queue.resource);
      return { resource, atMost: claim.queue.atMost, length: 0, short: 0, open: 0 };
    });
    this.#standsIn = model.engine.activities.map(({ needs }) =>
      this.#lines.filter((line) => needs.some(({ resource }) => resource === line.resource)),
    );
  }

  happened(happening: number, at: SimTime, consignment: number, what: number): void {
    const comes = happening === Happening.requested;
    if (!comes && happening !== Happening.begun && happening !== Happening.cancelled) return;
    const request = consignment * this.#standsIn.length + what;
    // What is given up while it is served does not wait any more.
    if (!comes && !this.#waiting.has(request)) return;
    this.#until(at);
    if (comes) this.#waiting.add(request);
    else this.#waiting.delete(request);
    for (const line of present(this.#standsIn[what], 'an activity')) line.length += comes ? 1 : -1;
  }

  /** By rule, when the run is over: the share of open time in which its line was short enough; not a number if it was never open. */
  shares(): readonly number[] {
    if (Number.isFinite(this.#end)) this.#until(this.#end);
    return this.#lines.map(({ short, open }) => short / open);
  }

  #until(now: SimTime): void {
    const at = Math.min(now, this.#end);
    if (at <= this.#now) return;
    for (const line of this.#lines) {
      const open = this.#openBetween(present(this.#model.engine.resources[line.resource], 'a resource').calendar, at);
      line.open += open;
      if (line.length <= line.atMost) line.short += open;
    }
    this.#now = at;
  }

  /** Open minutes from now until `at`. */
  #openBetween(index: number, at: SimTime): number {
    const { calendars, midnight } = this.#model.engine;
    const calendar = calendars[index];
    if (calendar === undefined) return at - this.#now;
    let open = 0;
    for (let from = this.#now; from < at;) {
      const to = Math.min(at, nextChange(calendar, from, midnight) ?? at);
      if (isOpenAt(calendar, from, midnight)) open += to - from;
      from = to;
    }
    return open;
  }
}
