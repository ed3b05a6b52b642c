import { pathsOf } from '../compile/index.ts';
import type { Model } from '../simulation/index.ts';

/** What events of a consignment are called in rules. */
export interface EventNames {
  /** By milestone column: its own name, without a prefix. */
  readonly milestones: readonly string[];
  /** Of timers, activities and fees, to stand behind `due:`, `start:` and `end:`, `fee:`. */
  readonly timers: readonly string[];
  readonly activities: readonly string[];
  readonly fees: readonly string[];
  /** Activities that last: what only holds has no end of its own. */
  readonly lasting: ReadonlySet<string>;
  /** Fees that the machine charges; those that a term charges are not seen here. */
  readonly charged: readonly string[];
  /** By configuration: dotted paths of the states in it, outer ones too, to stand behind `enter:` and `leave:`. */
  readonly states: readonly (readonly string[])[];
}

/** The names of a model. */
export function eventNames({ names, table, scenario }: Model): EventNames {
  return {
    milestones: names.milestones,
    timers: table.timers.map(({ delay }) => delay),
    activities: names.activities,
    fees: names.fees,
    lasting: new Set(names.activities.filter((name) => scenario.activities[name]?.takes !== undefined)),
    charged: table.fees,
    states: table.configurations.map(({ value }) => pathsOf(value)),
  };
}

/** Every event that a rule may name. */
export function allEvents({ milestones, timers, activities, lasting, charged, states }: EventNames): readonly string[] {
  const paths = new Set(states.flat());
  return [
    ...new Set([
      // Nothing reaches the first two: the engine has them for itself.
      ...milestones.slice(2),
      ...[...paths].map((path) => `enter:${path}`),
      ...[...paths].map((path) => `leave:${path}`),
      ...activities.flatMap((name) => [`start:${name}`, ...(lasting.has(name) ? [`end:${name}`] : [])]),
      ...timers.map((name) => `due:${name}`),
      ...charged.map((name) => `fee:${name}`),
    ]),
  ];
}
