import { Arrival, arrivals, Berth, nextKey } from './arrivals';
import { clock } from './clock';
import { columns } from './columns';
import { decisions, Guard, holds, peek } from './decisions';
import { entities, Entity } from './entities';
import { list, Node, Rank } from './event-list';
import { Fee } from './fees';
import { followers, give, Sign } from './followers';
import { charges, reaches, stepBegins, stepEnds } from './host';
import { Happening, log, note } from './log';
import { memoryEnd } from './memory';
import { Milestone } from './milestones';
import { Calendar } from './openings';
import { Op } from './operations';
import { records } from './records';
import { Activity, stations } from './stations';
import { notedMax, Reason, stop } from './stop';
import { Timer } from './timers';

/** How a run stands. */
namespace Status {
  /** It can go on. */
  export const going: i32 = 0;
  /** Every counted entity has ended, or the limit is reached. */
  export const over: i32 = 1;
  /** It cannot go on: see `Stop`. */
  export const stopped: i32 = 2;
}

/** Events of one instant after which steps of single entities are counted: most instants have one. */
const longInstant = 10_000;

/** Steps of one entity within an instant that stop the run as endless; at the last of these it is noted where it is. */
const stepsMax = 10_000;
const stepsNoted = stepsMax - notedMax;

/** The first few entities are watched in every run that watches any. */
const watchedFirst = 3;

/** Minutes that a run goes on at most for the last of so many entities: a year. */
const drain: f64 = 365 * 1440;

/** One run over integer tables: the clock goes from instant to instant, programs move entities, stations decide who begins. */
@unmanaged
class Run {
  /** Addresses of programs (u32) by configuration and event, 0 where the event is dropped; how many events there are. */
  go: usize;
  events: i32;
  start: usize;
  /** 1 (u8) for each configuration in which the flow has ended. */
  done: usize;
  /** Event that a conveyance's arrival is, or -1. */
  arrived: i32;
  /** Offsets of the instants of creation and of the end. */
  createdAt: usize;
  endedAt: usize;
  /** How many entities are counted at most. */
  countMax: i32;
  /** Bytes of memory at which the run is stopped. */
  memoryMax: usize;
  /** One in so many entities is watched, and the first few; 0: none. */
  watchEvery: i32;

  created: i32;
  inSystem: i32;
  /** Counted entities that have not ended. */
  open: i32;
  /** Latest arrival of a counted entity. */
  private lastArrival: f64;
  /** Where the run is ended. */
  limit: f64;
  /** Little's law: the integral of the number in the system, and the sum of the stays, both cut to the window. */
  population: f64;
  private populationSince: f64;
  stays: f64;
  /** Events of the instant under way. */
  private atOnce: i32;
  /** Entities found in the system when the books are closed. */
  private found: i32;

  /** Goes on for at most so many events, and stops between two of them; sooner where the host has to take log or records. */
  goOn(events: i32): i32 {
    for (let left = events; left > 0; left--) {
      if (stop.reason != Reason.none) return Status.stopped;
      if (!list.isDueAt(clock.now)) {
        // All of the instant has happened. Who begins now may end now, without a duration: then it goes on.
        stations.seize();
        if (!list.isDueAt(clock.now)) {
          if (this.isOver()) return Status.over;
          if (log.isFull() || records.isFull()) return Status.going;
          assert(list.pending > 0, 'there is always another arrival');
          clock.now = min(list.firstTime(), this.limit);
          if (clock.now == this.limit && !list.isDueAt(this.limit)) return Status.over;
          this.atOnce = 0;
        }
      }
      this.atOnce++;
      this.happen(list.take());
    }
    return Status.going;
  }

  private happen(node: Node): void {
    const owner = changetype<Entity>(node.owner);
    switch (node.rank) {
      case Rank.completion: {
        const activity = changetype<Activity>(node.what);
        activity.complete(owner, node);
        this.step(owner, activity.done);
        return;
      }
      case Rank.delay:
      case Rank.deadline: {
        const timer = changetype<Timer>(node.what);
        timer.fire(owner, node);
        this.step(owner, timer.event);
        return;
      }
      case Rank.arrival:
        this.receive(node);
        return;
      default:
        changetype<Calendar>(node.owner).change(node);
    }
  }

