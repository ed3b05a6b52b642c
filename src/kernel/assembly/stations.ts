import { clock } from './clock';
import { Choice, choose } from './decisions';
import { Duration } from './durations';
import { Entity, isNode, nodeIn, Register } from './entities';
import { list, Node, Rank } from './event-list';
import { give, Sign } from './followers';
import { Happening, note } from './log';
import { allocate } from './memory';

/** Limited means: units that are alike, and how they and their line were used within the window. */
@unmanaged
export class Resource {
  units: i32;
  free: i32;
  isOpen: bool;
  /** Requests in line, and the most there were at the end of an instant. */
  queue: i32;
  queueMax: i32;
  /** The group of resources that some activity asks for together with this one; null: nobody asks for it. */
  group: Group | null;
  /** Instant up to which the areas are brought. */
  since: f64;
  /** Integrals over the window, in unit-minutes: in line; busy while open; busy while closed. Minutes open. */
  queueArea: f64;
  busyArea: f64;
  overtime: f64;
  openTime: f64;
  /** Sum of the waits, cut to the window: Little's law says that it equals `queueArea`. */
  waited: f64;
  /** Units that were found to be held when the run was closed. */
  held: i32;

  /** Opens or closes it: closed, nobody starts; work begun goes on. */
  open(isOpen: bool): void {
    this.advance();
    this.isOpen = isOpen;
    const group = this.group;
    if (isOpen && group !== null) group.touch();
  }

  /** Brings the areas up to now. */
  advance(): void {
    const now = min(clock.now, clock.to);
    const passed = now - this.since;
    if (passed <= 0) return;
    this.since = now;
    this.queueArea += passed * <f64>this.queue;
    const busy = passed * <f64>(this.units - this.free);
    if (this.isOpen) {
      this.busyArea += busy;
      this.openTime += passed;
    } else {
      this.overtime += busy;
    }
  }
}

/** Units of a resource that an activity needs. */
@unmanaged
class Need {
  resource: Resource;
  units: i32;
}

/** The requests for an activity at one priority that wait, and the figures of those that began. */
@unmanaged
class Line {
  head: Node | null;
  tail: Node | null;
  /** Of counted entities: begun; minutes waited; how many waited at all; minutes of service. */
  begun: f64;
  wait: f64;
  waited: f64;
  service: f64;

  join(node: Node): void {
    const tail = this.tail;
    node.previous = tail;
    node.next = null;
    if (tail === null) this.head = node;
    else tail.next = node;
    this.tail = node;
  }

  leave(node: Node): void {
    const previous = node.previous;
    const next = node.next;
    if (previous === null) this.head = next;
    else previous.next = next;
    if (next === null) this.tail = previous;
    else next.previous = previous;
  }
}

/** What an entity asks resources for: units seized together, kept for a duration or until its state is left. */
@unmanaged
export class Activity {
  index: i32;
  /** Offset of its register. */
  register: usize;
  /** Event that its completion, or its grant, is. */
  done: i32;
  /** Null: it only holds, until the end. */
  duration: Duration | null;
  /** Leads to the rank of its priority, 0 first; null: rank 0. */
  priority: Choice | null;
  needs: usize;
  needCount: i32;
  /** Lines by rank of priority. */
  lines: usize;
  /** Null: it needs nobody. */
  group: Group | null;
  /** It cannot start any more in the seizing under way. */
  isBlocked: bool;
  /** What an entity gives when it begins. */
  sign: Sign | null;

  /** The entity asks for it: it stands in line from now on, or begins at once if nobody is needed. */
  begin(entity: Entity): void {
    assert(entity.register(this.register) == Register.none, 'an activity is asked for once at a time');
    const node = list.make(changetype<usize>(entity), 0);
    entity.setRegister(this.register, changetype<usize>(node));
    note(Happening.requested, entity.number, this.index);
    node.time = clock.now;
    const group = this.group;
    if (group === null) {
      this.start(node, this.line(0));
      return;
    }
    list.number(node, Rank.waiting);
    // It keeps its line: what its priority hangs on may be written while it waits.
    const line = this.line(this.rankOf(entity));
    node.what = changetype<usize>(line);
    line.join(node);
    this.lengthen(1);
    group.touch();
  }

