import { Bug, present } from '../base/index.ts';
import { StepMemory, xstateStepper, type Asked, type Operation, type StateValue } from '../compile/index.ts';
import type { Watch, WatchedEntity } from '../engine/index.ts';
import { levelCode } from './columns.ts';
import type { Model } from './model.ts';

/**
 * The shadow of a run: the first consignments of each run, and one in a thousand, are stepped by XState too, from where they
 * stand, and whatever the two do differently stops the run. What stands in a configuration and goes the same way at each step
 * has gone the same way altogether.
 * What XState has done once is remembered, so that a shadow costs a run of some length next to nothing.
 */
export class Shadow implements Watch {
  readonly every: number = 1000;
  readonly #model: Model;
  /** None until a first step is asked for: making one takes some milliseconds. */
  #stepper: ReturnType<typeof xstateStepper> | undefined;
  /** What XState did, by configuration and event; entering comes first. */
  readonly #known: StepMemory<Question, Outcome> = new StepMemory();
  readonly #configurations: ReadonlyMap<string, number>;
  /** The step under way: from where, and what must come of it. */
  #event = 0;
  #from = 0;
  #outcome: Outcome | undefined;
  /** Timers, then activities: 1 where something of them is pending; as it must be, and as it is. */
  readonly #pending: { readonly expected: Uint8Array; readonly found: Uint8Array };
  /** Levels of all attributes, likewise. */
  readonly #levels: { readonly expected: Uint8Array; readonly found: Uint8Array };
  /** Milestones reached and fees charged by the step, in its order. */
  readonly #reached: number[] = [];
  readonly #charged: number[] = [];