  private receive(node: Node): void {
    const berth = changetype<Berth>(node.owner);
    switch (<i32>node.what) {
      case Arrival.entity:
        this.enter(clock.now);
        arrivals.planEntity(node);
        return;
      case Arrival.announced:
        arrivals.announce(berth);
        arrivals.planAnnouncement(node);
        return;
      case Arrival.departed:
        berth.makeRoom();
        for (let each = 0; each < berth.carried; each++) {
          arrivals.nextEntity();
          const entity = this.enter(berth.arrivesAt);
          berth.passenger(each).entity = changetype<usize>(entity);
          berth.passenger(each).number = this.created - 1;
        }
        arrivals.planArrival(node, berth);
        return;
      default:
        for (let each = 0; each < berth.carried; each++) {
          const entity = changetype<Entity>(berth.passenger(each).entity);
          if (entity.number == berth.passenger(each).number && this.arrived >= 0) this.step(entity, this.arrived);
        }
        arrivals.leave(berth);
        list.recycle(node);
    }
  }

  /** An entity enters: its columns are drawn and its flow begins. */
  private enter(arrival: f64): Entity {
    const entity = entities.make();
    const number = this.created++;
    entity.number = number;
    entity.arrival = arrival;
    entity.take(nextKey);
    entity.setValue(this.createdAt, clock.now);
    this.countIn(entity);
    this.populate(1);
    if (memoryEnd() > this.memoryMax) stop.set(Reason.overflow, 0, number);
    note(Happening.created, number, 0, entity.isCounted ? 1 : 0);
    columns.draw(entity);
    decisions.step++;
    entity.isWatched = this.watchEvery > 0 && (number < watchedFirst || number % this.watchEvery == 0);
    if (entity.isWatched) stepBegins(changetype<usize>(entity), -1);
    this.follow(entity, this.start);
    return entity;
  }

  /** The entity receives an event; one without a listener is dropped. */
  private step(entity: Entity, event: i32): void {
    const program = load<u32>(this.go + ((<usize>(entity.configuration * this.events + event)) << 2));
    decisions.step++;
    if (this.atOnce > longInstant) this.countStep(entity);
    if (entity.isWatched) stepBegins(changetype<usize>(entity), event);
    if (program != 0) this.follow(entity, program);
    else if (entity.isWatched) stepEnds(changetype<usize>(entity));
  }

  /** Follows a program to its end. */
  private follow(entity: Entity, program: usize): void {
    let at = program;
    for (;;) {
      const operand = load<usize>(at, 4);
      switch (load<i32>(at)) {
        case Op.test:
          at = holds(entity, changetype<Guard>(operand)) ? at + 12 : load<usize>(at, 8);
          continue;
        case Op.reach:
          changetype<Milestone>(operand).reach(entity);
          if (entity.isWatched) reaches(changetype<Milestone>(operand).index);
          at += 8;
          continue;
        case Op.arm:
          changetype<Timer>(operand).arm(entity);
          at += 8;
          continue;
        case Op.disarm:
          changetype<Timer>(operand).disarm(entity);
          at += 8;
          continue;
        case Op.begin:
          changetype<Activity>(operand).begin(entity);
          at += 8;
          continue;
        case Op.end:
          changetype<Activity>(operand).end(entity);
          at += 8;
          continue;
        case Op.set:
          entity.setLevel(operand, load<i32>(at, 8));
          at += 12;
          continue;
        case Op.copy:
          entity.setLevel(operand, entity.level(load<usize>(at, 8)));
          at += 12;
          continue;
        case Op.charge:
          changetype<Fee>(operand).charge(entity, 1);
          if (entity.isWatched) charges(changetype<Fee>(operand).index);
          at += 8;
          continue;
        case Op.ask:
          store<u8>(load<usize>(at, 8), u8(peek(entity, changetype<Guard>(operand))));
          at += 12;
          continue;
        case Op.sign:
          give(entity, changetype<Sign>(load<usize>(at, 8)));
        // And so it ends.
        default:
          entity.configuration = <i32>operand;
          note(Happening.entered, entity.number, <i32>operand);
          if (entity.isWatched) stepEnds(changetype<usize>(entity));
          if (load<u8>(this.done + operand) == 1) this.leave(entity);
          return;
      }
    }
  }

  /** The flow has ended for the entity. */
  private leave(entity: Entity): void {
    entity.setValue(this.endedAt, clock.now);
    note(Happening.ended, entity.number, 0);
    if (entity.isCounted) {
      records.take(entity, true);
      followers.take(entity, true);
      this.open--;
    }
    this.populate(-1);
    this.addStay(entity);
    entities.recycle(entity);
  }

