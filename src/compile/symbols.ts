import { assert } from '../base/index.ts';
import {
  actionMeaning,
  actionsIn,
  invokesOf,
  isWildcard,
  namesOf,
  pathOf,
  statesOf,
  type Write,
} from '../flows/index.ts';
import type { AnyStateMachine } from 'xstate';
import { Op, type TableActivity, type TableEvent, type Timer } from './flow-table.ts';

/** Words of one operation as they stand in a table's code. */
export type Words = readonly number[];

/** The names of a machine in the order of its table, and the operations that speak of them. */
export class Symbols {
  readonly guards: readonly string[];
  readonly milestones: readonly string[];
  readonly fees: readonly string[];
  readonly attributes: readonly string[];
  readonly constants: readonly (boolean | number | string)[];
  readonly timers: readonly Timer[];
  readonly activities: readonly TableActivity[];
  readonly events: readonly TableEvent[];
  /** Timer by the type of the event that it sends when due. */
  readonly #timerOf: ReadonlyMap<string, number>;
  /** Activity by the id of its invoke. */
  readonly #activityOf: ReadonlyMap<string, number>;

  constructor(machine: AnyStateMachine) {
    const names = namesOf(machine);
    this.guards = names.guards;
    this.milestones = names.milestones;
    this.fees = names.fees;
    this.attributes = names.attributes;
    const states = statesOf(machine);
    const written = states
      .flatMap((state) => actionsIn(state).map((action) => actionMeaning(action, machine)))
      .flatMap((meaning) => (meaning.kind === 'assign' ? meaning.writes : []));
    this.constants = [...new Set(written.flatMap((write) => ('value' in write ? [write.value] : [])))];

    const due = states.flatMap((state) =>
      Object.keys(state.config.after ?? {}).map((delay) => ({
        timer: { delay, state: pathOf(state) },
        type: `xstate.after.${delay}.${state.id}`,
      })),
    );
    const done = states.flatMap((state) =>
      invokesOf(state).map(({ activity, id }) => ({
        activity: { name: activity, state: pathOf(state), id },
        type: `xstate.done.actor.${id}`,
      })),
    );
    this.timers = due.map(({ timer }) => timer);
    this.activities = done.map(({ activity }) => activity);
    this.#timerOf = new Map(due.map(({ type }, timer) => [type, timer]));
    this.#activityOf = new Map(this.activities.map(({ id }, activity) => [id, activity]));
    this.events = [
      ...names.events.filter((type) => !isWildcard(type)).map((type) => ({ kind: 'external', type }) as const),
      ...due.map(({ type }, timer) => ({ kind: 'due', timer, type }) as const),
      ...done.map(({ type }, activity) => ({ kind: 'done', activity, type }) as const),
    ];
  }

  /** Timer that sends events of this type when due; none for other events. */
  timer(type: string): number | undefined {
    return this.#timerOf.get(type);
  }

  /** Activity invoked under this id. */
  activity(id: string): number | undefined {
    return this.#activityOf.get(id);
  }

  reach(milestone: string): Words {
    return [Op.reach, at(this.milestones, milestone)];
  }

  charge(fee: string): Words {
    return [Op.charge, at(this.fees, fee)];
  }

  write(write: Write): Words {
    const attribute = at(this.attributes, write.attribute);
    return 'from' in write
      ? [Op.copy, attribute, at(this.attributes, write.from)]
      : [Op.set, attribute, at(this.constants, write.value)];
  }
}

function at<Value>(list: readonly Value[], value: Value): number {
  const index = list.indexOf(value);
  assert(index >= 0, `${String(value)} is among the machine's names`);
  return index;
}
