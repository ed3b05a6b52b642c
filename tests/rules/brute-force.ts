import type { AnyMachineSnapshot } from 'xstate';
import { xstateStepper, type Operation, type StateValue } from '../../src/compile/index.ts';
import { present } from '../../src/base/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { isG0, valuationsOf } from './random-model.ts';

/** How one consignment of a random model stands, everything about it known. */
interface Standing {
  readonly snapshot: AnyMachineSnapshot;
  readonly value: StateValue;
  readonly place: string;
  readonly isOver: boolean;
  readonly hasArrived: boolean;
  readonly timers: ReadonlySet<string>;
  /** Activities by id: whether a resource works on it, or it waits for one. */
  readonly activities: ReadonlyMap<string, 'waiting' | 'running'>;
  readonly reached: ReadonlySet<string>;
  readonly attributes: Readonly<Record<string, boolean | number | string>>;
  /** What the chance g2 has come out as; undefined: it was not asked yet. */
  readonly luck: boolean | undefined;
}

/** A step by which the machine may answer an event: what it asks, what it does, where it comes to. */
interface Path {
  readonly asked: readonly { readonly guard: string; readonly isYes: boolean; readonly done: readonly Operation[] }[];
  readonly operations: readonly Operation[];
  readonly after: Pick<Standing, 'snapshot' | 'value' | 'place' | 'isOver'>;
}

/** What happens by a step, and how the consignment then stands. */
interface Step {
  readonly events: readonly string[];
  readonly to: Standing;
}

/** All histories of a random model, one after another, made by XState itself with every attribute fixed beforehand. */
export class BruteForce {
  readonly #model: Model;
  readonly #stepper: ReturnType<typeof xstateStepper>;
  readonly #paths: Map<string, readonly Path[]> = new Map();

  constructor(model: Model) {
    this.#model = model;
    this.#stepper = xstateStepper(model.scenario.flow);
  }