  constructor(model: Model) {
    this.#model = model;
    this.#configurations = new Map(
      model.table.configurations.map(({ value, history = {} }, index) => [textOf(value, history), index]),
    );
    const registers = model.table.timers.length + model.table.activities.length;
    const columns = model.meanings.columns.levels.length;
    this.#pending = { expected: new Uint8Array(registers), found: new Uint8Array(registers) };
    this.#levels = { expected: new Uint8Array(columns), found: new Uint8Array(columns) };
  }

  stepBegins(entity: WatchedEntity, event: number): void {
    this.#event = event;
    this.#from = event < 0 ? -1 : entity.configuration;
    const outcome = this.#find(entity);
    this.#outcome = outcome;
    entity.pending(this.#pending.expected);
    for (const [register, pending] of outcome.pending) this.#pending.expected[register] = pending;
    entity.levels(this.#levels.expected);
    for (const [column, level] of levelsAfter(entity, outcome.writes)) this.#levels.expected[column] = level;
    this.#reached.length = 0;
    this.#charged.length = 0;
  }

  reaches(milestone: number): void {
    this.#reached.push(milestone);
  }

  charges(fee: number): void {
    this.#charged.push(fee);
  }

  stepEnds(entity: WatchedEntity): void {
    const { configuration, reached, charged } = present(this.#outcome, 'a step that has begun');
    entity.pending(this.#pending.found);
    entity.levels(this.#levels.found);
    const isAlike =
      entity.configuration === configuration &&
      areEqual(this.#pending.found, this.#pending.expected) &&
      areEqual(this.#levels.found, this.#levels.expected) &&
      areEqual(inOrder(this.#reached), reached) &&
      areEqual(inOrder(this.#charged), charged);
    if (!isAlike) throw new Bug(this.#complaint(entity));
  }

  /** What XState does with the entity now; asked only where it is not known. */
  #find(entity: WatchedEntity): Outcome {
    const key = this.#from < 0 ? 0 : 1 + this.#from * this.#model.engine.program.events + this.#event;
    const known = this.#known.find(key, (question) => this.#holds(entity, question));
    if (known !== undefined) return known;
    const { asked, outcome } = this.#ask(entity);
    this.#known.keep(key, asked, outcome);
    return outcome;
  }

  #holds(entity: WatchedEntity, { guard, writes }: Question): boolean {
    return entity.wouldHold(present(this.#model.meanings.guards[guard], 'a guard'), levelsAfter(entity, writes));
  }

  #ask(entity: WatchedEntity): { readonly asked: readonly Asked<Question>[]; readonly outcome: Outcome } {
    const { table, scenario } = this.#model;
    const stepper = (this.#stepper ??= xstateStepper(scenario.flow));
    const asked: Asked<Question>[] = [];
    const answer = (name: string, done: readonly Operation[]): boolean => {
      const question = { guard: table.guards.indexOf(name), writes: this.#writesIn(done) };
      const isYes = this.#holds(entity, question);
      asked.push({ question, isYes });
      return isYes;
    };
    const step =
      this.#from < 0
        ? stepper.enter(answer)
        : stepper.step(
            stepper.standIn(present(table.configurations[this.#from], 'a configuration')),
            // An event that nobody hears anywhere is not in the table.
            table.events[this.#event]?.type ?? 'unheard',
            answer,
          );
    const text = textOf(step.value, step.history);
    return {
      asked,
      outcome: {
        text,
        configuration: this.#configurations.get(text) ?? -1,
        pending: this.#pendingAfter(step.operations),
        reached: inOrder(this.#reachedBy(step.operations)),
        charged: inOrder(this.#chargedBy(step.operations)),
        writes: this.#writesIn(step.operations),
      },
    };
  }

  #pendingAfter(operations: readonly Operation[]): ReadonlyMap<number, 0 | 1> {
    const { timers, activities } = this.#model.table;
    const pending = new Map<number, 0 | 1>();
    for (const each of operations) {
      if (each.does === 'arm' || each.does === 'disarm') {
        const timer = timers.findIndex(({ delay, state }) => delay === each.delay && state === each.state);
        pending.set(timer, each.does === 'arm' ? 1 : 0);
      } else if (each.does === 'begin' || each.does === 'end') {
        const activity = activities.findIndex(({ id }) => id === each.id);
        pending.set(timers.length + activity, each.does === 'begin' ? 1 : 0);
      }
    }
    return pending;
  }

  #reachedBy(operations: readonly Operation[]): readonly number[] {
    const { table, meanings } = this.#model;
    return operations.flatMap((each) =>
      each.does === 'reach'
        ? present(meanings.milestones[table.milestones.indexOf(each.milestone)], each.milestone)
        : [],
    );
  }

  #chargedBy(operations: readonly Operation[]): readonly number[] {
    return operations.flatMap((each) => (each.does === 'charge' ? [this.#model.names.fees.indexOf(each.fee)] : []));
  }

  #writesIn(operations: readonly Operation[]): readonly Write[] {
    const { columns } = this.#model.meanings;
    return operations.flatMap((each): Write[] => {
      if (each.does !== 'set' && each.does !== 'copy') return [];
      const column = columns.levels.indexOf(each.attribute);
      return each.does === 'set'
        ? [{ column, level: levelCode(columns, each.attribute, each.value) }]
        : [{ column, from: columns.levels.indexOf(each.from) }];
    });
  }

  #complaint(entity: WatchedEntity): string {
    const { table, scenario, names, meanings } = this.#model;
    const outcome = present(this.#outcome, 'a step that has begun');
    const pendingNames = [
      ...table.timers.map(({ delay, state }) => `delay ${delay} of ${state}`),
      ...table.activities.map(({ name, state }) => `activity ${name} of ${state}`),
    ];
    const differences = [
      ...(entity.configuration === outcome.configuration ? [] : ['the states']),
      ...pendingNames.filter((_, register) => this.#pending.found[register] !== this.#pending.expected[register]),
      ...meanings.columns.levels
        .filter((_, column) => this.#levels.found[column] !== this.#levels.expected[column])
        .map((name) => `attribute ${name}`),
      ...oftener(this.#reached, outcome.reached).map((milestone) => `milestone ${names.milestones[milestone] ?? ''}`),
      ...oftener(this.#charged, outcome.charged).map((fee) => `fee ${names.fees[fee] ?? ''}`),
    ];
    const stateText = (index: number): string => {
      const { value, history = {} } = present(table.configurations[index], 'a configuration');
      return textOf(value, history);
    };
    const step =
      this.#from < 0
        ? 'entering the flow'
        : `${table.events[this.#event]?.type ?? 'an event'} in ${stateText(this.#from)}`;
    return `the run and XState differ in ${differences.join(', ')}: ${scenario.name}, consignment ${entity.number}, ${step}: the run went to ${stateText(entity.configuration)}, XState to ${outcome.text}`;
  }
}

/** Levels by column. */
type Levels = ReadonlyMap<number, number>;
const none: Levels = new Map();

/** A column that a step writes: a level, or that of another column. */
type Write = { readonly column: number; readonly level: number } | { readonly column: number; readonly from: number };

/** A guard of the table that XState asks, after these writes. */
interface Question {
  readonly guard: number;
  readonly writes: readonly Write[];
}

interface Outcome {
  readonly configuration: number;
  /** Where XState stands, for people. */
  readonly text: string;
  /** Timers, and activities behind them, that are pending afterwards (1), or no more (0). */
  readonly pending: ReadonlyMap<number, 0 | 1>;
  readonly writes: readonly Write[];
  /** Milestone columns of the engine, and fees, by number: lanes may do theirs in either order. */
  readonly reached: readonly number[];
  readonly charged: readonly number[];
}

function areEqual(some: ArrayLike<number>, others: ArrayLike<number>): boolean {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index++) if (some[index] !== others[index]) return false;
  return true;
}

/** A list from the least on. */
function inOrder(list: readonly number[]): readonly number[] {
  return list.length < 2 ? list : list.toSorted((one, other) => one - other);
}

/** What is oftener in one of two lists than in the other, each once. */
function oftener(some: readonly number[], others: readonly number[]): readonly number[] {
  const times = (list: readonly number[], what: number): number => list.filter((each) => each === what).length;
  return [...new Set([...some, ...others])].filter((each) => times(some, each) !== times(others, each));
}

/** The levels of the columns that are written, as they then are. */
function levelsAfter(entity: WatchedEntity, writes: readonly Write[]): Levels {
  if (writes.length === 0) return none;
  const levels = new Map<number, number>();
  for (const write of writes)
    levels.set(write.column, 'level' in write ? write.level : (levels.get(write.from) ?? entity.level(write.from)));
  return levels;
}

function textOf(value: StateValue, history: Readonly<Record<string, readonly string[]>>): string {
  const text = JSON.stringify(value);
  return Object.keys(history).length === 0 ? text : `${text} remembering ${JSON.stringify(history)}`;
}
