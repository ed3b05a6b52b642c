import { assert, unreachable } from '../base/index.ts';
import type { Clock } from './clock.ts';
import type { DueInstants } from './days.ts';
import type { Durations } from './durations.ts';
import { waitingForAnchor, type Entities } from './entities.ts';
import { At, nodeWidth, none, Rank, type EventList } from './event-list.ts';
import type { Model } from './model.ts';
import type { Records } from './records.ts';

/** Delays and deadlines of entities: planned when armed, taken out when disarmed. */
export class Timers {
  readonly #list: EventList;
  readonly #entities: Entities;
  readonly #clock: Clock;
  readonly #durations: Durations;
  readonly #dues: DueInstants;
  readonly #records: Records;
  readonly #instant: Float64Array = new Float64Array(1);
  /** Duration of a delay, or `none`: a deadline. */
  readonly #duration: Int32Array;
  readonly #due: Int32Array;
  readonly #anchor: Int32Array;
  /** Deadlines that a milestone may be the anchor of. */
  readonly #anchored: readonly (readonly number[])[];

  constructor(
    model: Model,
    parts: {
      list: EventList;
      entities: Entities;
      clock: Clock;
      durations: Durations;
      dues: DueInstants;
      records: Records;
    },
  ) {
    this.#list = parts.list;
    this.#entities = parts.entities;
    this.#clock = parts.clock;
    this.#durations = parts.durations;
    this.#dues = parts.dues;
    this.#records = parts.records;
    const { timers } = model;
    this.#duration = new Int32Array(timers.length).fill(none);
    this.#due = new Int32Array(timers.length).fill(none);
    this.#anchor = new Int32Array(timers.length).fill(none);
    for (const [index, timer] of timers.entries()) {
      switch (timer.kind) {
        case 'delay':
          this.#duration[index] = parts.durations.enter(timer.takes);
          break;
        case 'deadline':
          this.#due[index] = parts.dues.enter(timer.due);
          this.#anchor[index] = parts.records.enter(timer.from);
          break;
        default:
          unreachable(timer);
      }
    }
    this.#anchored = Array.from({ length: model.milestones }, (_, column) =>
      timers.flatMap((timer, index) =>
        timer.kind === 'deadline' && timer.from.columns.includes(column) ? [index] : [],
      ),
    );
  }

  /** The state that declares the timer is entered. */
  arm(slot: number, timer: number): void {
    const register = slot * this.#entities.registers + timer;
    assert(this.#entities.register[register] === none, 'a timer is armed once at a time');
    const duration = this.#duration[timer] as number;
    if (duration !== none) {
      this.#durations.draw(slot, duration);
      this.#instant[0] = (this.#clock[0] as number) + (this.#durations.value[0] as number);
      this.#plan(register, slot, timer);
      return;
    }
    this.#records.find(slot, this.#anchor[timer] as number);
    if (Number.isNaN(this.#records.instant[0])) {
      this.#entities.register[register] = waitingForAnchor;
      return;
    }
    this.#dues.find(this.#due[timer] as number, this.#records.instant);
    this.#instant[0] = Math.max(this.#clock[0] as number, this.#dues.value[0] as number);
    this.#plan(register, slot, timer);
  }

  /** The state that declares the timer is left. */
  disarm(slot: number, timer: number): void {
    const register = slot * this.#entities.registers + timer;
    const node = this.#entities.register[register] as number;
    if (node === none) return;
    this.#entities.register[register] = none;
    if (node === waitingForAnchor) return;
    this.#list.cancel(node);
    this.#list.recycle(node);
  }

  /** The timer of `node` is due: it is armed no more. The node is recycled. */
  fire(node: number): void {
    this.#entities.register[
      (this.#list.node[node * nodeWidth + At.owner] as number) * this.#entities.registers +
        (this.#list.node[node * nodeWidth + At.what] as number)
    ] = none;
    this.#list.recycle(node);
  }

  /** A milestone is reached for the first time: deadlines that waited for it are armed. */
  anchorReached(slot: number, column: number): void {
    for (const timer of this.#anchored[column] as readonly number[]) {
      const register = slot * this.#entities.registers + timer;
      if (this.#entities.register[register] !== waitingForAnchor) continue;
      this.#entities.register[register] = none;
      this.arm(slot, timer);
    }
  }

  /** Plans the timer for the instant that stands in the cell. */
  #plan(register: number, slot: number, timer: number): void {
    const node = this.#list.make(this.#duration[timer] === none ? Rank.deadline : Rank.delay, slot, timer);
    this.#entities.register[register] = node;
    this.#list.time[node] = this.#instant[0] as number;
    this.#list.plan(node);
  }
}
