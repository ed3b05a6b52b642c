import { clock } from './clock';
import { Guard, holds, peek } from './decisions';
import { Due } from './dues';
import { Entity } from './entities';
import { JointState, jointStates } from './joint-states';
import { allocate } from './memory';

/** How long a clock is to have run: not before `opens`, not after `closes`. */
@unmanaged
class Timing {
  /** Offset of the clock (f64): when it was started; NaN: it stands still. */
  clock: usize;
  opens: Due | null;
  closes: Due | null;

  /** How it is now: 0 early, 1 within, 2 late, 3 the clock stands still. */
  verdict(entity: Entity): i32 {
    const since = entity.value(this.clock);
    if (isNaN(since)) return 3;
    const opens = this.opens;
    if (opens !== null && opens.from(since) > clock.now) return 0;
    const closes = this.closes;
    return closes !== null && clock.now > closes.from(since) ? 2 : 1;
  }
}

/** Entities that a follower tells of at most. */
const toldMax = 5;

/** A machine that goes along with every entity. */
@unmanaged
class Follower {
  states: i32;
  /** 1 (u8) where entities are told of, by state: of those that end in it, then of those left unfinished in it. */
  tells: usize;
  /** Counted entities (f64) by state: as above. */
  counts: usize;
  /** How many entities were told of; their numbers (i32). */
  told: i32;
  numbers: usize;

  /** Place in the tables. */
  place(state: i32, hasEnded: bool): usize {
    return <usize>(hasEnded ? state : this.states + state);
  }

  count(state: i32, hasEnded: bool, entities: f64): void {
    const at = this.counts + (this.place(state, hasEnded) << 3);
    store<f64>(at, load<f64>(at) + entities);
  }

  /** Tells of an entity, if it is to be told of: true if it was. */
  tell(entity: Entity, state: i32, hasEnded: bool): bool {
    if (this.told == toldMax || load<u8>(this.tells + this.place(state, hasEnded)) == 0) return false;
    store<i32>(this.numbers + ((<usize>this.told) << 2), entity.number);
    this.told++;
    return true;
  }
}

/** All machines that follow entities. */
@unmanaged
class Followers {
  /** Pointers to followers. */
  followers: usize;
  count: i32;
  /** What an entity gives that is left unfinished. */
  leaving: Sign | null;

  /** A counted entity has ended, or is left unfinished when the run is closed. */
  take(entity: Entity, hasEnded: bool): void {
    if (this.count == 0) return;
    const leaving = this.leaving;
    if (!hasEnded && leaving !== null) give(entity, leaving);
    const state = jointStates.of(entity);
    if (hasEnded) {
      state.ended += 1;
      if (state.tellsEnded) state.tellsEnded = this.tell(entity, state, hasEnded);
    } else {
      state.left += 1;
      if (state.tellsLeft) state.tellsLeft = this.tell(entity, state, hasEnded);
    }
  }

  /** Brings what was counted in joint states to the followers. */
  settle(): void {
    jointStates.each((state) => followers.settleState(state));
  }

  settleState(state: JointState): void {
    if (state.ended + state.left == 0) return;
    for (let index = 0; index < this.count; index++) {
      const follower = this.follower(index);
      follower.count(state.of(index), true, state.ended);
      follower.count(state.of(index), false, state.left);
    }
    state.ended = 0;
    state.left = 0;
  }

  /** False if nobody tells of entities in this state any more. */
  private tell(entity: Entity, state: JointState, hasEnded: bool): bool {
    let isTold = false;
    for (let index = 0; index < this.count; index++)
      if (this.follower(index).tell(entity, state.of(index), hasEnded)) isTold = true;
    return isTold;
  }

  private follower(index: i32): Follower {
    return changetype<Follower>(load<usize>(this.followers + ((<usize>index) << 2)));
  }
}

export const followers = changetype<Followers>(memory.data(offsetof<Followers>(), 8));

/** What is asked when a sign is given. */
namespace Question {
  export const guard: i32 = 0;
  /** A guard whose answer is always the same, and may as well be remembered. */
  export const settled: i32 = 1;
  /** How a clock stands. */
  export const timing: i32 = 2;
  /** What was asked on the way: the place of the answer. */
  export const asked: i32 = 3;
}

function answer(entity: Entity, question: i32, about: usize): u32 {
  switch (question) {
    case Question.guard:
      return u32(peek(entity, changetype<Guard>(about)));
    case Question.settled:
      return u32(holds(entity, changetype<Guard>(about)));
    case Question.timing:
      return changetype<Timing>(about).verdict(entity);
    default:
      return load<u8>(about);
  }
}

