import { minutesPerDay, type Minutes, type SimTime } from '../base/index.ts';
import { dayOf } from './days.ts';
import { At, nodeWidth, Rank, type EventList } from './event-list.ts';
import type { Calendar, Model } from './model.ts';
import type { Stations } from './stations.ts';

/** A calendar without any change in so many days stays as it is. */
const searchDays = 800;

/** Opens and closes resources as their calendars say: one event for each change of a calendar. */
export class Openings {
  readonly #list: EventList;
  readonly #stations: Stations;
  readonly #calendars: readonly Calendar[];
  readonly #resources: readonly (readonly number[])[];
  readonly #midnight: Minutes;
  readonly #isOpen: boolean[];

  constructor(model: Model, parts: { list: EventList; stations: Stations }) {
    this.#list = parts.list;
    this.#stations = parts.stations;
    this.#calendars = model.calendars;
    this.#midnight = model.midnight;
    this.#resources = model.calendars.map((_, calendar) =>
      model.resources.flatMap((resource, index) => (resource.calendar === calendar ? [index] : [])),
    );
    this.#isOpen = model.calendars.map(() => true);
  }

  /** Sets every resource as its calendar says at `now` and plans the first changes. */
  begin(now: SimTime): void {
    for (const [calendar, each] of this.#calendars.entries()) {
      this.#set(calendar, isOpenAt(each, now, this.#midnight));
      this.#planNext(this.#list.make(Rank.calendar, calendar, 0), calendar, now);
    }
  }

  /** The change of `node` is due. */
  change(node: number): void {
    const calendar = this.#list.node[node * nodeWidth + At.owner] as number;
    this.#set(calendar, !this.#isOpen[calendar]);
    this.#planNext(node, calendar, this.#list.time[node] as number);
  }

  #set(calendar: number, isOpen: boolean): void {
    this.#isOpen[calendar] = isOpen;
    for (const resource of this.#resources[calendar] as readonly number[]) this.#stations.open(resource, isOpen);
  }

  #planNext(node: number, calendar: number, after: SimTime): void {
    const at = nextChange(this.#calendars[calendar] as Calendar, after, this.#midnight);
    if (at === undefined) {
      this.#list.recycle(node);
      return;
    }
    this.#list.time[node] = at;
    this.#list.plan(node);
  }
}

/** Whether the calendar is open at an instant; an opening belongs to it, a closing does not. */
export function isOpenAt(calendar: Calendar, at: SimTime, midnight: Minutes): boolean {
  const day = dayOf(at, midnight);
  const minute = at + midnight - day * minutesPerDay;
  return calendar.spans(day).some((span) => span.open <= minute && minute < span.close);
}

/** The first instant after `after` at which the calendar opens or closes; none if it does not within two years. */
export function nextChange(calendar: Calendar, after: SimTime, midnight: Minutes): SimTime | undefined {
  const isOpen = isOpenAt(calendar, after, midnight);
  const first = dayOf(after, midnight);
  for (let day = first; day < first + searchDays; day++) {
    const start = day * minutesPerDay - midnight;
    for (const span of calendar.spans(day)) {
      for (const at of [start + span.open, start + span.close]) {
        if (at > after && isOpenAt(calendar, at, midnight) !== isOpen) return at;
      }
    }
  }
  return undefined;
}
