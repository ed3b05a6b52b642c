import { unreachable } from '../base/index.ts';
import { drawBits, philox4x32, purpose, type Variates } from '../random/index.ts';
import type { Clock } from './clock.ts';
import { At, nodeWidth, Rank, type EventList } from './event-list.ts';
import type { Model } from './model.ts';

/** Streams of key words: an entity's own, and a conveyance's own. */
const Stream = { entity: 0, conveyance: 1 } as const;

const purposes = {
  every: purpose('arrivals.every'),
  carry: purpose('arrivals.carry'),
  travel: purpose('arrivals.voyage'),
};

/** What an arrival event is about. */
const Arrival = { entity: 0, announced: 1, departed: 2, arrived: 3 } as const;

/** Who calls for entities and for the arrival of conveyances; the kernel. */
export interface Receiver {
  /** An entity enters; its key words stand in `words` of the arrivals, its arrival in `at[0]`. Gives its slot. */
  enter(): number;
  /** The conveyance of the entity in `slot` arrives. */
  land(slot: number): void;
  /** Number of the entity in `slot`, or -1. */
  numberIn(slot: number): number;
}

/** Plans the entering of entities, one by one or with conveyances that have departed earlier. */
export class Arrivals {
  /** Key words of the entity that enters next. */
  readonly words: Int32Array = new Int32Array(4);
  /** Instant at which the entity that enters arrives. */
  readonly at: Float64Array = new Float64Array(1);

  readonly #model: Model;
  readonly #replication: number;
  readonly #list: EventList;
  readonly #clock: Clock;
  readonly #variates: Variates;
  readonly #conveyance: Int32Array = new Int32Array(4);
  #entities = 0;
  #conveyances = 0;
  /** Arrival of the last conveyance announced. */
  readonly #lastArrival: Float64Array = new Float64Array(1);

  /** Conveyances on their way, by berth; berths are used again. Slot and number of each entity aboard. */
  readonly #aboard: Int32Array[] = [];
  readonly #carried: number[] = [];
  readonly #arrivesAt: number[] = [];
  readonly #freeBerths: number[] = [];

  constructor(model: Model, parts: { replication: number; list: EventList; clock: Clock; variates: Variates }) {
    this.#model = model;
    this.#replication = parts.replication;
    this.#list = parts.list;
    this.#clock = parts.clock;
    this.#variates = parts.variates;
  }

  /** Plans the first arrival and sets the clock to the start: 0, or as early as the first conveyance may have departed. */
  begin(): void {
    const { arrivals } = this.#model;
    switch (arrivals.kind) {
      case 'entities':
        this.#clock[0] = 0;
        this.#planEntity(this.#list.make(Rank.arrival, 0, Arrival.entity));
        return;
      case 'conveyances':
        this.#clock[0] = -arrivals.travelMax;
        this.#planAnnouncement(this.#list.make(Rank.arrival, 0, Arrival.announced));
        return;
      default:
        unreachable(arrivals);
    }
  }

  /** The arrival event of `node` is due. */
  receive(node: number, receiver: Receiver): void {
    switch (this.#list.node[node * nodeWidth + At.what]) {
      case Arrival.entity:
        this.at[0] = this.#clock[0] as number;
        receiver.enter();
        this.#planEntity(node);
        return;
      case Arrival.announced:
        this.#announce(this.#list.node[node * nodeWidth + At.owner] as number);
        this.#planAnnouncement(node);
        return;
      case Arrival.departed:
        this.#depart(node, receiver);
        return;
      default:
        this.#arrive(node, receiver);
    }
  }

  #planEntity(node: number): void {
    const { key, arrivals } = this.#model;
    philox4x32(key.low, key.high, this.#replication, this.#entities++, Stream.entity, 0, this.words, 0);
    this.#drawLaw(arrivals.every, this.words, purposes.every);
    this.#list.time[node] = (this.#clock[0] as number) + (this.#variates.value[0] as number);
    this.#list.plan(node);
  }

  /** The next conveyance is announced the longest possible travel before it arrives: so it cannot have departed yet. */
  #planAnnouncement(node: number): void {
    const { arrivals } = this.#model;
    if (arrivals.kind !== 'conveyances') return;
    this.#wordsOfConveyance(this.#conveyances);
    this.#drawLaw(arrivals.every, this.#conveyance, purposes.every);
    this.#lastArrival[0] = (this.#lastArrival[0] as number) + (this.#variates.value[0] as number);
    const berth = this.#freeBerths.pop() ?? this.#aboard.push(new Int32Array(0)) - 1;
    this.#arrivesAt[berth] = this.#lastArrival[0];
    this.#list.node[node * nodeWidth + At.owner] = berth;
    this.#list.time[node] = this.#lastArrival[0] - arrivals.travelMax;
    this.#list.plan(node);
  }

  #announce(berth: number): void {
    const { arrivals } = this.#model;
    if (arrivals.kind !== 'conveyances') return;
    this.#wordsOfConveyance(this.#conveyances++);
    this.#drawLaw(arrivals.carry, this.#conveyance, purposes.carry);
    this.#carried[berth] = Math.max(0, Math.round(this.#variates.value[0] as number));
    this.#drawLaw(arrivals.travel, this.#conveyance, purposes.travel);
    const departure = this.#list.make(Rank.arrival, berth, Arrival.departed);
    const now = this.#clock[0] as number;
    this.#list.time[departure] = Math.max(
      now,
      (this.#arrivesAt[berth] as number) - (this.#variates.value[0] as number),
    );
    this.#list.plan(departure);
  }

  #depart(node: number, receiver: Receiver): void {
    const berth = this.#list.node[node * nodeWidth + At.owner] as number;
    const carried = this.#carried[berth] as number;
    const { key } = this.#model;
    if ((this.#aboard[berth] as Int32Array).length < 2 * carried) this.#aboard[berth] = new Int32Array(4 * carried);
    const aboard = this.#aboard[berth] as Int32Array;
    this.at[0] = this.#arrivesAt[berth] as number;
    for (let each = 0; each < carried; each++) {
      philox4x32(key.low, key.high, this.#replication, this.#entities++, Stream.entity, 0, this.words, 0);
      const slot = receiver.enter();
      aboard[2 * each] = slot;
      aboard[2 * each + 1] = receiver.numberIn(slot);
    }
    this.#list.node[node * nodeWidth + At.what] = Arrival.arrived;
    this.#list.time[node] = this.#arrivesAt[berth] as number;
    this.#list.plan(node);
  }

  #arrive(node: number, receiver: Receiver): void {
    const berth = this.#list.node[node * nodeWidth + At.owner] as number;
    const aboard = this.#aboard[berth] as Int32Array;
    for (let each = 0, carried = this.#carried[berth] as number; each < carried; each++) {
      const slot = aboard[2 * each] as number;
      // An entity may have ended on the way, and its slot may be another's by now.
      if (receiver.numberIn(slot) === aboard[2 * each + 1]) receiver.land(slot);
    }
    this.#freeBerths.push(berth);
    this.#list.recycle(node);
  }

  #wordsOfConveyance(conveyance: number): void {
    const { key } = this.#model;
    philox4x32(key.low, key.high, this.#replication, conveyance, Stream.conveyance, 0, this.#conveyance, 0);
  }

  #drawLaw(law: number, words: Int32Array, of: number): void {
    this.#variates.draw(law, bitsOf(words, of), bitsOf(words, ~of));
  }
}

function bitsOf(words: Int32Array, of: number): number {
  return drawBits(words[0] as number, words[1] as number, words[2] as number, words[3] as number, of, 0);
}
