import { allocate } from './memory';

/** Class of an event: what comes first among events of one instant. `waiting` is no event: a request in a line. */
export namespace Rank {
  export const calendar: i32 = 0;
  export const completion: i32 = 1;
  export const delay: i32 = 2;
  export const deadline: i32 = 3;
  export const arrival: i32 = 4;
  export const waiting: i32 = 5;
}

/** Something that is waited for: an instant (planned in the list) or a place in a line (kept by the stations). 32 bytes, two to a cache line. */
@unmanaged
export class Node {
  /** Instant of a planned node; of a request in a line: since when it stands there. */
  time: f64;
  /** Order among nodes of one instant, or in a line: rank in the top byte, then the order of planning. */
  tie: u64;
  /** Whom it is about: an entity, a calendar, a berth. 0: cancelled, and dropped when it is come across. */
  owner: usize;
  /** Timer or activity of the entity; what kind of arrival. */
  what: usize;
  /** Next in a bucket, in a line, or among the free. */
  next: Node | null;
  /** Previous in a line. */
  previous: Node | null;

  get rank(): i32 {
    return <i32>(this.tie >> 56);
  }
}

/** Nodes that are made at a time. */
const chunk = 64;

/** An entry of the heap: the instant beside its node, so that comparing seldom leaves the heap. */
const entrySize = 16;
const entryNode = 8;

/** Below so many pending events the heap alone is as fast as anything. */
const heapMin = 512;

/** Events that a bucket should hold: 8 to 32 are equally good, 2 cost a third more. */
const perBucket: f64 = 12;
const bucketsMin = 256;
const bucketsMax = 1 << 22;

/**
 * Planned nodes, leaving in the order of (instant, rank, planning).
 *
 * Two levels: events of the near future lie in a binary heap; later ones in a ring of unsorted buckets of equal width; still
 * later ones in one unsorted list. When the heap is empty the next bucket is poured into it. Which bucket an instant falls into
 * never falls as the instant rises, so the order is exact, however the ring is cut. The ring is cut anew when it has
 * been gone through, or when the heap grows too long: by the rate at which events have come lately. So 14-day deadlines
 * beside services of minutes, and a million pending events, cost about the same as a hundred.
 *
 * A cancelled node is only marked; when more are cancelled than pending, all of them are dropped at once. This costs less than
 * taking each out of where it is, and still leaves nothing behind that lasts.
 */
@unmanaged
export class EventList {
  /** Pending events. */
  pending: i32;
  private cancelled: i32;
  private serial: u64;
  private free: Node | null;

  private heap: usize;
  private length: i32;
  private capacity: i32;

  /** 0: there is no ring, all pending events are in the heap. */
  private ring: usize;
  private buckets: i32;
  private ringMade: usize;
  private bucketsMade: i32;
  /** The bucket poured last, and the one after it as a number. */
  private poured: i32;
  private unpoured: f64;
  private ringStart: f64;
  private perMinute: f64;
  private inRing: i32;
  private later: Node | null;

  /** Events taken so far. */
  taken: u64;
  /** Minutes between events lately, and where they were last counted: events taken, and the instant. */
  private gap: f64;
  private takenThen: u64;
  private then: f64;
  /** A heap longer than `heapMin` is cut when it has so many entries, or when so many events have been taken. */
  private lengthMax: i32;
  private takenMax: u64;

  /** A node for `owner`, neither planned nor in a line. */
  make(owner: usize, what: usize): Node {
    let node = this.free;
    if (node === null) node = this.makeMore();
    this.free = node.next;
    node.owner = owner;
    node.what = what;
    return node;
  }

  /** Gives a node back that is neither planned nor in a line. */
  recycle(node: Node): void {
    node.next = this.free;
    this.free = node;
  }

  /** Gives the node its place among those of its rank: after all that were numbered before. */
  number(node: Node, rank: i32): void {
    node.tie = ((<u64>rank) << 56) | this.serial++;
  }

  /** Plans the node for the instant that stands in it. */
  plan(node: Node, rank: i32): void {
    this.number(node, rank);
    this.pending++;
    this.place(node);
    if (this.isLong()) this.cut();
  }

