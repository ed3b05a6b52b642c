import { assert, present } from '../base/index.ts';
import type { DecisionTables, Decisions } from './decisions.ts';
import type { Durations } from './durations.ts';
import { held, type Entities } from './entities.ts';
import { none, Rank, type EventList } from './event-list.ts';
import type { Activity, Model } from './model.ts';
import { Happening, type Observer } from './observer.ts';
import type { Window } from './window.ts';

/** Doubles of an activity's figures: begun, mean wait, number that waited, mean service, completed. */
export const activityWidth = 5;

/**
 * Resources, the lines before them and the activities that need them.
 *
 * An activity joins a line of its own kind and priority; who starts is decided for all lines of connected resources
 * together, by (priority, first come), when everything of an instant has happened. Several resources are seized together
 * or not at all; a request that cannot start does not hold up another that can.
 */
export class Stations {
  /** Per activity: see `activityWidth`. */
  readonly figures: Float64Array;
  /** Per activity and priority: begun, mean wait. */
  readonly byPriority: Float64Array;
  /** First place in `byPriority` of each activity. */
  readonly priorityStart: Int32Array;
  /** Per resource: unit-minutes in line, busy while open, busy while closed, open; greatest line. */
  readonly queueArea: Float64Array;
  readonly busyArea: Float64Array;
  readonly overtimeArea: Float64Array;
  readonly openArea: Float64Array;
  readonly queueMax: Int32Array;
  /** Per resource: sum of the waits, cut to the window: Little's law says that it equals `queueArea`. */
  readonly waited: Float64Array;

  readonly #list: EventList;
  readonly #entities: Entities;
  readonly #clock: Float64Array;
  readonly #window: Window;
  readonly #decisions: Decisions;
  readonly #durations: Durations;
  readonly #observer: Observer | undefined;
  readonly #activities: readonly Activity[];
  readonly #timers: number;

  readonly #units: Int32Array;
  readonly #free: Int32Array;
  readonly #isOpen: Uint8Array;
  readonly #queue: Int32Array;
  readonly #since: Float64Array;

  /** Needs of activity a: `[needStart[a], needStart[a + 1])` of resource and units. */
  readonly #needStart: Int32Array;
  readonly #needResource: Int32Array;
  readonly #needUnits: Int32Array;
  readonly #holds: Uint8Array;
  readonly #duration: Int32Array;
  readonly #priority: Int32Array;
  readonly #levels: number;

  /** Lines by activity * levels + level. */
  readonly #head: Int32Array;
  readonly #tail: Int32Array;

  /** Groups of resources that some activity joins: activities of group g are `[groupStart[g], groupStart[g + 1])` of `groupActivities`. */
  readonly #groupOf: Int32Array;
  readonly #groupStart: Int32Array;
  readonly #groupActivities: Int32Array;
  readonly #groupOfActivity: Int32Array;
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
      clock: Float64Array;
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
    this.#activities = activities;
    const doubles = (): Float64Array => new Float64Array(resources.length);
    this.queueArea = doubles();
    this.busyArea = doubles();
    this.overtimeArea = doubles();
    this.openArea = doubles();
    this.waited = doubles();
    this.queueMax = new Int32Array(resources.length);
    this.#since = doubles().fill(parts.window.bounds[0] as number);
    this.#units = Int32Array.from(resources, (resource) => resource.units);
    this.#free = Int32Array.from(this.#units);
    this.#isOpen = new Uint8Array(resources.length).fill(1);
    this.#queue = new Int32Array(resources.length);