  /** The state is left: a waiting request leaves the line, a running activity stops and frees its units, held units are freed. */
  end(entity: Entity): void {
    const register = entity.register(this.register);
    if (register == Register.none) return;
    entity.setRegister(this.register, Register.none);
    if (register == Register.held) {
      this.freeUnits();
      note(Happening.freed, entity.number, this.index);
      return;
    }
    note(Happening.cancelled, entity.number, this.index);
    const node = nodeIn(register);
    if (node.rank != Rank.waiting) {
      list.cancel(node);
      this.freeUnits();
      return;
    }
    changetype<Line>(node.what).leave(node);
    this.lengthen(-1);
    this.addWait(node);
    list.recycle(node);
  }

  /** Its completion or grant is due: its units are freed unless they are held. */
  complete(entity: Entity, node: Node): void {
    if (this.duration === null) {
      entity.setRegister(this.register, Register.held);
    } else {
      entity.setRegister(this.register, Register.none);
      this.freeUnits();
    }
    note(Happening.completed, entity.number, this.index);
    list.recycle(node);
  }

  /** The first in line at a rank. */
  firstAt(rank: i32): Node | null {
    return this.line(rank).head;
  }

  canStart(): bool {
    for (let index = 0; index < this.needCount; index++) {
      const need = this.need(index);
      if (!need.resource.isOpen || need.resource.free < need.units) return false;
    }
    return true;
  }

  /** A request in line gets what it asks for. */
  grant(node: Node, rank: i32): void {
    const line = this.line(rank);
    line.leave(node);
    this.addWait(node);
    for (let index = 0; index < this.needCount; index++) {
      const need = this.need(index);
      need.resource.advance();
      need.resource.queue--;
      need.resource.free -= need.units;
    }
    this.start(node, line);
  }

  /** Books are closed: waits that are not over are added. */
  close(): void {
    for (let rank = 0; rank < stations.ranks; rank++) {
      let node = this.firstAt(rank);
      while (node !== null) {
        this.addWait(node);
        node = node.next;
      }
    }
  }

  /** Counts the units that an entity has seized, when books are closed. */
  countHeld(entity: Entity): void {
    const register = entity.register(this.register);
    if (register == Register.none || (isNode(register) && nodeIn(register).rank == Rank.waiting)) return;
    for (let index = 0; index < this.needCount; index++) this.need(index).resource.held += this.need(index).units;
  }

  need(index: i32): Need {
    return changetype<Need>(this.needs + <usize>index * offsetof<Need>());
  }

  line(rank: i32): Line {
    return changetype<Line>(this.lines + <usize>rank * offsetof<Line>());
  }

  private rankOf(entity: Entity): i32 {
    const priority = this.priority;
    return priority === null ? 0 : <i32>choose(entity, priority).index;
  }

  /** Its end is planned: at once if it only holds. */
  private start(node: Node, line: Line): void {
    const entity = changetype<Entity>(node.owner);
    const duration = this.duration;
    const minutes = duration === null ? 0 : duration.draw(entity);
    if (entity.isCounted) {
      const wait = clock.now - node.time;
      line.begun += 1;
      line.wait += wait;
      if (wait > 0) line.waited += 1;
      line.service += minutes;
    }
    node.time = clock.now + minutes;
    node.what = changetype<usize>(this);
    list.plan(node, Rank.completion);
    note(Happening.begun, entity.number, this.index);
    const sign = this.sign;
    if (sign !== null) give(entity, sign);
  }