  /** Takes a planned node out; it is recycled. */
  cancel(node: Node): void {
    node.owner = 0;
    this.pending--;
    if (++this.cancelled > this.pending + heapMin) this.cut();
  }

  /** True if the first event is due at `now`. */
  isDueAt(now: f64): bool {
    return this.firstTime() == now;
  }

  /** The instant of the first event; infinite if there is none. */
  firstTime(): f64 {
    while (this.length > 0 || this.pour()) {
      const first = changetype<Node>(load<usize>(this.heap, entryNode));
      if (first.owner != 0) return first.time;
      this.drop(this.pop());
    }
    return Infinity;
  }

  /** Takes the first event out, after `firstTime`; it stays in use until it is recycled. */
  take(): Node {
    this.taken++;
    this.pending--;
    return this.pop();
  }

  private makeMore(): Node {
    const at = allocate(chunk * offsetof<Node>());
    for (let index = 1; index < chunk; index++)
      changetype<Node>(at + <usize>(index - 1) * offsetof<Node>()).next = changetype<Node>(
        at + <usize>index * offsetof<Node>(),
      );
    return changetype<Node>(at);
  }

  private drop(node: Node): void {
    this.cancelled--;
    this.recycle(node);
  }

  /** Puts the node where its instant belongs. */
  private place(node: Node): void {
    if (this.ring != 0) {
      const bucket = (node.time - this.ringStart) * this.perMinute;
      if (bucket >= this.unpoured) {
        if (bucket < <f64>this.buckets) {
          const at = this.ring + ((<usize>(<i32>bucket)) << 2);
          node.next = changetype<Node | null>(load<usize>(at));
          store<usize>(at, changetype<usize>(node));
          this.inRing++;
        } else {
          node.next = this.later;
          this.later = node;
        }
        return;
      }
    }
    if (this.length + 1 >= this.capacity) this.growHeap();
    this.rise(this.length++, keyOf(node.time), node);
  }

  /** Brings the events of the next bucket into the heap; false if no event is left. */
  private pour(): bool {
    while (this.length == 0) {
      if (this.inRing == 0) {
        if (this.later === null) return false;
        this.cut();
        continue;
      }
      let bucket = this.ring + ((<usize>this.poured) << 2);
      let nodes: Node | null = null;
      while (nodes === null) {
        bucket += 4;
        nodes = changetype<Node | null>(load<usize>(bucket));
      }
      store<usize>(bucket, 0);
      this.poured = <i32>((bucket - this.ring) >> 2);
      this.unpoured = <f64>(this.poured + 1);
      while (nodes !== null) {
        const next: Node | null = nodes.next;
        this.inRing--;
        if (nodes.owner == 0) this.drop(nodes);
        else this.place(nodes);
        nodes = next;
      }
      if (this.isLong()) this.cut();
    }
    return true;
  }

  private isLong(): bool {
    return this.length > heapMin && (this.length > this.lengthMax || this.taken > this.takenMax);
  }

  /** Drops what is cancelled and cuts the ring anew, by the rate at which events have come lately. */
  private cut(): void {
    let all = this.gather();
    let first: f64 = Infinity;
    let each = all;
    while (each !== null) {
      first = min(first, each.time);
      each = each.next;
    }
    const events = this.taken - this.takenThen;
    if (events >= <u64>heapMin) {
      this.gap = (first - this.then) / <f64>events;
      this.takenThen = this.taken;
      this.then = first;
    }
    // Where nothing is known of the rate (at the start, or amid thousands of events of one instant) all wait in the heap.
    const pending = this.pending;
    this.ring = pending > heapMin && this.gap > 0 && this.gap < Infinity ? this.ringFor(pending) : 0;
    this.ringStart = first;
    this.perMinute = 1 / (perBucket * this.gap);
    this.poured = 0;
    this.unpoured = 1;
    while (all !== null) {
      const next: Node | null = all.next;
      this.place(all);
      all = next;
    }
    this.lengthMax = 2 * this.length;
    this.takenMax = this.taken + <u64>pending;
  }

