import { present } from '../base/index.ts';
import type { Moment } from '../simulation/index.ts';
import type { EventNames } from './event-names.ts';

/** What consignments do, as events by their names. */
export class MomentEvents {
  readonly #names: EventNames;
  /** What has been asked before: many rules ask for the same moment. */
  readonly #known: WeakMap<Moment, readonly string[]> = new WeakMap();

  constructor(names: EventNames) {
    this.#names = names;
  }

  at(moment: Moment): readonly string[] {
    const known = this.#known.get(moment);
    if (known !== undefined) return known;
    const events = this.#find(moment);
    this.#known.set(moment, events);
    return events;
  }

  #find(moment: Moment): readonly string[] {
    const { milestones, timers, activities, fees, lasting } = this.#names;
    if ('due' in moment) return [`due:${present(timers[moment.due], 'a timer')}`];
    if ('reaches' in moment) return [present(milestones[moment.reaches], 'a milestone')];
    if ('pays' in moment) return [`fee:${present(fees[moment.pays], 'a fee')}`];
    if ('leaves' in moment) return this.#apart(moment.leaves, moment.to).map((path) => `leave:${path}`);
    if ('enters' in moment) return this.#apart(moment.enters, moment.from).map((path) => `enter:${path}`);
    if ('begins' in moment) return [`start:${present(activities[moment.begins], 'an activity')}`];
    // What only holds is granted, and has no end of its own.
    const activity = present(activities[moment.completed], 'an activity');
    return lasting.has(activity) ? [`end:${activity}`] : [];
  }

  /** States of a configuration that another does not have. */
  #apart(one: number, other: number): readonly string[] {
    const without = this.#names.states[other] ?? [];
    return present(this.#names.states[one], 'a configuration').filter((path) => !without.includes(path));
  }
}
