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
  /** Timer or activity of the entity; its line, while it stands in one; what kind of arrival. */
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

/** Up to so many events the heap alone is as fast as anything; a longer one is spilled into buckets. */
const heapMax = 512;

/** Events that a bucket gets on the average when it is made: 2, 4, 8 and 12 cost the same within the noise. */
const perBucket: f64 = 4;
/** How far a rung reaches, in mean distances of its events from the first. */
const reach: f64 = 4;
/** A bucket with more than this is made a rung of its own. */
const bucketMax = 48;
const bucketsMax: f64 = 16777216;
const rungsMax = 8;

/** A row of unsorted buckets of equal width. */
@unmanaged
class Rung {
  private buckets: usize;
  private made: i32;
  private start: f64;
  private perMinute: f64;
  /** The last bucket, and the first that has not been taken, as numbers. */
  last: f64;
  untaken: f64;

  /** Spans so many nodes with buckets that fit their mean distance from the first; false if there is no telling them apart. */
  span(first: f64, mean: f64, last: f64, nodes: i32): bool {
    // A mean of equal instants may come out a little before them.
    if (!(mean > first)) return false;
    this.perMinute = <f64>nodes / (perBucket * (mean - first));
    // The last instant falls on the end of a bucket: it gets one of its own.
    this.last = Math.floor(min(last - first, reach * (mean - first)) * this.perMinute);
    if (!(this.last > 1 && this.last < bucketsMax)) return false;
    if (this.last >= <f64>this.made) {
      this.made = 2 * <i32>(this.last + 1);
      this.buckets = allocate((<usize>this.made) << 2);
    }
    this.start = first;
    this.untaken = 0;
    return true;
  }

  /** In which bucket an instant falls, as a number: it never falls as the instant rises. */
  bucketOf(time: f64): f64 {
    return (time - this.start) * this.perMinute;
  }

  put(node: Node, bucket: f64): void {
    const at = this.buckets + ((<usize>bucket) << 2);
    node.next = changetype<Node | null>(load<usize>(at));
    store<usize>(at, changetype<usize>(node));
  }

  /** The nodes of the next bucket that has some, as a list; null if there is none. */
  next(): Node | null {
    let at = this.buckets + ((<usize>this.untaken) << 2);
    const end = this.buckets + ((<usize>this.last) << 2);
    while (at <= end && load<usize>(at) == 0) at += 4;
    if (at > end) return null;
    const nodes = changetype<Node | null>(load<usize>(at));
    store<usize>(at, 0);
    this.untaken = <f64>(((at - this.buckets) >> 2) + 1);
    return nodes;
  }
}

/**
 * Planned nodes, leaving in the order of (instant, rank, planning): a ladder queue.
 *
 * Events of the near future lie in a binary heap, later ones in a rung of unsorted buckets, still later ones in one unsorted
 * list. When the heap is empty the next bucket is poured into it; a bucket with many events is first spread over a finer rung; when
 * all rungs are empty the list is spread over a new one. So the widths follow the events and nothing has to be guessed:
 * 14-day deadlines beside services of minutes, thousands of events at one instant and mass cancellation cost
 * about the same as events of one scale; a million pending cost four times a thousand, which is what memory costs. In which bucket an
 * instant falls never falls as the instant rises, so the order is exact.
 * Tang, Goh, Thng: Ladder queue: an O(1) priority queue structure for large-scale discrete event simulation (TOMACS 2005).
 *
 * A cancelled node is only marked; when many more are cancelled than pending, all of them are dropped at once. This costs less than
 * taking each out of where it is, and still leaves nothing behind that lasts.
 */
@unmanaged
export class EventList {
  /** Pending events. */
  pending: i32;
  /** Events taken so far. */
  taken: u64;
  private cancelled: i32;
  private serial: u64;
  private free: Node | null;

  private heap: usize;
  private length: i32;
  private capacity: i32;
  /** Entries at which the heap is spilled. */
  private lengthMax: i32;