  private countIn(entity: Entity): void {
    const arrival = entity.arrival;
    entity.isCounted = records.counted < this.countMax && arrival >= clock.from && arrival < clock.to;
    if (!entity.isCounted) return;
    this.open++;
    this.lastArrival = max(this.lastArrival, arrival);
    if (++records.counted < this.countMax) return;
    // The window ends with the arrival of the last that is counted.
    clock.to = this.lastArrival;
    this.limit = clock.to + drain;
  }

  /** Counts the steps of an entity in an instant that has lasted long. */
  private countStep(entity: Entity): void {
    if (entity.loopedAt != clock.now) {
      entity.loopedAt = clock.now;
      entity.loops = 0;
    }
    if (++entity.loops > stepsNoted) stop.note(entity.number, entity.configuration);
    if (entity.loops > stepsMax) stop.set(Reason.endlessInstant, stop.noted, entity.number);
  }

  /** True when every counted entity has ended. */
  private isOver(): bool {
    return this.open == 0 && clock.now >= clock.to;
  }

  private populate(by: i32): void {
    const now = min(clock.now, clock.to);
    const passed = now - max(this.populationSince, clock.from);
    if (passed > 0) this.population += <f64>this.inSystem * passed;
    this.populationSince = now;
    this.inSystem += by;
  }

  private addStay(entity: Entity): void {
    const stay = clock.within(entity.value(this.createdAt));
    if (stay > 0) this.stays += stay;
  }

  /** Closes the books of the system. A run that was stopped has kept figures up to now. */
  close(): void {
    if (stop.reason != Reason.none) clock.to = max(clock.from, min(clock.to, clock.now));
    this.populate(0);
    entities.each((entity) => run.closeEntity(entity));
    followers.settle();
    assert(this.found == this.inSystem, 'created = ended + in the system');
    assert(records.counted - records.ended == this.open, 'counted = ended + unfinished');
  }

  /** An entity is left unfinished. */
  closeEntity(entity: Entity): void {
    this.found++;
    this.addStay(entity);
    for (let index = 0; index < stations.activityCount; index++) stations.activity(index).countHeld(entity);
    if (!entity.isCounted) return;
    records.take(entity, false);
    followers.take(entity, false);
    records.oldest = max(records.oldest, clock.now - entity.arrival);
  }
}

const run = changetype<Run>(memory.data(offsetof<Run>(), 8));

/**
 * Says how entities move: addresses of programs by configuration and event (u32, 0: dropped), the number of events, the program
 * that enters, flags of configurations in which the flow has ended (u8), the event that a conveyance's arrival is (-1: none),
 * and where an entity keeps the instants of its creation and end.
 */
export function setUpRun(
  go: usize,
  events: i32,
  start: usize,
  done: usize,
  arrived: i32,
  createdAt: usize,
  endedAt: usize,
): void {
  run.go = go;
  run.events = events;
  run.start = start;
  run.done = done;
  run.arrived = arrived;
  run.createdAt = createdAt;
  run.endedAt = endedAt;
}

/**
 * Begins a replication: the window [from, to) whose figures are kept, or, with `to` infinite, the number of entities counted;
 * the bytes of memory at which it is stopped; how many entities are watched, one in `watchEvery` (0: none).
 */
export function begin(replication: i32, from: f64, to: f64, countMax: i32, memoryMax: usize, watchEvery: i32): void {
  arrivals.replication = replication;
  clock.from = from;
  clock.to = to;
  run.countMax = countMax;
  run.memoryMax = memoryMax;
  run.watchEvery = watchEvery;
  run.limit = 2 * to;
  arrivals.begin();
}

/** Goes on for about so many events; tells how the run stands then. */
export function goOn(events: i32): i32 {
  return run.goOn(events);
}

/** Closes the books. */
export function close(): void {
  run.close();
}

export function eventCount(): f64 {
  return <f64>list.taken;
}

export function createdCount(): i32 {
  return run.created;
}

export function systemCount(): i32 {
  return run.inSystem;
}

export function systemArea(): f64 {
  return run.population;
}

export function systemStays(): f64 {
  return run.stays;
}

export function configurationOf(entity: Entity): i32 {
  return entity.configuration;
}

export function numberOf(entity: Entity): i32 {
  return entity.number;
}

/** An instant or amount of an entity. */
export function valueOf(entity: Entity, offset: usize): f64 {
  return entity.value(offset);
}

export function levelOf(entity: Entity, offset: usize): i32 {
  return entity.level(offset);
}

export function setLevelOf(entity: Entity, offset: usize, level: i32): void {
  entity.setLevel(offset, level);
}
