import { assert, minutesPerDay, type Minutes } from '../base/index.ts';
import { Variates } from '../random/index.ts';
import { Arrivals, type Receiver } from './arrivals.ts';
import { clockAt, type Clock } from './clock.ts';
import { Columns } from './columns.ts';
import { DueInstants } from './days.ts';
import { Decisions, DecisionTables } from './decisions.ts';
import { Durations } from './durations.ts';
import { Entities } from './entities.ts';
import { At, EventList, nodeWidth, none, Rank } from './event-list.ts';
import { created, ended, Op, type Model } from './model.ts';
import { Happening, type Observer } from './observer.ts';
import { Openings } from './openings.ts';
import { Records } from './records.ts';
import { RunStopped } from './run-stopped.ts';
import { Area, areaWidth, Stations } from './stations.ts';
import { Terms } from './terms.ts';
import { Timers } from './timers.ts';
import { Window } from './window.ts';

/** Minutes that a run goes on at most for the last of so many entities. */
const drainYear = 365 * minutesPerDay;

/** Rounds of one instant, each with events that the one before has made, before the run is stopped as endless. */
const roundsMax = 100_000;

/** How a run is made, and what is kept of it. */
export interface KernelOptions {
  /** Number of the replication, from 0. */
  readonly replication: number;
  /** Minutes left out at the start. */
  readonly warmUp: Minutes;
  /** Keep the indicators of every counted entity, by number. */
  readonly keepTimes: boolean;
  /** Entities in the system at one time that stop the run as overflowing. */
  readonly inSystemMax: number;
  readonly observer?: Observer;
}

/** One run over integer tables: the clock goes from event to event, programs move entities, stations decide who starts. */
export class Kernel implements Receiver {
  readonly entities: Entities;
  readonly records: Records;
  readonly stations: Stations;
  readonly window: Window;
  /** Events that happened. */
  events = 0;
  /** Entities created, and in the system. */
  createdCount = 0;
  inSystem = 0;

  readonly #model: Model;
  readonly #clock: Clock = clockAt(0);
  readonly #list: EventList = new EventList();
  readonly #variates: Variates;
  readonly #decisions: Decisions;
  readonly #durations: Durations;
  readonly #columns: Columns;
  readonly #timers: Timers;
  readonly #openings: Openings;
  readonly #arrivals: Arrivals;
  readonly #terms: Terms;
  readonly #observer: Observer | undefined;
  readonly #inSystemMax: number;
  readonly #code: Int32Array;
  readonly #go: Int32Array;
  readonly #events: number;
  readonly #done: Uint8Array;
  readonly #dueEvent: Int32Array;
  readonly #doneEvent: Int32Array;
  readonly #countMax: number;
  /** Counted entities that have not ended. */
  #open = 0;
  /** Latest arrival of a counted entity. */
  readonly #lastArrival: Float64Array = new Float64Array(1);
  /** Little's law: the integral of the number in the system, and the sum of the stays, both cut to the window. */
  readonly #population: Float64Array = new Float64Array(2);
  readonly #stays: Float64Array = new Float64Array(1);

  constructor(model: Model, options: KernelOptions) {
    this.#model = model;
    this.#observer = options.observer;
    this.#inSystemMax = options.inSystemMax;
    const { window } = model;
    this.#countMax = 'count' in window ? window.count : Number.POSITIVE_INFINITY;
    this.window = new Window(options.warmUp, 'to' in window ? window.to : Number.POSITIVE_INFINITY);
    const tables = new DecisionTables();
    this.#variates = new Variates(model.laws);
    this.entities = new Entities(model);
    this.#decisions = new Decisions(model, this.entities, this.#clock, tables);
    this.#durations = new Durations(this.#decisions, this.#variates, tables);
    this.records = new Records(model, this.entities, options.keepTimes);
    const dues = new DueInstants(model.midnight);
    const parts = {
      list: this.#list,
      entities: this.entities,
      clock: this.#clock,
      window: this.window,
      decisions: this.#decisions,
      durations: this.#durations,
      variates: this.#variates,
      tables,
      dues,
      records: this.records,
      observer: options.observer,
      replication: options.replication,
    };
    this.#columns = new Columns(model, parts);
    this.#timers = new Timers(model, parts);
    this.stations = new Stations(model, parts);
    this.#terms = new Terms(model, parts);
    this.#openings = new Openings(model, { list: this.#list, stations: this.stations });
    this.#arrivals = new Arrivals(model, parts);
    this.#decisions.seal(tables);
    this.#durations.seal();
    this.records.seal();

    const { program } = model;
    this.#code = program.code;
    this.#go = program.go;
    this.#events = program.events;
    this.#done = program.done;
    this.#dueEvent = Int32Array.from(model.timers, (timer) => timer.event);
    this.#doneEvent = Int32Array.from(model.activities, (activity) => activity.done);
  }

