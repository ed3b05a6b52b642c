import { createActor, fromCallback, type AnyActor, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { enter, step, type FlowTable, type Operation } from '../../src/compile/index.ts';

/** A history to put a machine through, the same for both sides. */
export interface History {
  readonly seed: number;
  readonly steps: number;
}

/** Where the two sides first differed. */
export interface Difference {
  readonly at: number;
  readonly event: string;
  readonly what: string;
  readonly table: string;
  readonly xstate: string;
}

export interface Compared {
  readonly steps: number;
  readonly difference: Difference | undefined;
  /** Steps in which fees and milestones of several lanes came in another order: XState takes lanes in the order in which they were entered. */
  readonly reordered: number;
}

/**
 * Steps a table and a live XState actor of the same machine through one random history and compares after each step:
 * state value, attributes, the exact order of what was done, and whether it is over. One event in ten comes out of place.
 *
 * `steady` guards keep their answer for the whole history, all others answer anew in each step; guards named like attributes read them.
 */
export function compare(
  table: FlowTable,
  machine: AnyStateMachine,
  history: History,
  steady: ReadonlySet<string>,
): Compared {
  const initial: unknown = machine.config.context;
  const bits = Object.keys(initial ?? {});
  let at = 0;
  const answer = (guard: string, context: Readonly<Record<string, unknown>>): boolean =>
    bits.includes(guard)
      ? context[guard] === true
      : scramble(history.seed, guard, steady.has(guard) ? 0 : at + 1) % 2 === 0;

  const reference = new Reference(machine, table, answer);
  const attributes: Record<string, unknown> = Object.fromEntries(bits.map((name) => [name, false]));
  const ask = (guard: string, done: readonly Operation[]): boolean => answer(guard, written(attributes, done));
  const armed = new Effects();
  const referenceEffects = new Effects();
  let reordered = 0;

  let now = enter(table, ask);
  reference.start();
  for (let event = 'start'; ; at += 1) {
    Object.assign(attributes, written(attributes, now.operations));
    const mine = armed.effective(now.operations.filter(({ does }) => does !== 'set' && does !== 'copy'));
    const theirs = referenceEffects.effective(reference.take());
    const configuration = table.configurations[now.configuration];
    const differs = (what: string, a: unknown, b: unknown): Difference | undefined => {
      const [left, right] = [text(a), text(b)];
      return left === right ? undefined : { at, event, what, table: left, xstate: right };
    };
    let difference =
      differs('state', configuration?.value, reference.value) ??
      differs('attributes', attributes, reference.context) ??
      differs('done', configuration?.done, reference.done);
    const order = differs('operations', mine, theirs);
    if (order !== undefined) {
      reordered += 1;
      difference ??= differs('operations', commuted(mine), commuted(theirs));
    }
    if (difference !== undefined || at === history.steps || configuration?.done === true)
      return { steps: at, difference, reordered };

    const outOfPlace = scramble(history.seed, 'out of place', at) % 10 === 0;
    const inPlace = table.events.filter((each) =>
      each.kind === 'external'
        ? true
        : each.kind === 'due'
          ? armed.timers.has(key(table.timers[each.timer]))
          : armed.activities.has(table.activities[each.activity]?.id ?? ''),
    );
    const choice = outOfPlace || inPlace.length === 0 ? table.events : inPlace;
    event = choice.length === 0 ? 'NOBODY' : (choice[scramble(history.seed, 'event', at) % choice.length]?.type ?? '');
    armed.spend(table, event);
    referenceEffects.spend(table, event);
    now = step(table, now.configuration, event, ask);
    reference.send(event);
  }
}

/** A live actor whose clock stands still, and what it has done since last asked. */
class Reference {
  readonly #actor: AnyActor;
  readonly #table: FlowTable;
  #done: Operation[] = [];

  constructor(
    machine: AnyStateMachine,
    table: FlowTable,
    answer: (guard: string, context: Readonly<Record<string, unknown>>) => boolean,
  ) {
    this.#table = table;
    const provided = machine.provide({
      actors: { work: fromCallback(() => undefined) },
      delays: Object.fromEntries(table.timers.map(({ delay }) => [delay, 1])),
      guards: Object.fromEntries(
        table.guards.map((guard) => [
          guard,
          ({ context }: { context: Record<string, unknown> }) => answer(guard, context),
        ]),
      ),
      actions: { charge: () => undefined, reach: () => undefined },
    } as never);
    this.#actor = createActor(provided, {
      clock: { setTimeout: () => 0, clearTimeout: () => undefined },
      inspect: (event) => {
        if (event.type === '@xstate.action')
          this.#note(event.action.type, event.action.params as Record<string, never> | undefined);
      },
    });
  }

  get value(): unknown {
    return this.#snapshot.value;
  }

  get context(): unknown {
    return this.#snapshot.context;
  }

  get done(): boolean {
    const { status, error } = this.#snapshot;
    if (status === 'error') throw error;
    return status === 'done';
  }

  get #snapshot(): {
    readonly value: unknown;
    readonly context: unknown;
    readonly status: string;
    readonly error: unknown;
  } {
    return this.#actor.getSnapshot() as AnyMachineSnapshot;
  }

  start(): void {
    this.#actor.start();
  }

  send(type: string): void {
    this.#actor.send({ type });
  }

  take(): readonly Operation[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  #note(
    type: string,
    params:
      | { event?: { type: string }; sendId?: string; id?: string; fee?: string; milestone?: string; delay?: number }
      | undefined,
  ): void {
    const { events, timers, activities } = this.#table;
    const timer = (name: string | undefined): { delay: string; state: string } => {
      const event = events.find((each) => each.type === name);
      return timers[event?.kind === 'due' ? event.timer : -1] ?? { delay: 'unknown', state: String(name) };
    };
    const activity = (id: string | undefined): { activity: string; state: string; id: string } => {
      const found = activities.find((each) => each.id === id);
      return { activity: found?.name ?? 'unknown', state: found?.state ?? 'unknown', id: String(id) };
    };
    if (type === 'charge') this.#done.push({ does: 'charge', fee: String(params?.fee) });
    else if (type === 'reach') this.#done.push({ does: 'reach', milestone: String(params?.milestone) });
    else if (type === 'xstate.raise' && params?.delay !== undefined)
      this.#done.push({ does: 'arm', ...timer(params.event?.type) });
    else if (type === 'xstate.cancel') this.#done.push({ does: 'disarm', ...timer(params?.sendId) });
    else if (type === 'xstate.spawnChild') this.#done.push({ does: 'begin', ...activity(params?.id) });
    else if (type === 'xstate.stopChild' && params !== undefined)
      this.#done.push({ does: 'end', ...activity(params.id) });
  }
}

