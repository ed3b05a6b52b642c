import { present } from '../base/index.ts';
import type { Address, Kernel } from '../kernel/index.ts';
import type { Places } from './set-up.ts';

/** Sees the steps of some entities while they are made: for another account of the same flow to be held against the run. */
export interface Watch {
  /** One entity in so many is watched, and the first three. */
  readonly every: number;
  /** The entity is about to make a step; `event` is that of the model, or -1: it enters. */
  stepBegins(entity: WatchedEntity, event: number): void;
  /** It has made it. */
  stepEnds(entity: WatchedEntity): void;
}

/** A watched entity as it stands, by the indices of the model. Valid until the call returns. */
export interface WatchedEntity {
  readonly number: number;
  readonly configuration: number;
  /** Whether a timer is armed, or waits for its anchor. */
  isArmed(timer: number): boolean;
  /** Whether an activity is asked for, under way or held. */
  isActive(activity: number): boolean;
  level(column: number): number;
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

  isArmed(timer: number): boolean {
    return this.#register(this.#places.layout.timers[timer]) !== 0;
  }

  isActive(activity: number): boolean {
    return this.#register(this.#places.layout.activities[activity]) !== 0;
  }

  level(column: number): number {
    return this.#kernel.call.levelOf(this.#entity, this.#offset(column));
  }

  wouldHold(guard: number, levels: ReadonlyMap<number, number>): boolean {
    const before = [...levels.keys()].map((column) => [column, this.level(column)] as const);
    this.#setLevels(levels);
    const answer = this.#kernel.call.peek(this.#entity, present(this.#places.guards[guard], 'a guard')) !== 0;
    this.#setLevels(before);
    return answer;
  }

  #setLevels(levels: Iterable<readonly [number, number]>): void {
    for (const [column, level] of levels) this.#kernel.call.setLevelOf(this.#entity, this.#offset(column), level);
  }

  #offset(column: number): number {
    return present(this.#places.layout.levels[column], 'a level');
  }

  #register(offset: number | undefined): number {
    return this.#kernel.call.registerOf(this.#entity, present(offset, 'a register'));
  }
}
