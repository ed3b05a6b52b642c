import { assert, present } from '../base/index.ts';
import type { Clock } from './clock.ts';
import type { DecisionTables, Decisions } from './decisions.ts';
import type { Durations } from './durations.ts';
import { held, type Entities } from './entities.ts';
import { At, nodeWidth, none, Rank, type EventList } from './event-list.ts';
import type { Model } from './model.ts';
import { Happening, type Observer } from './observer.ts';
import type { Window } from './window.ts';

/** Figures of an activity at one priority: begun, mean wait, how many waited, mean service. */
export const figureWidth = 4;

/** Doubles of a resource in `Stations.area`: integrals over the window in unit-minutes, and where they have come to. */
export const areaWidth = 6;

/** Places of a resource's areas. */
export const Area = {
  /** Instant up to which the areas are brought. */
  since: 0,
  /** In line. */
  queue: 1,
  /** Busy while open, busy while closed. */
  busy: 2,
  overtime: 3,
  /** Minutes open. */
  open: 4,
  /** Sum of the waits, cut to the window: Little's law says that it equals `queue`. */
  waited: 5,
} as const;

/** Integers of a resource, and of an activity; they lie together, since they are asked for together. */
const unitWidth = 4;
const Unit = { all: 0, free: 1, isOpen: 2, queue: 3 } as const;
const planWidth = 6;
const Plan = { need: 0, needEnd: 1, group: 2, duration: 3, holds: 4, priority: 5 } as const;

/**
 * Resources, the lines before them and the activities that need them.
 *
 * An activity joins a line of its own kind and priority; who starts is decided for all lines of connected resources
 * together, by (priority, first come), when everything of an instant has happened. Several resources are seized together
 * or not at all; a request that cannot start does not hold up another that can.
 */
export class Stations {
  /** Per activity and priority: see `figureWidth`. */
  readonly figures: Float64Array;
  /** Per resource: see `Area`. */
  readonly area: Float64Array;
  /** Per resource: the longest line. */
  readonly queueMax: Int32Array;

  readonly #list: EventList;
  readonly #entities: Entities;
  readonly #clock: Clock;
  readonly #window: Window;
  readonly #decisions: Decisions;
  readonly #durations: Durations;
  readonly #observer: Observer | undefined;
  readonly #activities: number;
  readonly #timers: number;
  readonly #levels: number;

  readonly #unit: Int32Array;
  readonly #plan: Int32Array;
  /** Needs of all activities: resource, units. */
  readonly #need: Int32Array;

  /** Lines by activity * levels + level. */
  readonly #head: Int32Array;
  readonly #tail: Int32Array;

  /** Groups of resources that some activity joins: activities of group g are `[groupStart[g], groupStart[g + 1])` of `groupActivities`. */
  readonly #groupOf: Int32Array;
  readonly #groupStart: Int32Array;
  readonly #groupActivities: Int32Array;
  /** Resources of group g: `[memberStart[g], memberStart[g + 1])` of `members`. */
  readonly #memberStart: Int32Array;
  readonly #members: Int32Array;
  /** Requests in line, by group. */
  readonly #inLine: Int32Array;
  readonly #dirty: Int32Array;
  readonly #isDirty: Uint8Array;
  #dirtyCount = 0;
  /** Activities that cannot start any more in this seizing. */
  readonly #blocked: Uint8Array;

