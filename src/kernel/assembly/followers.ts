import { Guard, peek } from './decisions';
import { Entity } from './entities';
import { allocate } from './memory';
import { Op } from './operations';

/** How an entity was taken up: the halves of the tables by state. */
namespace Fate {
  export const ended: i32 = 0;
  export const left: i32 = 1;
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
  /** The entity told of last; each leads to the one before it. */
  told: usize;

  /** A counted entity has ended, or is left unfinished when the run is closed. */
  take(entity: Entity, hasEnded: bool): void {
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
export function give(entity: Entity, sign: usize): void {
  const end = load<usize>(sign);
  for (let at = sign + 4; at < end; at += 8) {
    const state = changetype<usize>(entity) + load<usize>(at);
    store<u16>(state, load<u16>(load<usize>(at, 4) + ((<usize>load<u16>(state)) << 1)));
  }
}

/** Follows a program of signs alone. */
export function giveAll(entity: Entity, program: usize): void {
  let at = program;
  for (;;) {
    const operand = load<usize>(at, 4);
    switch (load<i32>(at)) {
      case Op.ask:
        at = peek(entity, changetype<Guard>(operand)) ? at + 12 : load<usize>(at, 8);
        continue;
      case Op.sign:
        give(entity, operand);
        at += 8;
        continue;
      default:
        return;
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
