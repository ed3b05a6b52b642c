import { entities, Entity } from './entities';
import { allocate } from './memory';

/** A state of each follower, for all of them together: an entity has one such. The states of the followers (u8) lie behind it. */
@unmanaged
export class JointState {
  /** The next of all, or of those that are free. */
  next: JointState | null;
  /** The next with the same place by hash. */
  sibling: JointState | null;
  hash: u32;
  /** Some entity is in it; known only while others are forgotten. */
  isHeld: bool;
  /** Counted entities that were taken up in it: those that ended, those left unfinished. */
  ended: f64;
  left: f64;
  /** The next of them may have to be told of. */
  tellsEnded: bool;
  tellsLeft: bool;

  /** Where the states of its followers lie. */
  get states(): usize {
    return changetype<usize>(this) + offsetof<JointState>();
  }

  /** The state of a follower. */
  of(follower: i32): i32 {
    return load<u8>(this.states + <usize>follower);
  }
}

/** What comes after a state: by a sign, and the answers that it was given with. */
@unmanaged
class Transition {
  /** 0: here is none. */
  from: usize;
  sign: usize;
  answers: u32;
  to: usize;
}

/** Transitions that are remembered at most: with as much room again, half a megabyte. Runs of the shipped books meet some thousand. */
const transitionsMax = 16_384;

/** Room for transitions, and places of states, at first. */
const roomFirst = 64;
const placesFirst = 64;

/**
 * The joint states that entities have come to, each once, and what comes after them: both found while a run goes. In which order
 * does not matter to what is counted. Where the transitions are more than can be remembered, all is forgotten but the states that
 * entities are in.
 */
@unmanaged
export class JointStates {
  /** Offset, in an entity, of the state that it is in. */
  private offset: usize;
  /** Bytes of the states of all followers, a multiple of 8; where those that are looked for lie. */
  private width: usize;
  wanted: usize;
  all: JointState | null;
  private free: JointState | null;
  private count: u32;
  /** Pointers to states by hash. */
  private places: usize;
  private placeCount: u32;
  /** Transitions by hash, each at its place or behind it. */
  private transitions: usize;
  private room: u32;
  private remembered: u32;

  /** Begins for so many followers: entities that are to come are in the first state of each. */
  begin(followers: i32, offset: usize): void {
    this.offset = offset;
    this.width = (<usize>followers + 7) & ~7;
    this.wanted = allocate(this.width);
    this.makePlaces(placesFirst);
    this.makeRoom(roomFirst);
    this.move(changetype<Entity>(entities.blank), this.make());
  }

  /** Wants a state, for it to be changed. */
  want(state: JointState): void {
    memory.copy(this.wanted, state.states, this.width);
  }

  of(entity: Entity): JointState {
    return changetype<JointState>(load<usize>(changetype<usize>(entity) + this.offset));
  }

  move(entity: Entity, to: JointState): void {
    store<usize>(changetype<usize>(entity) + this.offset, changetype<usize>(to));
  }

  /** What comes after a state, or null: it has not been asked for. */
  after(from: JointState, sign: usize, answers: u32): JointState | null {
    return changetype<JointState | null>(this.transition(changetype<usize>(from), sign, answers).to);
  }

  /** True when what is known has to be forgotten before anything is remembered. */
  isFull(): bool {
    return this.remembered == transitionsMax;
  }

  remember(from: JointState, sign: usize, answers: u32, to: JointState): void {
    if (2 * this.remembered == this.room) this.widen();
    this.remembered++;
    const transition = this.transition(changetype<usize>(from), sign, answers);
    transition.from = changetype<usize>(from);
    transition.sign = sign;
    transition.answers = answers;
    transition.to = changetype<usize>(to);
  }

  /** The state that is wanted, or null: nobody has come to it. */
  find(): JointState | null {
    let state = changetype<JointState | null>(load<usize>(this.place(this.hash())));
    while (state !== null && memory.compare(state.states, this.wanted, this.width) != 0) state = state.sibling;
    return state;
  }