  constructor(
    model: Model,
    parts: {
      list: EventList;
      entities: Entities;
      clock: Clock;
      window: Window;
      decisions: Decisions;
      durations: Durations;
      tables: DecisionTables;
      observer: Observer | undefined;
    },
  ) {
    this.#list = parts.list;
    this.#entities = parts.entities;
    this.#clock = parts.clock;
    this.#window = parts.window;
    this.#decisions = parts.decisions;
    this.#durations = parts.durations;
    this.#observer = parts.observer;
    this.#timers = model.timers.length;
    const { activities, resources } = model;
    this.#activities = activities.length;
    this.#levels = model.priorities;
    this.#unit = Int32Array.from(resources.flatMap((resource) => [resource.units, resource.units, 1, 0]));
    this.area = new Float64Array(resources.length * areaWidth);
    for (let at = 0; at < this.area.length; at += areaWidth) this.area[at] = parts.window.bounds[0] as number;
    this.queueMax = new Int32Array(resources.length);
    this.figures = new Float64Array(activities.length * this.#levels * figureWidth);

    const needs = activities.map((activity) => activity.needs);
    const needStart = [0, ...runningSums(needs.map((need) => 2 * need.length))];
    this.#need = Int32Array.from(needs.flat().flatMap((need) => [need.resource, need.units]));
    this.#groupOf = groupsOf(model);
    const groupOfActivity = Int32Array.from(needs, (need) =>
      need.length === 0 ? none : (this.#groupOf[present(need[0], 'a need').resource] as number),
    );
    this.#plan = Int32Array.from(
      activities.flatMap((activity, index) => [
        needStart[index] ?? 0,
        needStart[index + 1] ?? 0,
        groupOfActivity[index] ?? none,
        activity.takes === undefined ? none : parts.durations.enter(activity.takes),
        activity.takes === undefined ? 1 : 0,
        parts.tables.ofIndex(activity.priority),
      ]),
    );
    this.#head = new Int32Array(activities.length * this.#levels).fill(none);
    this.#tail = new Int32Array(activities.length * this.#levels).fill(none);

    const groups = Math.max(-1, ...this.#groupOf) + 1;
    const activitiesOf = byGroup(groups, groupOfActivity);
    this.#groupStart = Int32Array.from([0, ...runningSums(activitiesOf.map((each) => each.length))]);
    this.#groupActivities = Int32Array.from(activitiesOf.flat());
    const members = byGroup(groups, this.#groupOf);
    this.#memberStart = Int32Array.from([0, ...runningSums(members.map((each) => each.length))]);
    this.#members = Int32Array.from(members.flat());
    this.#inLine = new Int32Array(groups);
    this.#dirty = new Int32Array(groups);
    this.#isDirty = new Uint8Array(groups);
    this.#blocked = new Uint8Array(activities.length);
  }

  /** The entity asks for an activity: it stands in line from now on, or starts at once if nobody is needed. */
  begin(slot: number, activity: number): void {
    const register = slot * this.#entities.registers + this.#timers + activity;
    assert(this.#entities.register[register] === none, 'an activity is asked for once at a time');
    const list = this.#list;
    const node = list.make(Rank.completion, slot, activity);
    this.#entities.register[register] = node;
    this.#observer?.happened(
      Happening.requested,
      this.#clock[0] as number,
      this.#entities.number[slot] as number,
      activity,
    );
    list.time[node] = this.#clock[0] as number;
    const plan = activity * planWidth;
    const group = this.#plan[plan + Plan.group] as number;
    if (group === none) {
      this.#start(node, 0);
      return;
    }
    const level = this.#decisions.choose(slot, this.#plan[plan + Plan.priority] as number);
    list.number(node);
    this.#join(activity * this.#levels + level, node);
    this.#lengthen(plan, 1);
    this.#touch(group);
  }

  /** The state is left: a waiting request leaves the line, a running activity stops and frees its units, a held grant is freed. */
  end(slot: number, activity: number): void {
    const register = slot * this.#entities.registers + this.#timers + activity;
    const node = this.#entities.register[register] as number;
    if (node === none) return;
    this.#entities.register[register] = none;
    const plan = activity * planWidth;
    if (node === held) {
      this.#freeUnits(plan);
      this.#observer?.happened(
        Happening.freed,
        this.#clock[0] as number,
        this.#entities.number[slot] as number,
        activity,
      );
      return;
    }
    this.#observer?.happened(
      Happening.cancelled,
      this.#clock[0] as number,
      this.#entities.number[slot] as number,
      activity,
    );
    if (this.#list.isPlanned(node)) {
      this.#list.cancel(node);
      this.#freeUnits(plan);
    } else {
      this.#leave(node);
      this.#lengthen(plan, -1);
      this.#addWait(plan, node);
    }
    this.#list.recycle(node);
  }

  /** The completion (or grant) of `node` is due: units are freed unless they are held. The node is recycled. */
  complete(node: number): void {
    const slot = this.#list.node[node * nodeWidth + At.owner] as number;
    const activity = this.#list.node[node * nodeWidth + At.what] as number;
    const register = slot * this.#entities.registers + this.#timers + activity;
    const plan = activity * planWidth;
    if (this.#plan[plan + Plan.holds] === 1) {
      this.#entities.register[register] = held;
    } else {
      this.#entities.register[register] = none;
      this.#freeUnits(plan);
    }
    this.#observer?.happened(
      Happening.completed,
      this.#clock[0] as number,
      this.#entities.number[slot] as number,
      activity,
    );
    this.#list.recycle(node);
  }