  /** Per term: settled by counted entities, settled late. */
  get termsSettled(): Float64Array {
    return this.#terms.settled;
  }

  /** The instant at which the run is, in minutes. */
  get now(): number {
    return this.#clock[0] as number;
  }

  /** Runs until every counted entity has ended, or twice the window has passed. */
  run(): void {
    this.#arrivals.begin();
    this.#openings.begin(this.now);
    const list = this.#list;
    const clock = this.#clock;
    for (let round = 0; ;) {
      assert(list.length > 0, 'there is always another arrival');
      if ((list.time[list.first()] as number) > this.#limit) {
        clock[0] = this.#limit;
        break;
      }
      const first = list.takeFirst();
      round = list.time[first] === clock[0] ? round + 1 : 0;
      if (round > roundsMax) throw this.#endless(first);
      clock[0] = list.time[first] as number;
      this.#happen(first);
      while (list.isDueAt(clock)) this.#happen(list.takeFirst());
      this.stations.seize();
      // What has been started or granted without duration happens in the next round of the same instant.
      if (!list.isDueAt(clock) && this.#isOver()) break;
    }
    this.#close();
  }

  /** Nothing but completions (grants, and activities that take no time) can go on for ever within an instant. */
  #endless(node: number): RunStopped {
    const { activities } = this.#model;
    return new RunStopped({
      reason: 'endless-instant',
      about: activities[this.#list.node[node * nodeWidth + At.what] as number]?.name ?? '',
      entity: this.numberIn(this.#list.node[node * nodeWidth + At.owner] as number),
      at: this.now,
    });
  }

  /** An entity enters: its columns are drawn and its flow begins. */
  enter(): number {
    const entities = this.entities;
    const slot = entities.make();
    const now = this.#clock[0] as number;
    const arrival = this.#arrivals.at[0] as number;
    entities.number[slot] = this.createdCount++;
    entities.arrival[slot] = arrival;
    for (let word = 0; word < 4; word++) entities.word[slot * 4 + word] = this.#arrivals.words[word] as number;
    entities.milestone[slot * entities.milestones + created] = now;
    this.#countIn(slot, arrival);
    this.#populate(1);
    if (this.inSystem > this.#inSystemMax)
      throw new RunStopped({ reason: 'overflow', about: '', entity: this.createdCount, at: now });
    this.#columns.draw(slot);
    this.#observer?.happened(Happening.created, now, entities.number[slot], slot);
    this.#decisions.beginStep();
    this.#follow(slot, this.#model.program.start);
    return slot;
  }

  land(slot: number): void {
    const { arrived } = this.#model.program;
    if (arrived !== none) this.#step(slot, arrived);
  }

  numberIn(slot: number): number {
    return this.entities.number[slot] as number;
  }

  #happen(node: number): void {
    const list = this.#list;
    this.events++;
    const owner = list.node[node * nodeWidth + At.owner] as number;
    const what = list.node[node * nodeWidth + At.what] as number;
    switch (list.node[node * nodeWidth + At.rank]) {
      case Rank.completion:
        this.stations.complete(node);
        this.#step(owner, this.#doneEvent[what] as number);
        return;
      case Rank.delay:
      case Rank.deadline:
        this.#timers.fire(node);
        this.#step(owner, this.#dueEvent[what] as number);
        return;
      case Rank.arrival:
        this.#arrivals.receive(node, this);
        return;
      default:
        this.#openings.change(node);
    }
  }

  /** The entity receives an event; one without a listener is dropped. */
  #step(slot: number, event: number): void {
    const at = this.#go[(this.entities.configuration[slot] as number) * this.#events + event] as number;
    if (at < 0) return;
    this.#decisions.beginStep();
    this.#follow(slot, at);
  }

  /** Follows a program to its end. */
  #follow(slot: number, from: number): void {
    const code = this.#code;
    const entities = this.entities;
    for (let at = from; ;) {
      const operand = code[at + 1] as number;
      switch (code[at]) {
        case Op.test:
          at = this.#decisions.holds(slot, operand) ? at + 3 : (code[at + 2] as number);
          continue;
        case Op.reach:
          this.#reach(slot, operand);
          at += 2;
          continue;
        case Op.arm:
          this.#timers.arm(slot, operand);
          at += 2;
          continue;
        case Op.disarm:
          this.#timers.disarm(slot, operand);
          at += 2;
          continue;
        case Op.begin:
          this.stations.begin(slot, operand);
          at += 2;
          continue;
        case Op.end:
          this.stations.end(slot, operand);
          at += 2;
          continue;
        case Op.set:
          entities.level[slot * entities.levels + operand] = code[at + 2] as number;
          at += 3;
          continue;
        case Op.copy:
          entities.level[slot * entities.levels + operand] = entities.level[
            slot * entities.levels + (code[at + 2] as number)
          ] as number;
          at += 3;
          continue;
        case Op.charge:
          this.#terms.charge(slot, operand, 1);
          at += 2;
          continue;
        default:
          entities.configuration[slot] = operand;
          this.#observer?.happened(Happening.entered, this.now, entities.number[slot] as number, operand);
          if (this.#done[operand] === 1) this.#leave(slot);
          return;
      }
    }
  }

  #reach(slot: number, column: number): void {
    const entities = this.entities;
    const at = slot * entities.milestones + column;
    this.#observer?.happened(Happening.reached, this.now, entities.number[slot] as number, column);
    if ((entities.milestone[at] as number) === (entities.milestone[at] as number)) return;
    entities.milestone[at] = this.#clock[0] as number;
    this.#timers.anchorReached(slot, column);
    this.#terms.reached(slot, column);
  }