  /** Makes the state that is wanted, which must not be there. */
  make(): JointState {
    if (this.count == this.placeCount) {
      this.makePlaces(2 * this.placeCount);
      this.each((state) => jointStates.put(state));
    }
    let state = this.free;
    if (state === null) state = changetype<JointState>(allocate(offsetof<JointState>() + this.width));
    else this.free = state.next;
    memory.copy(state.states, this.wanted, this.width);
    state.hash = this.hash();
    state.tellsEnded = true;
    state.tellsLeft = true;
    state.next = this.all;
    this.all = state;
    this.put(state);
    this.count++;
    return state;
  }

  /** Calls `visit` for each. */
  each(visit: (state: JointState) => void): void {
    let state = this.all;
    while (state !== null) {
      const next: JointState | null = state.next;
      visit(state);
      state = next;
    }
  }

  /** Forgets all but the states that entities are in; what was counted in the others must have been read. */
  forget(): void {
    memory.fill(this.transitions, 0, <usize>this.room * offsetof<Transition>());
    this.remembered = 0;
    this.of(changetype<Entity>(entities.blank)).isHeld = true;
    entities.each((entity) => {
      jointStates.of(entity).isHeld = true;
    });
    memory.fill(this.places, 0, (<usize>this.placeCount) << 2);
    let state = this.all;
    this.all = null;
    while (state !== null) {
      const next: JointState | null = state.next;
      if (state.isHeld) {
        state.isHeld = false;
        state.next = this.all;
        this.all = state;
        this.put(state);
      } else {
        state.next = this.free;
        this.free = state;
        this.count--;
      }
      state = next;
    }
  }

  private makePlaces(count: u32): void {
    this.placeCount = count;
    this.places = allocate((<usize>count) << 2);
  }

  private makeRoom(room: u32): void {
    this.room = room;
    this.transitions = allocate(<usize>room * offsetof<Transition>());
  }

  private widen(): void {
    const old = this.transitions;
    const end = old + <usize>this.room * offsetof<Transition>();
    this.makeRoom(2 * this.room);
    for (let at = old; at < end; at += offsetof<Transition>()) {
      const each = changetype<Transition>(at);
      if (each.from != 0)
        memory.copy(changetype<usize>(this.transition(each.from, each.sign, each.answers)), at, offsetof<Transition>());
    }
  }

  /** Where this transition is, or has its place. */
  private transition(from: usize, sign: usize, answers: u32): Transition {
    const mask = this.room - 1;
    let place = mixed(<u32>from + <u32>sign * 0x85ebca6b + answers * 0xc2b2ae35) & mask;
    let each = this.transitionAt(place);
    while (each.from != 0 && !(each.from == from && each.sign == sign && each.answers == answers)) {
      place = (place + 1) & mask;
      each = this.transitionAt(place);
    }
    return each;
  }

  private transitionAt(place: u32): Transition {
    return changetype<Transition>(this.transitions + <usize>place * offsetof<Transition>());
  }

  put(state: JointState): void {
    const at = this.place(state.hash);
    state.sibling = changetype<JointState | null>(load<usize>(at));
    store<usize>(at, changetype<usize>(state));
  }

  private place(hash: u32): usize {
    return this.places + ((<usize>(hash & (this.placeCount - 1))) << 2);
  }

  private hash(): u32 {
    let hash: u32 = 0;
    for (let at: usize = 0; at < this.width; at += 4) hash = mixed(hash ^ load<u32>(this.wanted + at));
    return hash;
  }
}

/** Bits of which the lower ones hang on all that there were. */
function mixed(bits: u32): u32 {
  const product = bits * 0x9e3779b1;
  return product ^ (product >>> 15);
}

export const jointStates = changetype<JointStates>(memory.data(offsetof<JointStates>(), 8));
