import { present } from '../base/index.ts';
import {
  leavesOf,
  pathsOf,
  StepMemory,
  xstateStepper,
  type Asked,
  type Operation,
  type StateValue,
} from '../compile/index.ts';
import type { Model } from '../simulation/index.ts';

type Stepper = ReturnType<typeof xstateStepper>;
type Step = ReturnType<Stepper['enter']>;

/** A way that XState can stand. */
export interface Place {
  readonly number: number;
  /** State value and what history states remember, as {@link placeText} writes them. */
  readonly text: string;
  readonly hasEnded: boolean;
  /** Dotted paths of the active states, outer ones before inner ones. */
  readonly paths: readonly string[];
  /** The innermost of them. */
  readonly states: readonly string[];
}

/** What happens by a step; steps that are alike share one. */
export interface Label {
  /** `ARRIVED`, `due:payment`, `start:inspection`, `end:inspection`, `granted:inspectionBay`; empty: the consignment enters. */
  readonly cause: string;
  /** In their order: what came, states left, milestones and fees, states entered. */
  readonly happenings: readonly Happening[];
  /** All that the step writes. */
  readonly writes: readonly Write[];
  readonly to: Place;
}

/** An event by the name that rules use, and what the step had written when it came. */
export interface Happening {
  readonly event: string;
  readonly writes: readonly Write[];
}

/** What a step of XState did. */
export interface Outcome {
  readonly label: Label;
  /** Whether it changed anything. */
  readonly isIgnored: boolean;
  /** Timers that are pending afterwards, or no more. */
  readonly timers: ReadonlyMap<number, boolean>;
  /** Activities that are asked for, or no more. */
  readonly activities: ReadonlyMap<number, boolean>;
  /** Milestone columns that were reached. */
  readonly reached: readonly number[];
}

/** A level column that a step writes: a level, or that of another column. */
export type Write =
  | { readonly column: number; readonly level: number }
  | { readonly column: number; readonly from: number };

/** A guard of the engine that XState asks, after these writes. */
export interface Question {
  readonly guard: number;
  readonly writes: readonly Write[];
}

/** A model's machine stepped by XState itself: nothing of the compiled table that a proof explores is used, but its names. */
export class XStateSteps {
  readonly #model: Model;
  readonly #stepper: Stepper;
  readonly #known: StepMemory<Question, Outcome> = new StepMemory();
  /** Where XState can stand, by text. */
  readonly #places: Map<string, Place> = new Map();
  /** By place. */
  readonly #snapshots: Step['snapshot'][] = [];
  /** What can come, as {@link Pending} numbers it: the event of the engine, and the name under which it comes. */
  readonly #comings: readonly { readonly event: number; readonly cause: string }[];
  readonly #begun: Map<string, Label> = new Map();