  /** The flow has ended for the entity. */
  #leave(slot: number): void {
    const entities = this.entities;
    entities.milestone[slot * entities.milestones + ended] = this.#clock[0] as number;
    this.#observer?.happened(Happening.ended, this.now, entities.number[slot] as number, slot);
    this.records.take(slot);
    if (entities.counted[slot] === 1) this.#open--;
    this.#populate(-1);
    this.#addStay(slot);
    entities.recycle(slot);
  }

  #countIn(slot: number, arrival: number): void {
    const { bounds } = this.window;
    const { records } = this;
    const isCounted =
      records.countedCount < this.#countMax && arrival >= (bounds[0] as number) && arrival < (bounds[1] as number);
    this.entities.counted[slot] = isCounted ? 1 : 0;
    if (!isCounted) return;
    records.countedCount++;
    this.#open++;
    this.#lastArrival[0] = Math.max(this.#lastArrival[0] as number, arrival);
    if (records.countedCount === this.#countMax) bounds[1] = this.#lastArrival[0];
  }

  /** True when every counted entity has ended. */
  #isOver(): boolean {
    return this.#open === 0 && (this.#clock[0] as number) >= (this.window.bounds[1] as number);
  }

  /** Where runs are ended: at twice the window; where a number of entities ends it, a year after its end. */
  get #limit(): number {
    const to = this.window.bounds[1] as number;
    return this.#countMax === Number.POSITIVE_INFINITY ? 2 * to : to + drainYear;
  }

  #populate(by: number): void {
    const bounds = this.window.bounds;
    const now = Math.min(this.#clock[0] as number, bounds[1] as number);
    const passed = now - Math.max(this.#population[1] as number, bounds[0] as number);
    if (passed > 0) this.#population[0] = (this.#population[0] as number) + this.inSystem * passed;
    this.#population[1] = now;
    this.inSystem += by;
  }

  #addStay(slot: number): void {
    const bounds = this.window.bounds;
    const from = Math.max(
      this.entities.milestone[slot * this.entities.milestones + created] as number,
      bounds[0] as number,
    );
    const stay = Math.min(this.#clock[0] as number, bounds[1] as number) - from;
    if (stay > 0) this.#stays[0] = (this.#stays[0] as number) + stay;
  }

  /** Ends the books: those unfinished are taken up, and the books must balance. */
  #close(): void {
    const { entities, stations } = this;
    this.#populate(0);
    stations.close();
    const busy = new Float64Array(this.#model.resources.length);
    let inSystem = 0;
    for (let slot = 0; slot < entities.used; slot++) {
      if (entities.number[slot] === none) continue;
      inSystem++;
      this.records.take(slot);
      if (entities.counted[slot] === 1)
        this.records.oldest = Math.max(this.records.oldest, this.now - (entities.arrival[slot] as number));
      this.#addStay(slot);
      stations.addHeld(slot, busy);
    }
    assert(
      inSystem === this.inSystem,
      `created = ended + in the system (${this.createdCount} created, ${this.inSystem} in the system, ${inSystem} found)`,
    );
    assert(this.records.countedCount - this.records.endedCount === this.#open, 'counted = ended + unfinished');
    assertClose(this.#population[0] as number, this.#stays[0] as number, "Little's law, the system");
    for (const [index, resource] of this.#model.resources.entries()) {
      assert(busy[index] === stations.busy(index), `seized = freed + held, ${resource.name}`);
      assertClose(
        stations.area[index * areaWidth + Area.queue] as number,
        stations.area[index * areaWidth + Area.waited] as number,
        `Little's law, the line of ${resource.name}`,
      );
    }
  }
}

/** Equal to 1e-9 of the larger, a day at least: two sums of the same time in another order. */
function assertClose(a: number, b: number, law: string): void {
  const scale = Math.max(Math.abs(a), Math.abs(b), minutesPerDay);
  assert(Math.abs(a - b) <= 1e-9 * scale, `${law}: ${a} and ${b} must be equal`);
}