    const needs = activities.map((activity) => activity.needs);
    this.#needStart = Int32Array.from([0, ...runningSums(needs.map((need) => need.length))]);
    this.#needResource = Int32Array.from(needs.flat(), (need) => need.resource);
    this.#needUnits = Int32Array.from(needs.flat(), (need) => need.units);
    this.#holds = Uint8Array.from(activities, (activity) => (activity.takes === undefined ? 1 : 0));
    this.#duration = Int32Array.from(activities, (activity) =>
      activity.takes === undefined ? none : parts.durations.enter(activity.takes),
    );
    this.#priority = Int32Array.from(activities, (activity) => parts.tables.ofIndex(activity.priority));
    this.#levels = model.priorities;
    this.#head = new Int32Array(activities.length * this.#levels).fill(none);
    this.#tail = new Int32Array(activities.length * this.#levels).fill(none);
    this.figures = new Float64Array(activities.length * activityWidth);
    this.priorityStart = Int32Array.from(activities, (_, index) => index * this.#levels * 2);
    this.byPriority = new Float64Array(activities.length * this.#levels * 2);

    this.#groupOf = groupsOf(model);
    const groups = Math.max(-1, ...this.#groupOf) + 1;
    this.#groupOfActivity = Int32Array.from(needs, (need) =>
      need.length === 0 ? none : (this.#groupOf[present(need[0], 'a need').resource] as number),
    );
    const activitiesOf = byGroup(groups, this.#groupOfActivity);
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
    const group = this.#groupOfActivity[activity] as number;
    if (group === none) {
      this.#start(node, 0);
      return;
    }
    const level = this.#decisions.choose(slot, this.#priority[activity] as number);
    list.number(node);
    this.#join(activity * this.#levels + level, node);
    this.#lengthen(activity, 1);
    this.#touch(group);
  }

  /** The state is left: a waiting request leaves the line, a running activity stops and frees its units, a held grant is freed. */
  end(slot: number, activity: number): void {
    const register = slot * this.#entities.registers + this.#timers + activity;
    const node = this.#entities.register[register] as number;
    if (node === none) return;
    this.#entities.register[register] = none;
    if (node === held) {
      this.#freeUnits(activity);
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
      this.#freeUnits(activity);
    } else {
      this.#leave(node);
      this.#lengthen(activity, -1);
      this.#addWait(activity, node);
    }
    this.#list.recycle(node);
  }

  /** The completion (or grant) of `node` is due: units are freed unless they are held. The node is recycled. */
  complete(node: number): void {
    const slot = this.#list.owner[node] as number;
    const activity = this.#list.what[node] as number;
    const register = slot * this.#entities.registers + this.#timers + activity;
    if (this.#holds[activity] === 1) {
      this.#entities.register[register] = held;
    } else {
      this.#entities.register[register] = none;
      this.#freeUnits(activity);
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
    this.#isOpen[resource] = isOpen ? 1 : 0;
    if (isOpen && this.#groupOf[resource] !== none) this.#touch(this.#groupOf[resource] as number);
  }

  /** Starts whoever can start now: called when everything of an instant has happened. */
  seize(): void {
    for (let at = 0; at < this.#dirtyCount; at++) {
      const group = this.#dirty[at] as number;
      this.#isDirty[group] = 0;
      this.#seizeGroup(group);
    }
    this.#dirtyCount = 0;
  }

  /** Brings all areas up to now, and adds the waits that are not over to the sums: the run is at its end. */
  close(): void {
    for (let resource = 0; resource < this.#units.length; resource++) this.#advance(resource);
    for (let activity = 0; activity < this.#activities.length; activity++) {
      for (let level = 0; level < this.#levels; level++) {
        for (
          let node = this.#head[activity * this.#levels + level] as number;
          node !== none;
          node = this.#list.next[node] as number
        )
          this.#addWait(activity, node);
      }
    }
  }

  /** Adds the units that the entity in `slot` has seized to `busy`, by resource. */
  addHeld(slot: number, busy: Float64Array): void {
    const first = slot * this.#entities.registers + this.#timers;
    for (let activity = 0; activity < this.#activities.length; activity++) {
      const node = this.#entities.register[first + activity] as number;
      if (node === none || (node !== held && !this.#list.isPlanned(node))) continue;
      for (
        let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number;
        at < end;
        at++
      ) {
        const resource = this.#needResource[at] as number;
        busy[resource] = (busy[resource] as number) + (this.#needUnits[at] as number);
      }
    }
  }

  /** Units in use now. */
  busy(resource: number): number {
    return (this.#units[resource] as number) - (this.#free[resource] as number);
  }

  #touch(group: number): void {
    if (this.#isDirty[group] === 1) return;
    this.#isDirty[group] = 1;
    this.#dirty[this.#dirtyCount++] = group;
  }

  #seizeGroup(group: number): void {
    if (this.#inLine[group] === 0) return;
    const from = this.#groupStart[group] as number;
    const to = this.#groupStart[group + 1] as number;
    if (to - from === 1) this.#seizeFor(this.#groupActivities[from] as number, group);
    else this.#seizeAmong(from, to, group);
    if ((this.#inLine[group] as number) > 0) this.#noteGreatestLines(group);
  }

  /** Only one activity asks for these resources: its lines are served until it cannot start. */
  #seizeFor(activity: number, group: number): void {
    for (let level = 0; level < this.#levels; level++) {
      for (
        let node = this.#head[activity * this.#levels + level] as number;
        node !== none;
        node = this.#head[activity * this.#levels + level] as number
      ) {
        if (!this.#canStart(activity)) return;
        this.#grant(node, activity, level, group);
      }
    }
  }

  /** Several activities ask: their lines are merged by priority and time of request. */
  #seizeAmong(from: number, to: number, group: number): void {
    for (let at = from; at < to; at++) this.#blocked[this.#groupActivities[at] as number] = 0;
    for (let level = 0; level < this.#levels && (this.#inLine[group] as number) > 0;) {
      const activity = this.#firstInLine(from, to, level);
      if (activity === none) level++;
      else if (this.#canStart(activity))
        this.#grant(this.#head[activity * this.#levels + level] as number, activity, level, group);
      else this.#blocked[activity] = 1;
    }
  }

  #grant(node: number, activity: number, level: number, group: number): void {
    this.#leave(node);
    this.#inLine[group] = (this.#inLine[group] as number) - 1;
    this.#addWait(activity, node);
    this.#takeUnits(activity);
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

  #canStart(activity: number): boolean {
    for (let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number; at < end; at++) {
      const resource = this.#needResource[at] as number;
      if (this.#isOpen[resource] === 0 || (this.#free[resource] as number) < (this.#needUnits[at] as number))
        return false;
    }
    return true;
  }

  /** The request of `node` is granted: its completion is planned, at once if it only holds. */
  #start(node: number, level: number): void {
    const list = this.#list;
    const slot = list.owner[node] as number;
    const activity = list.what[node] as number;
    const duration = this.#duration[activity] as number;
    let minutes = 0;
    if (duration !== none) {
      this.#durations.draw(slot, duration);
      minutes = this.#durations.value[0] as number;
    }
    const now = this.#clock[0] as number;
    if (this.#entities.counted[slot] === 1) {
      const wait = now - (list.time[node] as number);
      const figures = this.figures;
      const at = activity * activityWidth;
      const begun = (figures[at] as number) + 1;
      figures[at] = begun;
      figures[at + 1] = (figures[at + 1] as number) + (wait - (figures[at + 1] as number)) / begun;
      if (wait > 0) figures[at + 2] = (figures[at + 2] as number) + 1;
      figures[at + 3] = (figures[at + 3] as number) + (minutes - (figures[at + 3] as number)) / begun;
      const place = (this.priorityStart[activity] as number) + level * 2;
      const members = (this.byPriority[place] as number) + 1;
      this.byPriority[place] = members;
      this.byPriority[place + 1] =
        (this.byPriority[place + 1] as number) + (wait - (this.byPriority[place + 1] as number)) / members;
    }
    list.time[node] = now + minutes;
    list.plan(node);
    this.#observer?.happened(Happening.begun, now, this.#entities.number[slot] as number, activity);
  }

  /** The units that an activity needs go from the line into use. */
  #takeUnits(activity: number): void {
    for (let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number; at < end; at++) {
      const resource = this.#needResource[at] as number;
      this.#advance(resource);
      this.#queue[resource] = (this.#queue[resource] as number) - 1;
      this.#free[resource] = (this.#free[resource] as number) - (this.#needUnits[at] as number);
    }
  }

  #freeUnits(activity: number): void {
    const group = this.#groupOfActivity[activity] as number;
    if (group === none) return;
    for (let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number; at < end; at++) {
      const resource = this.#needResource[at] as number;
      this.#advance(resource);
      this.#free[resource] = (this.#free[resource] as number) + (this.#needUnits[at] as number);
    }
    this.#touch(group);
  }

  #lengthen(activity: number, by: number): void {
    const group = this.#groupOfActivity[activity] as number;
    this.#inLine[group] = (this.#inLine[group] as number) + by;
    for (let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number; at < end; at++) {
      const resource = this.#needResource[at] as number;
      this.#advance(resource);
      this.#queue[resource] = (this.#queue[resource] as number) + by;
    }
  }

  /** Lines are measured when an instant is over, so that who starts at once was never in line. */
  #noteGreatestLines(group: number): void {
    const now = this.#clock[0] as number;
    if (now < (this.#window.bounds[0] as number) || now >= (this.#window.bounds[1] as number)) return;
    for (let at = this.#memberStart[group] as number, end = this.#memberStart[group + 1] as number; at < end; at++) {
      const resource = this.#members[at] as number;
      if ((this.#queue[resource] as number) > (this.queueMax[resource] as number))
        this.queueMax[resource] = this.#queue[resource] as number;
    }
  }

  /** Adds the wait of `node` until now, cut to the window, to the sums of the resources it waits for. */
  #addWait(activity: number, node: number): void {
    const bounds = this.#window.bounds;
    const wait =
      Math.min(this.#clock[0] as number, bounds[1] as number) -
      Math.max(this.#list.time[node] as number, bounds[0] as number);
    if (!(wait > 0)) return;
    for (let at = this.#needStart[activity] as number, end = this.#needStart[activity + 1] as number; at < end; at++) {
      const resource = this.#needResource[at] as number;
      this.waited[resource] = (this.waited[resource] as number) + wait;
    }
  }

  /** Brings the areas of a resource up to now, cut to the window. */
  #advance(resource: number): void {
    const now = Math.min(this.#clock[0] as number, this.#window.bounds[1] as number);
    const passed = now - (this.#since[resource] as number);
    if (passed <= 0) return;
    this.#since[resource] = now;
    const busy = (this.#units[resource] as number) - (this.#free[resource] as number);
    this.queueArea[resource] = (this.queueArea[resource] as number) + passed * (this.#queue[resource] as number);
    if (this.#isOpen[resource] === 1) {
      this.busyArea[resource] = (this.busyArea[resource] as number) + passed * busy;
      this.openArea[resource] = (this.openArea[resource] as number) + passed;
    } else {
      this.overtimeArea[resource] = (this.overtimeArea[resource] as number) + passed * busy;
    }
  }

  #join(line: number, node: number): void {
    const list = this.#list;
    const tail = this.#tail[line] as number;
    list.line[node] = line;
    list.previous[node] = tail;
    list.next[node] = none;
    if (tail === none) this.#head[line] = node;
    else list.next[tail] = node;
    this.#tail[line] = node;
  }

  #leave(node: number): void {
    const list = this.#list;
    const line = list.line[node] as number;
    const previous = list.previous[node] as number;
    const next = list.next[node] as number;
    if (previous === none) this.#head[line] = next;
    else list.next[previous] = next;
    if (next === none) this.#tail[line] = previous;
    else list.previous[next] = previous;
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