  constructor(model: Model) {
    this.#model = model;
    this.#stepper = xstateStepper(model.scenario.flow);
    const { engine, table, names } = model;
    this.#comings = [
      { event: engine.program.arrived, cause: 'ARRIVED' },
      ...engine.timers.map(({ event }, timer) => ({ event, cause: `due:${table.timers[timer]?.delay ?? ''}` })),
      ...engine.activities.map(({ done, takes }, activity) => ({
        event: done,
        cause: `${takes === undefined ? 'granted' : 'end'}:${names.activities[activity] ?? ''}`,
      })),
    ];
  }

  /** The name under which a number comes. */
  causeOf(number: number): string {
    return present(this.#comings[number], 'what can come').cause;
  }

  enter(holds: (question: Question) => boolean): Outcome {
    return this.#remembered(0, { from: undefined, cause: '' }, holds, (answer) => this.#stepper.enter(answer));
  }

  /** What is pending under a number comes. */
  step(from: Place, number: number, holds: (question: Question) => boolean): Outcome {
    const { event, cause } = present(this.#comings[number], 'what can come');
    const { events } = this.#model.table;
    // An event that nobody hears anywhere is not in the table.
    const type = events[event]?.type ?? 'unheard';
    return this.#remembered(
      1 + from.number * this.#model.engine.program.events + event,
      { from, cause },
      holds,
      (answer) => this.#stepper.step(present(this.#snapshots[from.number], 'a snapshot'), type, answer),
    );
  }

  /** That an activity begins, which the machine does not hear of. */
  begin(at: Place, activity: number): Label {
    const key = `${activity} ${at.number}`;
    const known = this.#begun.get(key);
    if (known !== undefined) return known;
    const cause = `start:${this.#model.names.activities[activity] ?? ''}`;
    const label = { cause, happenings: [{ event: cause, writes: [] }], writes: [], to: at };
    this.#begun.set(key, label);
    return label;
  }

  #remembered(
    key: number,
    by: { readonly from: Place | undefined; readonly cause: string },
    holds: (question: Question) => boolean,
    step: (answer: Parameters<Stepper['enter']>[0]) => Step,
  ): Outcome {
    const known = this.#known.find(key, holds);
    if (known !== undefined) return known;
    const { table, meanings } = this.#model;
    const asked: Asked<Question>[] = [];
    const made = step((name, done) => {
      const guard = present(meanings.guards[table.guards.indexOf(name)], name);
      const question = { guard, writes: this.#writesIn(done) };
      const isYes = holds(question);
      asked.push({ question, isYes });
      return isYes;
    });
    const outcome = this.#outcomeOf(made, by);
    this.#known.keep(key, asked, outcome);
    return outcome;
  }

  #outcomeOf(step: Step, { from, cause }: { readonly from: Place | undefined; readonly cause: string }): Outcome {
    const { table, names } = this.#model;
    const to = this.#placeOf(step);
    const timers = new Map<number, boolean>();
    const activities = new Map<number, boolean>();
    const reached: number[] = [];
    const told: Happening[] = [];
    const writes = this.#writesIn(step.operations);
    for (const [index, each] of step.operations.entries()) {
      const soFar = (): readonly Write[] => this.#writesIn(step.operations.slice(0, index));
      if (each.does === 'arm' || each.does === 'disarm') {
        const timer = table.timers.findIndex(({ delay, state }) => delay === each.delay && state === each.state);
        timers.set(timer, each.does === 'arm');
      } else if (each.does === 'begin' || each.does === 'end') {
        const activity = table.activities.findIndex(({ id }) => id === each.id);
        activities.set(activity, each.does === 'begin');
      } else if (each.does === 'reach') {
        const columns = this.#columnsOf(each.milestone);
        reached.push(...columns);
        for (const column of columns)
          told.push({ event: present(names.milestones[column], 'a milestone'), writes: soFar() });
      } else if (each.does === 'charge') told.push({ event: `fee:${each.fee}`, writes: soFar() });
    }
    const before = from?.paths ?? [];
    const left = before.filter((path) => !to.paths.includes(path)).map((path) => ({ event: `leave:${path}`, writes }));
    const entered = to.paths
      .filter((path) => !before.includes(path))
      .map((path) => ({ event: `enter:${path}`, writes }));
    const came = isTold(cause) ? [{ event: cause, writes: [] }] : [];
    return {
      label: { cause, happenings: [...came, ...left, ...told, ...entered], writes, to },
      isIgnored: to === from && step.operations.length === 0,
      timers,
      activities,
      reached,
    };
  }

  #placeOf({ value, history, done, snapshot }: Step): Place {
    const text = placeText({ value, history });
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = { number: this.#places.size, text, hasEnded: done, paths: pathsOf(value), states: leavesOf(value) };
    this.#places.set(text, place);
    this.#snapshots.push(snapshot);
    return place;
  }

  #columnsOf(milestone: string): readonly number[] {
    const { table, meanings } = this.#model;
    return present(meanings.milestones[table.milestones.indexOf(milestone)], milestone);
  }

  #writesIn(operations: readonly Operation[]): readonly Write[] {
    const { columns } = this.#model.meanings;
    return operations.flatMap((each): Write[] => {
      if (each.does === 'copy')
        return [{ column: columns.levels.indexOf(each.attribute), from: columns.levels.indexOf(each.from) }];
      if (each.does !== 'set') return [];
      const levels = present(columns.levelsOf.get(each.attribute), each.attribute);
      return [{ column: columns.levels.indexOf(each.attribute), level: levels.indexOf(String(each.value)) }];
    });
  }
}

/** Whether what brings a step about is an event for rules too. */
function isTold(cause: string): boolean {
  return cause.startsWith('due:') || cause.startsWith('end:');
}

/** A place or a configuration in words that are the same for equal ones. */
export function placeText({
  value,
  history = {},
}: {
  readonly value: StateValue;
  readonly history?: Readonly<Record<string, readonly string[]>>;
}): string {
  return JSON.stringify([value, history]);
}