/** What a clock of an entity, which knows when it was started, is turned to. */
namespace Turn {
  /** It runs on if it runs. */
  export const start: i32 = 0;
  export const restart: i32 = 1;
}

function turn(entity: Entity, offset: usize, how: i32): void {
  if (how == Turn.restart || (how == Turn.start && isNaN(entity.value(offset)))) entity.setValue(offset, clock.now);
  else if (how != Turn.start) entity.setValue(offset, NaN);
}

/**
 * What an entity gives by what it does. Behind it lie its questions: what is asked, and about what. Then its moves: the index of a
 * follower, and an outcome, which is 0 and the states that follow (u8, by state before), or where among the answers one stands (from 1),
 * and an outcome for each that there may be. Then its turns: a mask of answers and what they must be, the offset of a clock and how it is turned.
 */
@unmanaged
export class Sign {
  /** Another that is given with it. */
  next: Sign | null;
  /** Addresses behind the last question, move and turn. */
  questionsEnd: usize;
  movesEnd: usize;
  turnsEnd: usize;

  /** Asks its questions; the answers as one number, two bits for each. */
  ask(entity: Entity): u32 {
    let answers: u32 = 0;
    let shift: u32 = 0;
    for (let at = changetype<usize>(this) + offsetof<Sign>(); at < this.questionsEnd; at += 8) {
      answers |= answer(entity, load<i32>(at), load<usize>(at, 4)) << shift;
      shift += 2;
    }
    return answers;
  }

  /** Moves the followers in the state that is wanted. */
  move(answers: u32): void {
    for (let at = this.questionsEnd; at < this.movesEnd; at += 8) {
      let outcome = load<usize>(at, 4);
      for (let by = load<u32>(outcome); by != 0; by = load<u32>(outcome))
        outcome = load<usize>(outcome + ((<usize>(1 + ((answers >> (2 * (by - 1))) & 3))) << 2));
      const state = jointStates.wanted + load<usize>(at);
      store<u8>(state, load<u8>(load<usize>(outcome, 4) + <usize>load<u8>(state)));
    }
  }

  turnClocks(entity: Entity, answers: u32): void {
    for (let at = this.movesEnd; at < this.turnsEnd; at += 16)
      if ((answers & load<u32>(at)) == load<u32>(at, 4)) turn(entity, load<usize>(at, 8), load<i32>(at, 12));
  }
}

/** The entity gives a sign: its followers go on. Who is not counted is not followed. */
export function give(entity: Entity, sign: Sign): void {
  if (!entity.isCounted) return;
  const state = jointStates.of(entity);
  const answers = sign.ask(entity);
  jointStates.move(entity, jointStates.after(state, changetype<usize>(sign), answers) || find(state, sign, answers));
  sign.turnClocks(entity, answers);
  const next = sign.next;
  if (next !== null) give(entity, next);
}

/** Finds what comes after a state, where it is not remembered. */
function find(state: JointState, sign: Sign, answers: u32): JointState {
  if (jointStates.isFull()) {
    followers.settle();
    jointStates.forget();
  }
  jointStates.want(state);
  sign.move(answers);
  const to = jointStates.find() || jointStates.make();
  jointStates.remember(state, changetype<usize>(sign), answers, to);
  return to;
}

/** Enters a follower; `tells` is 1 (u8) by state where entities are told of: of those that end in it, then of those left in it. */
export function addFollower(states: i32, tells: usize): Follower {
  const follower = changetype<Follower>(allocate(offsetof<Follower>()));
  follower.states = states;
  follower.tells = tells;
  follower.counts = allocate((<usize>states) << 4);
  follower.numbers = allocate(toldMax << 2);
  return follower;
}

/** Says which followers there are: pointers; `offset` is where entities keep their joint state. */
export function setFollowers(all: usize, count: i32, offset: usize): void {
  followers.followers = all;
  followers.count = count;
  jointStates.begin(count, offset);
}

/** Enters a timing of the clock at an offset of entities. */
export function addTiming(offset: usize, opens: Due | null, closes: Due | null): Timing {
  const timing = changetype<Timing>(allocate(offsetof<Timing>()));
  timing.clock = offset;
  timing.opens = opens;
  timing.closes = closes;
  return timing;
}

/** Says which sign an entity gives that is left unfinished. */
export function signLeaving(sign: Sign): void {
  followers.leaving = sign;
}

/** Where the numbers of counted entities (f64) by state lie, once the books are closed: of those that ended, then of those left unfinished. */
export function followerCounts(follower: Follower): usize {
  return follower.counts;
}

/** How many entities a follower tells of, and where their numbers (i32) lie. */
export function toldCount(follower: Follower): i32 {
  return follower.told;
}

export function toldNumbers(follower: Follower): usize {
  return follower.numbers;
}