  /** Opens or closes a resource: closed, nobody starts; work begun goes on. */
  open(resource: number, isOpen: boolean): void {
    this.#advance(resource);
    this.#unit[resource * unitWidth + Unit.isOpen] = isOpen ? 1 : 0;
    if (isOpen && this.#groupOf[resource] !== none) this.#touch(this.#groupOf[resource] as number);
  }

  /** Starts whoever can start now: called when everything of an instant has happened. */
  seize(): void {
    for (let at = 0; at < this.#dirtyCount; at++) {
      const group = this.#dirty[at] as number;
      this.#isDirty[group] = 0;
      if ((this.#inLine[group] as number) > 0) this.#seizeGroup(group);
    }
    this.#dirtyCount = 0;
  }

  /** Adds the units that the entity in `slot` has seized to `busy`, by resource. */
  addHeld(slot: number, busy: Float64Array): void {
    const first = slot * this.#entities.registers + this.#timers;
    for (let activity = 0; activity < this.#activities; activity++) {
      const node = this.#entities.register[first + activity] as number;
      if (node === none || (node !== held && !this.#list.isPlanned(node))) continue;
      const plan = activity * planWidth;
      for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
        const resource = this.#need[at] as number;
        busy[resource] = (busy[resource] as number) + (this.#need[at + 1] as number);
      }
    }
  }

  /** Brings all areas up to now, and adds the waits that are not over to the sums: the run is at its end. */
  close(): void {
    for (let resource = 0; resource < this.queueMax.length; resource++) this.#advance(resource);
    for (let activity = 0; activity < this.#activities; activity++) {
      for (let level = 0; level < this.#levels; level++) {
        for (
          let node = this.#head[activity * this.#levels + level] as number;
          node !== none;
          node = this.#list.node[node * nodeWidth + At.next] as number
        )
          this.#addWait(activity * planWidth, node);
      }
    }
  }

  /** Units in use now. */
  busy(resource: number): number {
    const unit = resource * unitWidth;
    return (this.#unit[unit + Unit.all] as number) - (this.#unit[unit + Unit.free] as number);
  }

  /** Place in `figures` of an activity at a priority. */
  figuresOf(activity: number, level: number): number {
    return (activity * this.#levels + level) * figureWidth;
  }

  #touch(group: number): void {
    if (this.#isDirty[group] === 1) return;
    this.#isDirty[group] = 1;
    this.#dirty[this.#dirtyCount++] = group;
  }

  #seizeGroup(group: number): void {
    const from = this.#groupStart[group] as number;
    const to = this.#groupStart[group + 1] as number;
    if (to - from === 1) this.#seizeFor(this.#groupActivities[from] as number, group);
    else this.#seizeAmong(from, to, group);
    if ((this.#inLine[group] as number) > 0) this.#noteGreatestLines(group);
  }

  /** Only one activity asks for these resources: its lines are served until it cannot start. */
  #seizeFor(activity: number, group: number): void {
    const plan = activity * planWidth;
    for (let level = 0; level < this.#levels; level++) {
      const line = activity * this.#levels + level;
      for (let node = this.#head[line] as number; node !== none; node = this.#head[line] as number) {
        if (!this.#canStart(plan)) return;
        this.#grant(node, plan, level, group);
      }
    }
  }

  /** Several activities ask: their lines are merged by priority and time of request. */
  #seizeAmong(from: number, to: number, group: number): void {
    for (let at = from; at < to; at++) this.#blocked[this.#groupActivities[at] as number] = 0;
    for (let level = 0; level < this.#levels && (this.#inLine[group] as number) > 0;) {
      const activity = this.#firstInLine(from, to, level);
      const plan = activity * planWidth;
      if (activity === none) level++;
      else if (this.#canStart(plan))
        this.#grant(this.#head[activity * this.#levels + level] as number, plan, level, group);
      else this.#blocked[activity] = 1;
    }
  }

  #grant(node: number, plan: number, level: number, group: number): void {
    this.#leave(node);
    this.#inLine[group] = (this.#inLine[group] as number) - 1;
    this.#addWait(plan, node);
    this.#takeUnits(plan);
    this.#start(node, level);
  }

  /** The activity of the group whose line of this level has waited longest, among those that are not blocked. */
  #firstInLine(from: number, to: number, level: number): number {
    let first: number = none;
    let tie = Number.POSITIVE_INFINITY;
    for (let at = from; at < to; at++) {
      const activity = this.#groupActivities[at] as number;
      const node = this.#head[activity * this.#levels + level] as number;
      if (node === none || this.#blocked[activity] === 1) continue;
      const own = this.#list.tie[node] as number;
      if (own < tie) {
        tie = own;
        first = activity;
      }
    }
    return first;
  }

  #canStart(plan: number): boolean {
    for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
      const unit = (this.#need[at] as number) * unitWidth;
      if (
        this.#unit[unit + Unit.isOpen] === 0 ||
        (this.#unit[unit + Unit.free] as number) < (this.#need[at + 1] as number)
      )
        return false;
    }
    return true;
  }

  /** The request of `node` is granted: its completion is planned, at once if it only holds. */
  #start(node: number, level: number): void {
    const list = this.#list;
    const slot = list.node[node * nodeWidth + At.owner] as number;
    const activity = list.node[node * nodeWidth + At.what] as number;
    const duration = this.#plan[activity * planWidth + Plan.duration] as number;
    let minutes = 0;
    if (duration !== none) {
      this.#durations.draw(slot, duration);
      minutes = this.#durations.value[0] as number;
    }
    const now = this.#clock[0] as number;
    if (this.#entities.counted[slot] === 1) {
      const wait = now - (list.time[node] as number);
      const figures = this.figures;
      const at = this.figuresOf(activity, level);
      const begun = (figures[at] as number) + 1;
      figures[at] = begun;
      figures[at + 1] = (figures[at + 1] as number) + (wait - (figures[at + 1] as number)) / begun;
      if (wait > 0) figures[at + 2] = (figures[at + 2] as number) + 1;
      figures[at + 3] = (figures[at + 3] as number) + (minutes - (figures[at + 3] as number)) / begun;
    }
    list.time[node] = now + minutes;
    list.plan(node);
    this.#observer?.happened(Happening.begun, now, this.#entities.number[slot] as number, activity);
  }

  /** The units that an activity needs go from the line into use. */
  #takeUnits(plan: number): void {
    for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
      const resource = this.#need[at] as number;
      this.#advance(resource);
      const unit = resource * unitWidth;
      this.#unit[unit + Unit.queue] = (this.#unit[unit + Unit.queue] as number) - 1;
      this.#unit[unit + Unit.free] = (this.#unit[unit + Unit.free] as number) - (this.#need[at + 1] as number);
    }
  }

  #freeUnits(plan: number): void {
    const group = this.#plan[plan + Plan.group] as number;
    if (group === none) return;
    for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
      const resource = this.#need[at] as number;
      this.#advance(resource);
      const unit = resource * unitWidth;
      this.#unit[unit + Unit.free] = (this.#unit[unit + Unit.free] as number) + (this.#need[at + 1] as number);
    }
    this.#touch(group);
  }

  #lengthen(plan: number, by: number): void {
    const group = this.#plan[plan + Plan.group] as number;
    this.#inLine[group] = (this.#inLine[group] as number) + by;
    for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
      const resource = this.#need[at] as number;
      this.#advance(resource);
      const unit = resource * unitWidth;
      this.#unit[unit + Unit.queue] = (this.#unit[unit + Unit.queue] as number) + by;
    }
  }