  private freeUnits(): void {
    const group = this.group;
    if (group === null) return;
    for (let index = 0; index < this.needCount; index++) {
      const need = this.need(index);
      need.resource.advance();
      need.resource.free += need.units;
    }
    group.touch();
  }

  private lengthen(by: i32): void {
    for (let index = 0; index < this.needCount; index++) {
      const resource = this.need(index).resource;
      resource.advance();
      resource.queue += by;
    }
  }

  /** Adds the wait of `node` until now, cut to the window, to the sums of the resources it waits for. */
  private addWait(node: Node): void {
    const wait = clock.within(node.time);
    if (wait > 0) for (let index = 0; index < this.needCount; index++) this.need(index).resource.waited += wait;
  }
}

/** Resources that activities ask for together, with these activities. Two groups have nothing to do with each other. */
@unmanaged
export class Group {
  activities: usize;
  activityCount: i32;
  resources: usize;
  resourceCount: i32;
  private isTouched: bool;

  /** Something has changed: who can start has to be looked at when the instant is over. */
  touch(): void {
    if (this.isTouched) return;
    this.isTouched = true;
    stations.touch(this);
  }

  /** Starts whoever can start now. */
  seize(): void {
    this.isTouched = false;
    if (this.activityCount == 1) this.seizeFor(this.activity(0));
    else this.seizeAmong();
    if (clock.isOpen()) this.noteGreatestLines();
  }

  /** Only one activity asks for these resources: its lines are served until it cannot start. */
  private seizeFor(activity: Activity): void {
    for (let rank = 0; rank < stations.ranks; rank++) {
      for (let node = activity.firstAt(rank); node !== null; node = activity.firstAt(rank)) {
        if (!activity.canStart()) return;
        activity.grant(node as Node, rank);
      }
    }
  }

  /** Several activities ask: their lines are merged by priority and time of request; one that cannot start does not hold up another that can. */
  private seizeAmong(): void {
    for (let index = 0; index < this.activityCount; index++) this.activity(index).isBlocked = false;
    let rank = 0;
    while (rank < stations.ranks) {
      const activity = this.firstInLine(rank);
      if (activity === null) rank++;
      else if (activity.canStart()) activity.grant(activity.firstAt(rank) as Node, rank);
      else activity.isBlocked = true;
    }
  }

  /** The activity whose line of this rank has waited longest, among those that are not blocked. */
  private firstInLine(rank: i32): Activity | null {
    let first: Activity | null = null;
    let tie = u64.MAX_VALUE;
    for (let index = 0; index < this.activityCount; index++) {
      const activity = this.activity(index);
      const node = activity.firstAt(rank);
      if (node === null || activity.isBlocked || node.tie >= tie) continue;
      tie = node.tie;
      first = activity;
    }
    return first;
  }

  /** Lines are measured when an instant is over, so that who starts at once was never in line. */
  private noteGreatestLines(): void {
    for (let index = 0; index < this.resourceCount; index++) {
      const resource = changetype<Resource>(load<usize>(this.resources + ((<usize>index) << 2)));
      resource.queueMax = max(resource.queueMax, resource.queue);
    }
  }

  private activity(index: i32): Activity {
    return changetype<Activity>(load<usize>(this.activities + ((<usize>index) << 2)));
  }
}

/** All stations: who starts is decided for the groups that something has changed in, when everything of an instant has happened. */
@unmanaged
export class Stations {
  /** Number of priorities: one order for all activities, since they may meet in a line. */
  ranks: i32;
  touched: usize;
  private touchedCount: i32;
  activities: usize;
  activityCount: i32;

  activity(index: i32): Activity {
    return changetype<Activity>(load<usize>(this.activities + ((<usize>index) << 2)));
  }

  touch(group: Group): void {
    store<usize>(this.touched + ((<usize>this.touchedCount) << 2), changetype<usize>(group));
    this.touchedCount++;
  }

