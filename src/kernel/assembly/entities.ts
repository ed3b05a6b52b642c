import { Key } from './draws';
import { Node } from './event-list';
import { allocate } from './memory';

/** What a register holds that is no node. */
export namespace Register {
  export const none: usize = 0;
  /** An activity without duration is granted. */
  export const held: usize = 1;
  /** A deadline waits for its anchor. */
  export const waitingForAnchor: usize = 2;
}

/**
 * An entity in the system: a head, the same for all models, and behind it what the model asks for, at offsets in bytes that
 * are laid out when the model is set up: instants of milestones and amounts (f64), registers (what each timer and activity
 * waits with), remembered answers (u32), counters of draws (u16), levels and fees charged (u8).
 *
 * All of an entity lies together, in two to six cache lines: with thousands in the system this is what costs.
 */
@unmanaged
export class Entity extends Key {
  configuration: i32;
  /** Number in the order of creation, or -1: this place is free. */
  number: i32;
  /** True if it belongs to those whose figures are kept. */
  isCounted: bool;
  /** True if the host is told of its steps. */
  isWatched: bool;
  /** Steps made at `loopedAt`; counted only where an instant has lasted long. */
  loops: i32;
  loopedAt: f64;
  /** Instant of arrival; of creation, where nothing conveys it. */
  arrival: f64;
  /** Key of its draws; it begins with the key. */
  get key(): Key {
    return changetype<Key>(this);
  }

  /** An instant or amount. */
  value(offset: usize): f64 {
    return load<f64>(changetype<usize>(this) + offset);
  }

  setValue(offset: usize, value: f64): void {
    store<f64>(changetype<usize>(this) + offset, value);
  }

  register(offset: usize): usize {
    return load<usize>(changetype<usize>(this) + offset);
  }

  setRegister(offset: usize, value: usize): void {
    store<usize>(changetype<usize>(this) + offset, value);
  }

  level(offset: usize): i32 {
    return load<u8>(changetype<usize>(this) + offset);
  }

  setLevel(offset: usize, level: i32): void {
    store<u8>(changetype<usize>(this) + offset, <u8>level);
  }
}

/** True if a register holds a node. */
export function isNode(register: usize): bool {
  return register > Register.waitingForAnchor;
}

export function nodeIn(register: usize): Node {
  return changetype<Node>(register);
}

/** Entities that are made at a time, and the head of such a chunk: the next one. */
const chunk = 64;
const chunkHead: usize = 16;

/** The entities in the system: places that are used again, so memory grows with how many are in it at a time. */
@unmanaged
export class Entities {
  /** Bytes of an entity, a multiple of 8. */
  size: usize;
  /** An entity with nothing reached, waited for or drawn. */
  blank: usize;
  private free: usize;
  private chunks: usize;

  make(): Entity {
    if (this.free == 0) this.makeMore();
    const entity = changetype<Entity>(this.free);
    this.free = <usize>entity.configuration;
    for (let at = offsetof<Key>(); at < this.size; at += 8)
      store<u64>(changetype<usize>(entity) + at, load<u64>(this.blank + at));
    return entity;
  }

  recycle(entity: Entity): void {
    entity.number = -1;
    entity.configuration = <i32>this.free;
    this.free = changetype<usize>(entity);
  }

  /** Calls `visit` for each entity in the system. */
  each(visit: (entity: Entity) => void): void {
    for (let block = this.chunks; block != 0; block = load<usize>(block)) {
      const first = block + chunkHead;
      for (let at = first; at < first + this.size * chunk; at += this.size)
        if (changetype<Entity>(at).number >= 0) visit(changetype<Entity>(at));
    }
  }

  private makeMore(): void {
    const block = allocate(chunkHead + this.size * chunk);
    store<usize>(block, this.chunks);
    this.chunks = block;
    for (let index = chunk - 1; index >= 0; index--)
      this.recycle(changetype<Entity>(block + chunkHead + this.size * <usize>index));
  }
}

export const entities = changetype<Entities>(memory.data(offsetof<Entities>(), 8));

/** Bytes of an entity's head. */
export function entityHead(): usize {
  return offsetof<Entity>();
}

/** Sets the bytes of an entity, a multiple of 8; gives the blank one, for the first values of its columns to be set. */
export function setUpEntities(size: usize): usize {
  entities.size = size;
  entities.blank = allocate(size);
  return entities.blank;
}
