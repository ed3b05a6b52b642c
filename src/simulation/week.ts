import { present, type Minutes, type SimTime } from '../base/index.ts';
import { goodsMayLeave } from '../customs/index.ts';
import { Happening } from '../engine/index.ts';
import type { Model } from './model.ts';
import type { Recording } from './recording.ts';
import type { Mean } from './run-result.ts';
import { add, hours, WeekClock, type ByHour } from './week-clock.ts';

/** One replication by hour of the week, from its window, whoever caused it. */
export interface Week {
  /** From 0. */
  readonly replication: number;
  /** Minutes of the window that lie in the hour; 0 where it was too short for some. */
  readonly minutes: ByHour;
  /** By resource. */
  readonly stations: Readonly<Record<string, StationWeek>>;
  /** Counted consignments that arrived (or entered, where the flow has no arrival). */
  readonly arrivals: ByHour;
  /** Consignments that might leave the port from then on. */
  readonly releases: ByHour;
}

/** A resource by hour of the week. */
export interface StationWeek {
  /** Minutes that requests stood in line: their integral over the hour. */
  readonly waiting: ByHour;
  /** The longest line that lasted for any time; 0 where the window has nothing of the hour. */
  readonly longest: ByHour;
  /** Unit-minutes in use, opening hours or not. */
  readonly busy: ByHour;
  /** Requests of counted consignments made then that got what they asked for, within the window or after it. */
  readonly came: ByHour;
  /** Minutes that these waited. */
  readonly waited: ByHour;
  /** Waits of these requests in minutes, by attribute and level. */
  readonly byLevel: Readonly<Record<string, Readonly<Record<string, Mean>>>>;
}

/** Puts a recording of a model in the order of the week. */
export function weekOf(model: Model, recording: Recording): Week {
  const reader = new Reader(model, recording);
  const { at, happening, entity, what, value, count } = recording;
  for (let place = 0; place < count; place++)
    reader.happened(
      present(happening[place], 'a happening'),
      present(at[place], 'an instant'),
      present(entity[place], 'a consignment'),
      present(what[place], 'what'),
      present(value[place], 'a value'),
    );
  return reader.week();
}

/** Reads the happenings of a recording in their order. */
class Reader {
  readonly #model: Model;
  readonly #replication: number;
  readonly #clock: WeekClock;
  /** Stations by resource, and those that an activity asks for with the units that it needs of each. */
  readonly #stations: readonly Station[];
  readonly #needs: readonly (readonly { readonly station: Station; readonly units: number }[])[];
  readonly #holds: readonly boolean[];
  /** When what waits was asked for, by consignment and activity. */
  readonly #asked = new Map<number, SimTime>();
  readonly #counted: Uint8Array;
  readonly #mayLeave: Uint8Array;
  /** Level of each consignment, by group of the model. */
  readonly #levels: readonly Uint8Array[];
  readonly #groupOf: ReadonlyMap<number, number>;
  readonly #arrived: number;
  readonly #leaving: readonly number[];
  readonly #arrivals = hours();
  readonly #releases = hours();