  /** An empty ring in which so many events find room; its number of buckets is a power of two. */
  private ringFor(pending: i32): usize {
    let buckets = bucketsMin;
    while (buckets < bucketsMax && buckets < pending >> 1) buckets <<= 1;
    if (buckets > this.bucketsMade) {
      this.bucketsMade = buckets;
      this.ringMade = allocate((<usize>buckets) << 2);
    }
    this.buckets = buckets;
    return this.ringMade;
  }

  /** All pending nodes as one list; the heap and the ring are empty then, and nothing cancelled is left. */
  private gather(): Node | null {
    let all: Node | null = null;
    for (let entry = this.heap, end = entry + <usize>this.length * entrySize; entry < end; entry += entrySize) {
      const node = changetype<Node>(load<usize>(entry, entryNode));
      node.next = all;
      all = node;
    }
    this.length = 0;
    all = this.keep(this.later, this.keep(all, null));
    this.later = null;
    if (this.inRing > 0) {
      for (let bucket = this.ring, end = bucket + ((<usize>this.buckets) << 2); bucket < end; bucket += 4) {
        all = this.keep(changetype<Node | null>(load<usize>(bucket)), all);
        store<usize>(bucket, 0);
      }
      this.inRing = 0;
    }
    return all;
  }

  /** Those of `nodes` that are not cancelled, before `others`. */
  private keep(nodes: Node | null, others: Node | null): Node | null {
    while (nodes !== null) {
      const next = nodes.next;
      if (nodes.owner == 0) {
        this.drop(nodes);
      } else {
        nodes.next = others;
        others = nodes;
      }
      nodes = next;
    }
    return others;
  }

  /** Takes the first entry of the heap. Its hole goes down to a leaf along the earlier children, chosen without a branch; the last entry rises from there. */
  private pop(): Node {
    const heap = this.heap;
    const first = changetype<Node>(load<usize>(heap, entryNode));
    const length = --this.length;
    const last = heap + <usize>length * entrySize;
    const key = load<i64>(last);
    const node = changetype<Node>(load<usize>(last, entryNode));
    // Beyond the end lies what is later than all.
    store<i64>(last, i64.MAX_VALUE);
    if (length == 0) return first;
    let hole = 0;
    for (let child = 1; child < length; child = 2 * hole + 1) {
      const left = heap + <usize>child * entrySize;
      const leftKey = load<i64>(left);
      const rightKey = load<i64>(left, entrySize);
      child += i32(rightKey < leftKey);
      if (leftKey == rightKey) {
        child += i32(
          changetype<Node>(load<usize>(left, entrySize + entryNode)).tie <
            changetype<Node>(load<usize>(left, entryNode)).tie,
        );
      }
      const from = heap + <usize>child * entrySize;
      const to = heap + <usize>hole * entrySize;
      store<i64>(to, load<i64>(from));
      store<usize>(to, load<usize>(from, entryNode), entryNode);
      hole = child;
    }
    this.rise(hole, key, node);
    return first;
  }

  private rise(hole: i32, key: i64, node: Node): void {
    const heap = this.heap;
    while (hole > 0) {
      const above = (hole - 1) >> 1;
      const parent = heap + <usize>above * entrySize;
      const parentKey = load<i64>(parent);
      if (parentKey < key) break;
      const parentNode = load<usize>(parent, entryNode);
      if (parentKey == key && changetype<Node>(parentNode).tie < node.tie) break;
      const to = heap + <usize>hole * entrySize;
      store<i64>(to, parentKey);
      store<usize>(to, parentNode, entryNode);
      hole = above;
    }
    const to = heap + <usize>hole * entrySize;
    store<i64>(to, key);
    store<usize>(to, changetype<usize>(node), entryNode);
  }

  private growHeap(): void {
    const capacity = max(heapMin, 2 * this.capacity);
    const heap = allocate(<usize>(capacity + 1) * entrySize);
    memory.copy(heap, this.heap, <usize>this.length * entrySize);
    this.heap = heap;
    this.capacity = capacity;
  }
}

/** A whole number for each instant, in their order: its bits, those of negative ones but the sign turned round. Comparing it is cheaper. */
function keyOf(time: f64): i64 {
  // There is one zero.
  const bits = reinterpret<i64>(time + 0);
  return bits ^ ((bits >> 63) & i64.MAX_VALUE);
}

export const list = changetype<EventList>(memory.data(offsetof<EventList>(), 8));