  /** Lines are measured when an instant is over, so that who starts at once was never in line. */
  #noteGreatestLines(group: number): void {
    const now = this.#clock[0] as number;
    if (now < (this.#window.bounds[0] as number) || now >= (this.#window.bounds[1] as number)) return;
    for (let at = this.#memberStart[group] as number; at < (this.#memberStart[group + 1] as number); at++) {
      const resource = this.#members[at] as number;
      const queue = this.#unit[resource * unitWidth + Unit.queue] as number;
      if (queue > (this.queueMax[resource] as number)) this.queueMax[resource] = queue;
    }
  }

  /** Adds the wait of `node` until now, cut to the window, to the sums of the resources it waits for. */
  #addWait(plan: number, node: number): void {
    const bounds = this.#window.bounds;
    const wait =
      Math.min(this.#clock[0] as number, bounds[1] as number) -
      Math.max(this.#list.time[node] as number, bounds[0] as number);
    if (!(wait > 0)) return;
    for (let at = this.#plan[plan + Plan.need] as number; at < (this.#plan[plan + Plan.needEnd] as number); at += 2) {
      const waited = (this.#need[at] as number) * areaWidth + Area.waited;
      this.area[waited] = (this.area[waited] as number) + wait;
    }
  }

  /** Brings the areas of a resource up to now, cut to the window. */
  #advance(resource: number): void {
    const area = this.area;
    const at = resource * areaWidth;
    const now = Math.min(this.#clock[0] as number, this.#window.bounds[1] as number);
    const passed = now - (area[at + Area.since] as number);
    if (passed <= 0) return;
    area[at + Area.since] = now;
    const unit = resource * unitWidth;
    const busy = (this.#unit[unit + Unit.all] as number) - (this.#unit[unit + Unit.free] as number);
    area[at + Area.queue] = (area[at + Area.queue] as number) + passed * (this.#unit[unit + Unit.queue] as number);
    if (this.#unit[unit + Unit.isOpen] === 1) {
      area[at + Area.busy] = (area[at + Area.busy] as number) + passed * busy;
      area[at + Area.open] = (area[at + Area.open] as number) + passed;
    } else {
      area[at + Area.overtime] = (area[at + Area.overtime] as number) + passed * busy;
    }
  }

  #join(line: number, node: number): void {
    const nodes = this.#list.node;
    const tail = this.#tail[line] as number;
    const at = node * nodeWidth;
    nodes[at + At.line] = line;
    nodes[at + At.previous] = tail;
    nodes[at + At.next] = none;
    if (tail === none) this.#head[line] = node;
    else nodes[tail * nodeWidth + At.next] = node;
    this.#tail[line] = node;
  }

  #leave(node: number): void {
    const nodes = this.#list.node;
    const at = node * nodeWidth;
    const line = nodes[at + At.line] as number;
    const previous = nodes[at + At.previous] as number;
    const next = nodes[at + At.next] as number;
    if (previous === none) this.#head[line] = next;
    else nodes[previous * nodeWidth + At.next] = next;
    if (next === none) this.#tail[line] = previous;
    else nodes[next * nodeWidth + At.previous] = previous;
  }
}

/** Indices by their group. */
function byGroup(groups: number, groupOf: Int32Array): number[][] {
  return Array.from({ length: groups }, (_, group) => [...groupOf.keys()].filter((index) => groupOf[index] === group));
}

function runningSums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((number) => (sum += number));
}

/** Group of each resource: two resources that one activity needs together are in one group; -1 for those that none needs. */
function groupsOf(model: Model): Int32Array {
  const groups = new Int32Array(model.resources.length).fill(none);
  let count = 0;
  for (const activity of model.activities) {
    const met = new Set(
      activity.needs.map((need) => groups[need.resource] as number).filter((group) => group !== none),
    );
    const group = met.size === 0 ? count++ : Math.min(...met);
    for (let resource = 0; resource < groups.length; resource++)
      if (met.has(groups[resource] as number)) groups[resource] = group;
    for (const need of activity.needs) groups[need.resource] = group;
  }
  return groups;
}