  constructor(model: Model, { replication, window, at, count, entity, isCut }: Recording) {
    const { names, engine, meanings } = model;
    const until = isCut ? Math.min(window.to, at[count - 1] ?? window.from) : window.to;
    const consignments = entity.reduce((most, each) => Math.max(most, each + 1), 0);
    this.#model = model;
    this.#replication = replication;
    this.#clock = new WeekClock(model, { from: window.from, to: until });
    this.#stations = names.resources.map(() => new Station(this.#clock, model));
    this.#needs = engine.activities.map(({ needs }) =>
      needs.map(({ resource, units }) => ({ station: present(this.#stations[resource], 'a resource'), units })),
    );
    this.#holds = engine.activities.map(({ takes }) => takes === undefined);
    this.#counted = new Uint8Array(consignments);
    this.#mayLeave = new Uint8Array(consignments);
    this.#levels = names.groups.map(() => new Uint8Array(consignments));
    this.#groupOf = new Map(
      names.groups.map(({ attribute }, group) => [meanings.columns.levels.indexOf(attribute), group]),
    );
    this.#arrived = names.milestones.indexOf('arrived');
    this.#leaving = Object.values(goodsMayLeave)
      .flat()
      .map((name) => names.milestones.indexOf(name));
  }

  happened(happening: number, at: SimTime, entity: number, what: number, value: number): void {
    switch (happening) {
      case Happening.created:
        this.#counted[entity] = value;
        if (this.#arrived < 0) this.#arrives(entity, at);
        return;
      case Happening.level: {
        const levels = this.#levels[this.#groupOf.get(what) ?? -1];
        if (levels !== undefined) levels[entity] = value;
        return;
      }
      case Happening.reached:
        if (what === this.#arrived) this.#arrives(entity, at);
        else if (this.#leaving.includes(what)) this.#leaves(entity, at);
        return;
      case Happening.requested:
        this.#asked.set(this.#keyOf(entity, what), at);
        for (const { station } of this.#of(what)) station.line.change(1, at);
        return;
      case Happening.begun:
        this.#begins(entity, what, at);
        return;
      case Happening.completed:
        if (this.#holds[what] === false) this.#frees(what, at);
        return;
      case Happening.freed:
        this.#frees(what, at);
        return;
      case Happening.cancelled:
        if (this.#asked.delete(this.#keyOf(entity, what)))
          for (const { station } of this.#of(what)) station.line.change(-1, at);
        else this.#frees(what, at);
        return;
      default:
    }
  }

  week(): Week {
    return {
      replication: this.#replication,
      minutes: this.#clock.minutes(),
      stations: Object.fromEntries(
        this.#model.names.resources.map((name, index) => [name, present(this.#stations[index], name).week()]),
      ),
      arrivals: this.#arrivals,
      releases: this.#releases,
    };
  }

  #arrives(entity: number, at: SimTime): void {
    // What is reached again is told again.
    if (this.#counted[entity] !== 1) return;
    this.#counted[entity] = 2;
    add(this.#arrivals, this.#clock.hourOf(at), 1);
  }

  #leaves(entity: number, at: SimTime): void {
    if (this.#mayLeave[entity] === 1) return;
    this.#mayLeave[entity] = 1;
    if (this.#clock.isWithin(at)) add(this.#releases, this.#clock.hourOf(at), 1);
  }

  #begins(entity: number, activity: number, at: SimTime): void {
    const key = this.#keyOf(entity, activity);
    const asked = present(this.#asked.get(key), 'a request before it');
    this.#asked.delete(key);
    for (const { station, units } of this.#of(activity)) {
      station.line.change(-1, at);
      station.units.change(units, at);
      if (this.#counted[entity] !== 0)
        station.served({ hour: this.#clock.hourOf(asked), minutes: at - asked }, this.#levels, entity);
    }
  }

  #frees(activity: number, at: SimTime): void {
    for (const { station, units } of this.#of(activity)) station.units.change(-units, at);
  }

  #of(activity: number): readonly { readonly station: Station; readonly units: number }[] {
    return present(this.#needs[activity], 'an activity');
  }

  #keyOf(entity: number, activity: number): number {
    return entity * this.#needs.length + activity;
  }
}

/** What is gathered of a resource. */
class Station {
  readonly line: Course;
  readonly units: Course;
  readonly #came = hours();
  readonly #waited = hours();
  readonly #groups: Model['names']['groups'];
  /** Number and sum of waits, by group and level. */
  readonly #byLevel: readonly (readonly { count: number; sum: number }[])[];

  constructor(clock: WeekClock, { names }: Model) {
    this.line = new Course(clock);
    this.units = new Course(clock);
    this.#groups = names.groups;
    this.#byLevel = names.groups.map(({ levels }) => levels.map(() => ({ count: 0, sum: 0 })));
  }

  served(wait: { hour: number; minutes: Minutes }, levels: readonly Uint8Array[], entity: number): void {
    add(this.#came, wait.hour, 1);
    add(this.#waited, wait.hour, wait.minutes);
    for (const [group, sums] of this.#byLevel.entries()) {
      const sum = present(sums[levels[group]?.[entity] ?? 0], 'a level');
      sum.count++;
      sum.sum += wait.minutes;
    }
  }

  week(): StationWeek {
    return {
      waiting: this.line.close().areas,
      longest: this.line.most,
      busy: this.units.close().areas,
      came: this.#came,
      waited: this.#waited,
      byLevel: Object.fromEntries(
        this.#groups.map(({ attribute, levels }, group) => [
          attribute,
          Object.fromEntries(
            levels.map((level, code) => {
              const { count, sum } = present(this.#byLevel[group]?.[code], level);
              return [level, { count, mean: count === 0 ? 0 : sum / count }];
            }),
          ),
        ]),
      ),
    };
  }
}

/** A number that goes up and down, gathered by hour of the week within the window. */
class Course {
  readonly areas = hours();
  readonly most = hours();
  readonly #clock: WeekClock;
  #level = 0;
  #since: SimTime;

  constructor(clock: WeekClock) {
    this.#clock = clock;
    this.#since = clock.from;
  }

  change(by: number, at: SimTime): void {
    this.#bring(at);
    this.#level += by;
  }

  /** Brings it to the end of the window. */
  close(): this {
    this.#bring(this.#clock.to);
    return this;
  }

  #bring(at: SimTime): void {
    const until = Math.min(at, this.#clock.to);
    if (until <= this.#since) return;
    if (this.#level > 0)
      for (const { hour, minutes } of this.#clock.parts(this.#since, until)) {
        add(this.areas, hour, this.#level * minutes);
        this.most[hour] = Math.max(present(this.most[hour], 'an hour'), this.#level);
      }
    this.#since = until;
  }
}