  /** Rungs in use, the coarsest first; each spans the bucket taken last of the one before. */
  private rungs: i32;
  /** Beyond the coarsest rung. */
  private later: Node | null;

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
    if (this.length > this.lengthMax) this.spill();
  }

  /** Takes a planned node out; it is recycled. */
  cancel(node: Node): void {
    node.owner = 0;
    this.pending--;
    if (++this.cancelled > this.pending + heapMax) this.purge();
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

  private rung(index: i32): Rung {
    return changetype<Rung>(rungs + <usize>index * offsetof<Rung>());
  }

  /** Puts the node where its instant belongs; most belong to the finest rung or into the heap. */
  private place(node: Node): void {
    const rungs = this.rungs;
    for (let index = rungs - 1; index >= 0; index--) {
      const rung = this.rung(index);
      const bucket = rung.bucketOf(node.time);
      if (bucket > rung.last) continue;
      if (bucket >= rung.untaken) rung.put(node, bucket);
      else if (index == rungs - 1) this.push(node);
      else this.placeBelow(node, index);
      return;
    }
    if (rungs == 0) {
      this.push(node);
    } else {
      node.next = this.later;
      this.later = node;
    }
  }

  /** What lies beyond the finer rungs, but within the bucket of a coarser one that they span, comes into their last buckets. */
  private placeBelow(node: Node, coarser: i32): void {
    for (let index = coarser + 1; index < this.rungs; index++) {
      const rung = this.rung(index);
      if (rung.last < rung.untaken) continue;
      rung.put(node, rung.last);
      return;
    }
    this.push(node);
  }

  /** Brings the next events into the heap, which is empty; false if no event is left. */
  private pour(): bool {
    while (this.length == 0) {
      if (this.rungs > 0) {
        const nodes = this.rung(this.rungs - 1).next();
        if (nodes === null) this.rungs--;
        else if (isLonger(nodes, bucketMax)) this.spread(nodes, bucketMax);
        else this.pushAll(nodes);
      } else {
        const nodes = this.later;
        if (nodes === null) return false;
        this.later = null;
        this.spread(nodes, heapMax);
      }
    }
    return true;
  }

  /** Spreads nodes over a new, finer rung, or, where they are at most so many or all at one instant, brings them into the heap, which is empty. */
  private spread(nodes: Node | null, most: i32): void {
    let first: f64 = Infinity;
    let last: f64 = -Infinity;
    let sum: f64 = 0;
    let count = 0;
    let kept: Node | null = null;
    while (nodes !== null) {
      const next: Node | null = nodes.next;
      if (nodes.owner == 0) {
        this.drop(nodes);
      } else {
        nodes.next = kept;
        kept = nodes;
        count++;
        sum += nodes.time;
        first = min(first, nodes.time);
        last = max(last, nodes.time);
      }
      nodes = next;
    }
    const isRung =
      count > most && this.rungs < rungsMax && this.rung(this.rungs).span(first, sum / <f64>count, last, count);
    if (isRung) this.rungs++;
    while (kept !== null) {
      const next: Node | null = kept.next;
      if (isRung) this.place(kept);
      else this.push(kept);
      kept = next;
    }
    this.lengthMax = max(heapMax, 2 * this.length);
  }

  /** The heap is long: its events are spread over a rung of their own. */
  private spill(): void {
    this.spread(this.emptyHeap(null), heapMax);
  }

  /** Drops all that is cancelled. */
  private purge(): void {
    let all = this.emptyHeap(this.later);
    this.later = null;
    for (; this.rungs > 0; this.rungs--) {
      const rung = this.rung(this.rungs - 1);
      for (let nodes = rung.next(); nodes !== null; nodes = rung.next()) all = joined(nodes, all);
    }
    this.spread(all, heapMax);
  }

  /** The entries of the heap before others, as a list. */
  private emptyHeap(others: Node | null): Node | null {
    for (let entry = this.heap, end = entry + <usize>this.length * entrySize; entry < end; entry += entrySize) {
      const node = changetype<Node>(load<usize>(entry, entryNode));
      node.next = others;
      others = node;
    }
    this.length = 0;
    return others;
  }

  private pushAll(nodes: Node | null): void {
    while (nodes !== null) {
      const next: Node | null = nodes.next;
      if (nodes.owner == 0) this.drop(nodes);
      else this.push(nodes);
      nodes = next;
    }
  }

  private push(node: Node): void {
    if (this.length + 1 >= this.capacity) this.growHeap();
    this.rise(this.length++, keyOf(node.time), node);
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
    const capacity = max(2 * heapMax, 2 * this.capacity);
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

/** True if the list has more nodes. */
function isLonger(nodes: Node | null, than: i32): bool {
  for (let count = 0; count < than && nodes !== null; count++) nodes = nodes.next;
  return nodes !== null;
}

/** Nodes before others, as one list, in no order that matters. */
function joined(nodes: Node | null, others: Node | null): Node | null {
  while (nodes !== null) {
    const next: Node | null = nodes.next;
    nodes.next = others;
    others = nodes;
    nodes = next;
  }
  return others;
}

const rungs = memory.data(rungsMax * offsetof<Rung>(), 8);

export const list = changetype<EventList>(memory.data(offsetof<EventList>(), 8));
