import { present } from '../base/index.ts';
import type { Address, Kernel } from '../kernel/index.ts';
import type { Places } from './set-up.ts';

/** Sees the steps of some entities while they are made: for another account of the same flow to be held against the run. */
export interface Watch {
  /** One entity in so many is watched, and the first three. */
  readonly every: number;
  /** The entity is about to make a step; `event` is that of the model, or -1: it enters. */
  stepBegins(entity: WatchedEntity, event: number): void;
  /** It reaches a milestone by this step. */
  reaches(milestone: number): void;
  /** It is charged a fee by this step, whatever the amount. */
  charges(fee: number): void;
  /** It has made it. */
  stepEnds(entity: WatchedEntity): void;
}

/** A watched entity as it stands, by the indices of the model. Valid until the call returns. */
export interface WatchedEntity {
  readonly number: number;
  readonly configuration: number;
  /** Writes 1 for each timer that is armed or waits for its anchor, then for each activity that is asked for, under way or held; else 0. */
  pending(into: Uint8Array): void;
  level(column: number): number;
  /** Writes the levels of all columns. */
  levels(into: Uint8Array): void;
  /** What a guard would answer if the columns in `levels` had these levels. Nothing is drawn or remembered for it. */
  wouldHold(guard: number, levels: ReadonlyMap<number, number>): boolean;
}

/** Shows the entity at an address. */
export class Watched implements WatchedEntity {
  readonly #kernel: Kernel;
  readonly #places: Places;
  #entity: Address = 0;

  constructor(kernel: Kernel, places: Places) {
    this.#kernel = kernel;
    this.#places = places;
  }

  at(entity: Address): this {
    this.#entity = entity;
    return this;
  }

  get number(): number {
    return this.#kernel.call.numberOf(this.#entity);
  }

  get configuration(): number {
    return this.#kernel.call.configurationOf(this.#entity);
  }

  pending(into: Uint8Array): void {
    // The registers of the activities follow those of the timers.
    const { timers, activities } = this.#places.layout;
    const registers = this.#kernel.wordsAt(this.#entity + (timers[0] ?? activities[0] ?? 0), into.length);
    for (let at = 0; at < into.length; at++) into[at] = registers[at] === 0 ? 0 : 1;
  }

  level(column: number): number {
    return this.#kernel.call.levelOf(this.#entity, this.#offset(column));
  }

  levels(into: Uint8Array): void {
    into.set(this.#kernel.bytesAt(this.#entity + (this.#places.layout.levels[0] ?? 0), into.length));
  }

  wouldHold(guard: number, levels: ReadonlyMap<number, number>): boolean {
    if (levels.size === 0) return this.#peek(guard);
    const before = [...levels.keys()].map((column) => [column, this.level(column)] as const);
    this.#setLevels(levels);
    const answer = this.#peek(guard);
    this.#setLevels(before);
    return answer;
  }

  #peek(guard: number): boolean {
    return this.#kernel.call.peek(this.#entity, present(this.#places.guards[guard], 'a guard')) !== 0;
  }

  #setLevels(levels: Iterable<readonly [number, number]>): void {
    for (const [column, level] of levels) this.#kernel.call.setLevelOf(this.#entity, this.#offset(column), level);
  }

  #offset(column: number): number {
    return present(this.#places.layout.levels[column], 'a level');
  }
}
