import { none } from './event-list.ts';
import type { Model } from './model.ts';

/** What a register holds while an activity without duration is granted. */
export const held = -2;
/** What a register holds while a deadline waits for its anchor. */
export const waitingForAnchor = -3;

/**
 * All that is known of the entities in the system, in typed arrays of slots that are used again:
 * memory grows with how many are in the system at one time, never with how many there were.
 */
export class Entities {
  readonly milestones: number;
  readonly registers: number;
  readonly levels: number;
  readonly numbers: number;
  readonly counters: number;
  readonly answerWords: number;
  readonly fees: number;

  configuration: Int32Array = new Int32Array(0);
  /** Number in the order of creation, or `none`: the slot is free. */
  number: Int32Array = new Int32Array(0);
  /** Instant of arrival (of creation, where nothing conveys it). */
  arrival: Float64Array = new Float64Array(0);
  /** 1 if it belongs to those whose figures are kept. */
  counted: Uint8Array = new Uint8Array(0);
  /** Key of its draws: four words a slot. */
  word: Int32Array = new Int32Array(0);
  level: Int32Array = new Int32Array(0);
  amount: Float64Array = new Float64Array(0);
  /** Instants of milestones, NaN while not reached. */
  milestone: Float64Array = new Float64Array(0);
  /** What each timer (first) and activity (after them) waits with: a node, `none`, `held`, `waitingForAnchor`. */
  register: Int32Array = new Int32Array(0);
  counter: Uint16Array = new Uint16Array(0);
  /** Answers of chances drawn once: two bits each, asked and true. */
  answer: Int32Array = new Int32Array(0);
  fee: Float64Array = new Float64Array(0);

  /** Slots ever used; slots at and above are free. */
  used = 0;
  #free = none;

  constructor(model: Model) {
    this.milestones = model.milestones;
    this.registers = model.timers.length + model.activities.length;
    this.levels = model.levelColumns.length;
    this.numbers = model.numberColumns.length;
    this.counters = model.counters;
    this.answerWords = Math.ceil(
      model.guards.filter((guard) => guard.kind === 'chance' && guard.counter === 'once').length / 16,
    );
    this.fees = model.fees.length;
    this.#grow(256);
  }

  /** A slot with nothing reached, nothing waited for, nothing drawn. */
  make(): number {
    let slot = this.#free;
    if (slot === none) {
      slot = this.used++;
      if (slot === this.number.length) this.#grow(slot * 2);
    } else {
      this.#free = this.configuration[slot] as number;
    }
    for (let at = slot * this.milestones, end = at + this.milestones; at < end; at++) this.milestone[at] = Number.NaN;
    for (let at = slot * this.registers, end = at + this.registers; at < end; at++) this.register[at] = none;
    for (let at = slot * this.counters, end = at + this.counters; at < end; at++) this.counter[at] = 0;
    for (let at = slot * this.answerWords, end = at + this.answerWords; at < end; at++) this.answer[at] = 0;
    for (let at = slot * this.fees, end = at + this.fees; at < end; at++) this.fee[at] = 0;
    return slot;
  }

  /** Gives the slot back. */
  recycle(slot: number): void {
    this.number[slot] = none;
    this.configuration[slot] = this.#free;
    this.#free = slot;
  }

  #grow(slots: number): void {
    const integers = (old: Int32Array, width: number): Int32Array => {
      const grown = new Int32Array(slots * width).fill(none, old.length);
      grown.set(old);
      return grown;
    };
    const doubles = (old: Float64Array, width: number): Float64Array => {
      const grown = new Float64Array(slots * width);
      grown.set(old);
      return grown;
    };
    this.configuration = integers(this.configuration, 1);
    this.number = integers(this.number, 1);
    this.word = integers(this.word, 4);
    this.level = integers(this.level, this.levels);
    this.register = integers(this.register, this.registers);
    this.answer = integers(this.answer, this.answerWords);
    this.arrival = doubles(this.arrival, 1);
    this.amount = doubles(this.amount, this.numbers);
    this.milestone = doubles(this.milestone, this.milestones);
    this.fee = doubles(this.fee, this.fees);
    const counted = new Uint8Array(slots);
    counted.set(this.counted);
    this.counted = counted;
    const counter = new Uint16Array(slots * this.counters);
    counter.set(this.counter);
    this.counter = counter;
  }
}