  seize(): void {
    for (let index = 0; index < this.touchedCount; index++)
      changetype<Group>(load<usize>(this.touched + ((<usize>index) << 2))).seize();
    this.touchedCount = 0;
  }
}

export const stations = changetype<Stations>(memory.data(offsetof<Stations>(), 8));

/** Says how many ranks of priorities and groups there are; before any of them is entered. */
export function setUpStations(ranks: i32, groups: i32): void {
  stations.ranks = ranks;
  stations.touched = allocate((<usize>groups) << 2);
}

/** Enters a group; what belongs to it is said by `setUpGroup`. */
export function addGroup(): Group {
  return changetype<Group>(allocate(offsetof<Group>()));
}

/** Says which activities ask for which resources of a group: lists of pointers. */
export function setUpGroup(
  group: Group,
  activities: usize,
  activityCount: i32,
  resources: usize,
  resourceCount: i32,
): void {
  group.activities = activities;
  group.activityCount = activityCount;
  group.resources = resources;
  group.resourceCount = resourceCount;
}

/** Enters a resource. */
export function addResource(units: i32, group: Group | null): Resource {
  const resource = changetype<Resource>(allocate(offsetof<Resource>()));
  resource.units = units;
  resource.group = group;
  return resource;
}

/** Enters an activity; `needs` are pairs of a resource and a number of units. */
export function addActivity(
  index: i32,
  register: usize,
  done: i32,
  duration: Duration | null,
  priority: Choice | null,
  group: Group | null,
  needs: usize,
  needCount: i32,
): Activity {
  const activity = changetype<Activity>(allocate(offsetof<Activity>()));
  activity.index = index;
  activity.register = register;
  activity.done = done;
  activity.duration = duration;
  activity.priority = priority;
  activity.group = group;
  activity.needs = needs;
  activity.needCount = needCount;
  activity.lines = allocate(<usize>stations.ranks * offsetof<Line>());
  return activity;
}

/** Says which sign an entity gives when it begins an activity. */
export function signActivity(activity: Activity, sign: Sign): void {
  activity.sign = sign;
}

/** Says which activities there are: pointers. */
export function setActivities(activities: usize, count: i32): void {
  stations.activities = activities;
  stations.activityCount = count;
}

/** Begins a run for a resource: nobody has seized a unit, and it is open until a calendar says otherwise. */
export function beginResource(resource: Resource): void {
  resource.free = resource.units;
  resource.isOpen = true;
  resource.since = clock.from;
}

/** Closes the books of a resource, and of an activity. */
export function closeResource(resource: Resource): void {
  resource.advance();
}

export function closeActivity(activity: Activity): void {
  activity.close();
}

export function resourceQueue(resource: Resource): i32 {
  return resource.queue;
}

export function resourceQueueMax(resource: Resource): i32 {
  return resource.queueMax;
}

export function resourceQueueArea(resource: Resource): f64 {
  return resource.queueArea;
}

export function resourceWaited(resource: Resource): f64 {
  return resource.waited;
}

export function resourceBusyArea(resource: Resource): f64 {
  return resource.busyArea;
}

export function resourceOpenTime(resource: Resource): f64 {
  return resource.openTime;
}

export function resourceOvertime(resource: Resource): f64 {
  return resource.overtime;
}

/** Units in use by the count of what is free, and by that of what entities hold: they must be equal when books are closed. */
export function resourceBusy(resource: Resource): i32 {
  return resource.units - resource.free;
}

export function resourceHeld(resource: Resource): i32 {
  return resource.held;
}

export function activityBegun(activity: Activity, rank: i32): f64 {
  return activity.line(rank).begun;
}

export function activityWait(activity: Activity, rank: i32): f64 {
  return activity.line(rank).wait;
}

export function activityWaited(activity: Activity, rank: i32): f64 {
  return activity.line(rank).waited;
}

export function activityService(activity: Activity, rank: i32): f64 {
  return activity.line(rank).service;
}
