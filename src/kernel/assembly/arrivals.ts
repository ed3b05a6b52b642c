import { clock } from './clock';
import { Key, philox } from './draws';
import { drawFor } from './durations';
import { list, Node, Rank } from './event-list';
import { Law } from './laws';
import { allocate } from './memory';

/** Streams of key words: an entity's own, and a conveyance's own. */
namespace Stream {
  export const entity: i32 = 0;
  export const conveyance: i32 = 1;
}

/** What an arrival event is about. */
export namespace Arrival {
  export const entity: i32 = 0;
  export const announced: i32 = 1;
  export const departed: i32 = 2;
  export const arrived: i32 = 3;
}

/** Place and number of an entity aboard. */
@unmanaged
export class Passenger {
  entity: usize;
  /** An entity may end on the way, and its place may be another's by the arrival. */
  number: i32;
}

/** A conveyance on its way; berths are used again. */
@unmanaged
export class Berth {
  arrivesAt: f64;
  carried: i32;
  private room: i32;
  private aboard: usize;
  next: Berth | null;

  passenger(index: i32): Passenger {
    return changetype<Passenger>(this.aboard + <usize>index * offsetof<Passenger>());
  }

  /** Makes room for those carried. */
  makeRoom(): void {
    if (this.carried <= this.room) return;
    this.room = 2 * this.carried;
    this.aboard = allocate(<usize>this.room * offsetof<Passenger>());
  }
}

/** Entities come one by one, or with conveyances that have departed earlier. */
@unmanaged
export class Arrivals {
  low: i32;
  high: i32;
  replication: i32;
  /** Gap between arrivals, of entities or of conveyances. */
  every: Law;
  everyPurpose: i32;
  /** Of conveyances: entities carried, travel from departure to arrival, and the longest travel there can be. Null: entities come one by one. */
  carry: Law | null;
  carryPurpose: i32;
  travel: Law;
  travelPurpose: i32;
  travelMax: f64;

  private entitiesMade: i32;
  private conveyancesMade: i32;
  /** Arrival of the last conveyance announced. */
  private lastArrival: f64;
  private freeBerth: Berth | null;

  /** Sets the clock to the start, 0 or as early as the first conveyance may have departed, and plans the first arrival. */
  begin(): void {
    if (this.carry === null) {
      clock.now = 0;
      this.planEntity(list.make(changetype<usize>(this), Arrival.entity));
    } else {
      clock.now = -this.travelMax;
      this.planAnnouncement(list.make(changetype<usize>(this), Arrival.announced));
    }
  }

  /** Makes the key of the next entity. */
  nextEntity(): void {
    philox(nextKey, this.low, this.high, this.replication, this.entitiesMade++, Stream.entity, 0);
  }

  /** An entity's own key draws the gap before it. */
  planEntity(node: Node): void {
    this.nextEntity();
    node.time = clock.now + drawFor(nextKey, this.every, this.everyPurpose, 0);
    list.plan(node, Rank.arrival);
  }

  /** The next conveyance is announced the longest possible travel before it arrives: so it cannot have departed yet. */
  planAnnouncement(node: Node): void {
    this.keyOfConveyance(this.conveyancesMade);
    this.lastArrival += drawFor(conveyanceKey, this.every, this.everyPurpose, 0);
    let berth = this.freeBerth;
    if (berth === null) berth = changetype<Berth>(allocate(offsetof<Berth>()));
    else this.freeBerth = berth.next;
    berth.arrivesAt = this.lastArrival;
    node.owner = changetype<usize>(berth);
    node.time = this.lastArrival - this.travelMax;
    list.plan(node, Rank.arrival);
  }

  /** A conveyance is announced: how many it carries is known, and when it departs. */
  announce(berth: Berth): void {
    this.keyOfConveyance(this.conveyancesMade++);
    const carried = drawFor(conveyanceKey, this.carry as Law, this.carryPurpose, 0);
    berth.carried = max<i32>(0, <i32>Math.round(carried));
    const departure = list.make(changetype<usize>(berth), Arrival.departed);
    departure.time = max(clock.now, berth.arrivesAt - drawFor(conveyanceKey, this.travel, this.travelPurpose, 0));
    list.plan(departure, Rank.arrival);
  }

  /** It has departed: the same node becomes its arrival. */
  planArrival(node: Node, berth: Berth): void {
    node.what = Arrival.arrived;
    node.time = berth.arrivesAt;
    list.plan(node, Rank.arrival);
  }

  leave(berth: Berth): void {
    berth.next = this.freeBerth;
    this.freeBerth = berth;
  }

  private keyOfConveyance(conveyance: i32): void {
    philox(conveyanceKey, this.low, this.high, this.replication, conveyance, Stream.conveyance, 0);
  }
}

export const arrivals = changetype<Arrivals>(memory.data(offsetof<Arrivals>(), 8));

/** Keys of the entity that enters next, and of the conveyance that is dealt with. */
export const nextKey = changetype<Key>(memory.data(offsetof<Key>(), 4));
const conveyanceKey = changetype<Key>(memory.data(offsetof<Key>(), 4));

/** Says how entities come; `carry` and `travel` are those of conveyances, `carry` null without them. */
export function setUpArrivals(
  low: i32,
  high: i32,
  every: Law,
  everyPurpose: i32,
  carry: Law | null,
  carryPurpose: i32,
  travel: Law,
  travelPurpose: i32,
  travelMax: f64,
): void {
  arrivals.low = low;
  arrivals.high = high;
  arrivals.every = every;
  arrivals.everyPurpose = everyPurpose;
  arrivals.carry = carry;
  arrivals.carryPurpose = carryPurpose;
  arrivals.travel = travel;
  arrivals.travelPurpose = travelPurpose;
  arrivals.travelMax = travelMax;
}
