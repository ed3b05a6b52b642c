import { clock } from './clock';
import { Guard, holds, peek } from './decisions';
import { Due } from './dues';
import { Entity } from './entities';
import { allocate } from './memory';
import { Op } from './operations';

/** How an entity was taken up: the halves of the tables by state. */
namespace Fate {
  export const ended: i32 = 0;
  export const left: i32 = 1;
}

/** What a clock of an entity, which knows when it was started, is turned to. */
namespace Turn {
  /** It runs on if it runs. */
  export const start: i32 = 0;
  export const restart: i32 = 1;
}

/** How long a clock is to have run: not before `opens`, not after `closes`. */
@unmanaged
class Timing {
  /** Offset of the clock (f64): when it was started; NaN: it stands still. */
  clock: usize;
  opens: Due | null;
  closes: Due | null;
  /** Where the clock stands still it is too early. */
  isEarly: bool;

  /** Place, among the signs of an operation, of the one for now: 0 early, 1 within, 2 late. */
  verdict(entity: Entity): usize {
    const since = entity.value(this.clock);
    if (isNaN(since)) return this.isEarly ? 0 : 1;
    const opens = this.opens;
    if (opens !== null && opens.from(since) > clock.now) return 0;
    const closes = this.closes;
    return closes !== null && clock.now > closes.from(since) ? 2 : 1;
  }
}

/** Machines that go along with every entity, several of them as one: their states together are one number. */
@unmanaged
export class Pack {
  index: i32;
  /** Offset of the state (u16) in an entity. */
  offset: usize;
  states: i32;
  /** Counted entities (f64) by state: of those that ended, then of those left unfinished. */
  counts: usize;
  /** How many entities (u8) are still to be told of, by state: as above. */
  untold: usize;

  take(entity: Entity, fate: i32): void {
    const state = load<u16>(changetype<usize>(entity) + this.offset);
    const place = <usize>(fate * this.states + state);
    const count = this.counts + (place << 3);
    store<f64>(count, load<f64>(count) + 1);
    const untold = load<u8>(this.untold + place);
    if (untold == 0) return;
    store<u8>(this.untold + place, untold - 1);
    followers.tell(this.index, <i32>place, entity.number);
  }
}

/** An entity that is told of. */
@unmanaged
class Told {
  pack: i32;
  /** State, behind those of the ended where it was left unfinished. */
  place: i32;
  entity: i32;
  next: usize;
}

/** All machines that follow entities. */
@unmanaged
export class Followers {
  /** Pointers to packs. */
  packs: usize;
  packCount: i32;
  /** Program of the signs of an entity that is left unfinished; 0: none. */
  leaving: usize;
  /** The entity told of last; each leads to the one before it. */
  told: usize;

  /** A counted entity has ended, or is left unfinished when the run is closed. */
  take(entity: Entity, hasEnded: bool): void {
    if (!hasEnded && this.leaving != 0) giveAll(entity, this.leaving);
    for (let index = 0; index < this.packCount; index++)
      changetype<Pack>(load<usize>(this.packs + ((<usize>index) << 2))).take(entity, hasEnded ? Fate.ended : Fate.left);
  }

  tell(pack: i32, place: i32, entity: i32): void {
    const told = changetype<Told>(allocate(offsetof<Told>()));
    told.pack = pack;
    told.place = place;
    told.entity = entity;
    told.next = this.told;
    this.told = changetype<usize>(told);
  }
}

export const followers = changetype<Followers>(memory.data(offsetof<Followers>(), 8));

/**
 * The entity gives a sign: the packs that it moves go on. A sign is the address of its end, then, for each pack, the offset of
 * the pack's state and its table of the states that follow (u16, by state).
 */
function give(entity: Entity, sign: usize): void {
  const end = load<usize>(sign);
  for (let at = sign + 4; at < end; at += 8) {
    const state = changetype<usize>(entity) + load<usize>(at);
    store<u16>(state, load<u16>(load<usize>(at, 4) + ((<usize>load<u16>(state)) << 1)));
  }
}

/** Turns a clock of an entity. */
function turn(entity: Entity, offset: usize, how: i32): void {
  if (how == Turn.restart || (how == Turn.start && isNaN(entity.value(offset)))) entity.setValue(offset, clock.now);
  else if (how != Turn.start) entity.setValue(offset, NaN);
}

/** The entity gives the sign for how a clock stands: one of three addresses, or none where it is 0. */
function giveByTime(entity: Entity, timing: usize, signs: usize): void {
  const sign = load<usize>(signs + (changetype<Timing>(timing).verdict(entity) << 2));
  if (sign != 0) give(entity, sign);
}

/** Follows a program as far as it is about signs; gives the address of what is not. */
export function giveAll(entity: Entity, program: usize): usize {
  let at = program;
  for (;;) {
    const operand = load<usize>(at, 4);
    switch (load<i32>(at)) {
      case Op.test:
        at = holds(entity, changetype<Guard>(operand)) ? at + 12 : load<usize>(at, 8);
        continue;
      case Op.ask:
        at = peek(entity, changetype<Guard>(operand)) ? at + 12 : load<usize>(at, 8);
        continue;
      case Op.sign:
        give(entity, operand);
        at += 8;
        continue;
      case Op.turn:
        turn(entity, operand, load<i32>(at, 8));
        at += 12;
        continue;
      case Op.time:
        giveByTime(entity, operand, at + 8);
        at += 20;
        continue;
      default:
        return at;
    }
  }
}

/** Enters a pack; `untold` says how many entities are told of, by state (u8): of those that end in it, then of those left in it. */
export function addPack(index: i32, offset: usize, states: i32, untold: usize): Pack {
  const pack = changetype<Pack>(allocate(offsetof<Pack>()));
  pack.index = index;
  pack.offset = offset;
  pack.states = states;
  pack.counts = allocate((<usize>states) << 4);
  pack.untold = untold;
  return pack;
}

/** Enters a timing of the clock at an offset of entities; `isEarly`: while it stands still it is too early. */
export function addTiming(offset: usize, opens: Due | null, closes: Due | null, isEarly: bool): Timing {
  const timing = changetype<Timing>(allocate(offsetof<Timing>()));
  timing.clock = offset;
  timing.opens = opens;
  timing.closes = closes;
  timing.isEarly = isEarly;
  return timing;
}

/** Says where the program of the signs stands that an entity gives when it is left unfinished. */
export function signLeaving(program: usize): void {
  followers.leaving = program;
}

/** Says which packs follow entities: pointers. */
export function setPacks(packs: usize, count: i32): void {
  followers.packs = packs;
  followers.packCount = count;
}

/** Where the numbers of counted entities (f64) by state lie: of those that ended, then of those left unfinished. */
export function packCounts(pack: Pack): usize {
  return pack.counts;
}

/** The entity told of last, or 0: its pack, its place (the state, behind the others where it was left), its number (i32), the one before it. */
export function lastTold(): usize {
  return followers.told;
}
