import { assert } from '../base/index.ts';
import type { Clock } from './clock.ts';

/**
 * Class of an event: what comes first among events of one instant.
 * Seizing comes after all of them and is no event.
 */
export const Rank = { calendar: 0, completion: 1, delay: 2, deadline: 3, arrival: 4 } as const;

/** One class apart from the next in the tie key: more serial numbers than any run uses, exact in a double. */
const rankStep = 1_125_899_906_842_624; // 2 to the 50th

/** No node. */
export const none = -1;

/** Integers that a node takes in `EventList.node`; they lie together, since they are asked for together. */
export const nodeWidth = 8;

/** Places of a node's integers. */
export const At = {
  /** What an event is about: an entity, a calendar, a conveyance. */
  owner: 0,
  /** Timer or activity of the entity. */
  what: 1,
  rank: 2,
  /** The line a node stands in, and its links; free nodes are chained through `next`. */
  line: 3,
  next: 4,
  previous: 5,
  /** Position in the heap, or `none`. */
  position: 6,
} as const;

/**
 * Nodes and the order of those that are planned.
 *
 * A node is something an entity waits for: an instant (planned here) or a place in a line (kept by {@link Stations}).
 * Nodes live in a pool of typed arrays and are recycled, so that neither planning nor cancelling allocates.
 * Planned nodes leave in the order of (time, rank, planning): an indexed binary heap, so that cancelling removes for good
 * and a fourteen-day deadline that is met leaves nothing behind. The hole that a taken node leaves goes down to a leaf
 * along the earlier children, chosen without a branch, and the last node rises from there: what is last is mostly late.
 */
export class EventList {
  /** Instant of a planned node; of a node in a line: since when it stands there. Written before `plan`. */
  time: Float64Array = new Float64Array(1024);
  /** Integers of the nodes, `nodeWidth` each; see `At`. */
  node: Int32Array = new Int32Array(1024 * nodeWidth).fill(none);
  /** Order among nodes: of planning, or of joining a line. */
  tie: Float64Array = new Float64Array(1024);

  #heapTime: Float64Array = new Float64Array(1025).fill(Number.POSITIVE_INFINITY);
  #heapNode: Int32Array = new Int32Array(1024);
  #length = 0;
  #serial = 0;
  #free = none;
  #used = 0;

  /** Number of planned nodes. */
  get length(): number {
    return this.#length;
  }

  /** A node of this rank for `owner`, neither planned nor in a line. */
  make(rank: number, owner: number, what: number): number {
    let node = this.#free;
    if (node === none) {
      node = this.#used++;
      if (node === this.time.length) this.#grow();
    } else {
      this.#free = this.node[node * nodeWidth + At.next] as number;
    }
    const at = node * nodeWidth;
    this.node[at + At.rank] = rank;
    this.node[at + At.owner] = owner;
    this.node[at + At.what] = what;
    return node;
  }

  /** Gives a node back that is neither planned nor in a line. */
  recycle(node: number): void {
    this.node[node * nodeWidth + At.next] = this.#free;
    this.#free = node;
  }

  /** Gives the node its place among those of its rank: it comes after all that were numbered before. */
  number(node: number): void {
    this.tie[node] = (this.node[node * nodeWidth + At.rank] as number) * rankStep + this.#serial++;
  }

  /** Plans the node for the instant that stands in `time[node]`. */
  plan(node: number): void {
    this.number(node);
    this.#rise(this.#length++, node);
  }

  /** True if the node is planned (and not in a line). */
  isPlanned(node: number): boolean {
    return this.node[node * nodeWidth + At.position] !== none;
  }

  /** Takes a planned node out. */
  cancel(node: number): void {
    const at = this.node[node * nodeWidth + At.position] as number;
    assert(at >= 0, 'only a planned event can be cancelled');
    this.node[node * nodeWidth + At.position] = none;
    const last = this.#shrink();
    if (at === last) return;
    const moved = this.#heapNode[last] as number;
    this.#rise(this.#lower(at), moved);
  }

  /** The node that is due first; there must be one. */
  first(): number {
    return this.#heapNode[0] as number;
  }

  /** True if the first event is due at exactly the instant that `clock` shows. */
  isDueAt(clock: Clock): boolean {
    return this.#length > 0 && this.#heapTime[0] === clock[0];
  }

  /** Takes the first node out of the order; it stays in use until it is recycled. */
  takeFirst(): number {
    const node = this.#heapNode[0] as number;
    this.node[node * nodeWidth + At.position] = none;
    const last = this.#shrink();
    if (last > 0) this.#rise(this.#lower(0), this.#heapNode[last] as number);
    return node;
  }

  /** Gives up the last place of the heap, which is then later than everything; gives its position. */
  #shrink(): number {
    const last = --this.#length;
    this.#heapTime[last] = Number.POSITIVE_INFINITY;
    return last;
  }

  #rise(from: number, node: number): void {
    const times = this.#heapTime;
    const nodes = this.#heapNode;
    const words = this.node;
    const time = this.time[node] as number;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const parentTime = times[parent] as number;
      if (parentTime < time) break;
      const parentNode = nodes[parent] as number;
      if (parentTime === time && (this.tie[parentNode] as number) < (this.tie[node] as number)) break;
      times[at] = parentTime;
      nodes[at] = parentNode;
      words[parentNode * nodeWidth + At.position] = at;
      at = parent;
    }
    times[at] = time;
    nodes[at] = node;
    words[node * nodeWidth + At.position] = at;
  }

  /** Lowers the hole at `from` to a leaf, along the earlier of two children each time; gives where it ends. */
  #lower(from: number): number {
    const times = this.#heapTime;
    const nodes = this.#heapNode;
    const words = this.node;
    const length = this.#length;
    let hole = from;
    for (let child = 2 * hole + 1; child < length; child = 2 * hole + 1) {
      const left = times[child] as number;
      const right = times[child + 1] as number;
      // Beyond the end of the heap lies a time later than all.
      if (left === right)
        child += +((this.tie[nodes[child + 1] as number] as number) < (this.tie[nodes[child] as number] as number));
      else child += +(right < left);
      const node = nodes[child] as number;
      times[hole] = times[child] as number;
      nodes[hole] = node;
      words[node * nodeWidth + At.position] = hole;
      hole = child;
    }
    return hole;
  }

  #grow(): void {
    const size = this.time.length * 2;
    const doubles = (old: Float64Array): Float64Array => {
      const grown = new Float64Array(size);
      grown.set(old);
      return grown;
    };
    const integers = (old: Int32Array, width: number): Int32Array => {
      const grown = new Int32Array(size * width).fill(none);
      grown.set(old);
      return grown;
    };
    this.time = doubles(this.time);
    this.tie = doubles(this.tie);
    const heapTime = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    heapTime.set(this.#heapTime);
    this.#heapTime = heapTime;
    this.node = integers(this.node, nodeWidth);
    this.#heapNode = integers(this.#heapNode, 1);
  }
}