/** Which timers are armed and which activities begun: disarming or ending any other does nothing and is not compared. */
class Effects {
  readonly timers: Set<string> = new Set();
  readonly activities: Set<string> = new Set();

  effective(operations: readonly Operation[]): readonly Operation[] {
    return operations.filter((operation) => {
      if (operation.does === 'arm') this.timers.add(key(operation));
      if (operation.does === 'begin') this.activities.add(operation.id);
      if (operation.does === 'disarm') return this.timers.delete(key(operation));
      if (operation.does === 'end') return this.activities.delete(operation.id);
      return true;
    });
  }

  /** A timer that is due is armed no longer. */
  spend(table: FlowTable, type: string): void {
    const event = table.events.find((each) => each.type === type);
    if (event?.kind === 'due') this.timers.delete(key(table.timers[event.timer]));
  }
}

function key(timer: { readonly delay: string; readonly state: string } | undefined): string {
  return `${timer?.delay} ${timer?.state}`;
}

/** Attributes after operations. */
function written(before: Readonly<Record<string, unknown>>, operations: readonly Operation[]): Record<string, unknown> {
  const after = { ...before };
  for (const operation of operations) {
    if (operation.does === 'set') after[operation.attribute] = operation.value;
    if (operation.does === 'copy') after[operation.attribute] = after[operation.from];
  }
  return after;
}

/** Operations with every run of fees and milestones sorted: they commute. */
function commuted(operations: readonly Operation[]): readonly unknown[] {
  const runs: { run: string[]; next: unknown }[] = [];
  let run: string[] = [];
  for (const operation of operations) {
    if (operation.does === 'charge' || operation.does === 'reach') run.push(text(operation));
    else {
      runs.push({ run: run.toSorted(), next: operation });
      run = [];
    }
  }
  return [...runs, { run: run.toSorted(), next: undefined }];
}

/** JSON with keys in order. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** A number of 32 bits from a seed, a word and a count (FNV-1a and a final mix). */
function scramble(seed: number, word: string, count: number): number {
  let hash = 2_166_136_261 ^ seed;
  for (const character of `${word} ${count}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  return (hash ^ (hash >>> 13)) >>> 0;
}