  entries(): readonly Step[] {
    const paths = this.#follow('', (answer) => this.#stepper.enter(answer));
    return valuationsOf(this.#model).flatMap((attributes) =>
      paths.flatMap((path) =>
        this.#take(path, undefined, [], {
          hasArrived: false,
          timers: new Set(),
          activities: new Map(),
          reached: new Set(),
          attributes,
          luck: undefined,
        }),
      ),
    );
  }

  /** Steps that the consignment may make next. */
  steps(from: Standing): readonly Step[] {
    if (from.isOver) return [];
    const { events, timers, activities } = this.#model.table;
    const { deadlines } = this.#model.scenario;
    const send = (type: string, before: Standing, first: readonly string[]): readonly Step[] =>
      this.#follow(`${from.place} ${type}`, (answer) => this.#stepper.step(from.snapshot, type, answer)).flatMap(
        (path) => this.#take(path, from.value, first, before),
      );
    const typeOf = (isIt: (event: (typeof events)[number]) => boolean): string => events.find(isIt)?.type ?? 'NOBODY';
    const isHeard = events.some(({ type }) => type === 'ARRIVED');
    return [
      ...(from.hasArrived || !isHeard ? [] : send('ARRIVED', { ...from, hasArrived: true }, [])),
      ...timers.flatMap((timer, index) => {
        const name = `${timer.delay} ${timer.state}`;
        if (!from.timers.has(name) || (timer.delay in deadlines && !from.reached.has('mark0'))) return [];
        const type = typeOf((event) => event.kind === 'due' && event.timer === index);
        const left = new Set([...from.timers].filter((each) => each !== name));
        return send(type, { ...from, timers: left }, [`due:${timer.delay}`]);
      }),
      ...activities.flatMap(({ id, name }, index) => {
        const stage = from.activities.get(id);
        if (stage === undefined) return [];
        if (stage === 'waiting') {
          const begun = new Map(from.activities).set(id, 'running');
          return [{ events: [`start:${name}`], to: { ...from, activities: begun } }];
        }
        const type = typeOf((event) => event.kind === 'done' && event.activity === index);
        const left = new Map([...from.activities].filter(([each]) => each !== id));
        return send(type, { ...from, activities: left }, [`end:${name}`]);
      }),
    ];
  }

  /** Every way in which XState may answer, by every answer of every guard. */
  #follow(
    key: string,
    step: (
      answer: Parameters<ReturnType<typeof xstateStepper>['enter']>[0],
    ) => ReturnType<ReturnType<typeof xstateStepper>['enter']>,
  ): readonly Path[] {
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const paths: Path[] = [];
    for (let script: readonly boolean[] | undefined = []; script !== undefined;) {
      const answers: readonly boolean[] = script;
      const asked: { guard: string; isYes: boolean; done: readonly Operation[] }[] = [];
      const { value, history, done, operations, snapshot } = step((guard, before) => {
        const isYes = answers[asked.length] ?? true;
        asked.push({ guard, isYes, done: before });
        return isYes;
      });
      const after = { snapshot, value, isOver: done, place: JSON.stringify([value, history]) };
      paths.push({ asked, operations, after });
      const last = asked.findLastIndex(({ isYes }) => isYes);
      script = last < 0 ? undefined : [...asked.slice(0, last).map(({ isYes }) => isYes), false];
    }
    this.#paths.set(key, paths);
    return paths;
  }

  /** The step of a consignment along a path, if it is like that; two if nothing but luck says what comes. */
  #take(
    { asked, operations, after }: Path,
    from: StateValue | undefined,
    first: readonly string[],
    before: Omit<Standing, keyof Path['after']>,
  ): readonly Step[] {
    let { luck } = before;
    for (const { guard, isYes, done } of asked) {
      if (guard === 'g1') continue;
      const now = written(before.attributes, done);
      if (guard === 'g2') {
        if (luck === undefined && now['c2'] === true && !isYes) return [];
        luck ??= isYes;
      }
      const isSo = guard === 'g2' ? luck : guard === 'g0' ? isG0(before.attributes) : now[guard] === true;
      if (isSo !== isYes) return [];
    }
    const timers = new Set(before.timers);
    const activities = new Map(before.activities);
    const reached = new Set(before.reached);
    const done: string[] = [];
    for (const operation of operations) {
      if (operation.does === 'reach') {
        reached.add(operation.milestone);
        done.push(operation.milestone);
      }
      if (operation.does === 'charge') done.push(`fee:${operation.fee}`);
      if (operation.does === 'arm') timers.add(`${operation.delay} ${operation.state}`);
      if (operation.does === 'disarm') timers.delete(`${operation.delay} ${operation.state}`);
      if (operation.does === 'begin') activities.set(operation.id, 'waiting');
      if (operation.does === 'end') activities.delete(operation.id);
    }
    const was = from === undefined ? [] : pathsIn(from);
    const is = pathsIn(after.value);
    return [
      {
        events: [
          ...first,
          ...was.filter((path) => !is.includes(path)).map((path) => `leave:${path}`),
          ...done,
          ...is.filter((path) => !was.includes(path)).map((path) => `enter:${path}`),
        ],
        to: {
          ...after,
          hasArrived: before.hasArrived,
          timers,
          activities,
          reached,
          attributes: written(before.attributes, operations),
          luck,
        },
      },
    ];
  }
}

/** Active states, outer ones before inner ones. */
export function pathsIn(value: StateValue, above = ''): readonly string[] {
  if (typeof value === 'string') return [`${above}${value}`];
  return Object.entries(value).flatMap(([name, inner]) => [
    `${above}${name}`,
    ...pathsIn(present(inner, 'a state'), `${above}${name}.`),
  ]);
}

/** A text that is the same for consignments that stand the same. */
export function keyOf({ place, hasArrived, timers, activities, reached, attributes, luck }: Standing): string {
  return JSON.stringify([
    place,
    hasArrived,
    [...timers].toSorted(),
    [...activities].map(([id, stage]) => `${id} ${stage}`).toSorted(),
    reached.has('mark0'),
    attributes,
    luck ?? null,
  ]);
}

export type { Standing };

function written(before: Standing['attributes'], operations: readonly Operation[]): Standing['attributes'] {
  const after = { ...before };
  for (const operation of operations) {
    if (operation.does === 'set') after[operation.attribute] = operation.value;
    if (operation.does === 'copy') after[operation.attribute] = present(after[operation.from], 'an attribute');
  }
  return after;
}
