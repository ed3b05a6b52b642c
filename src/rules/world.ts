import { assert, present } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { engineModel } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import { askedLater } from './asked-later.ts';
import { eventNames, type EventNames } from './event-names.ts';
import { Facts, type Known } from './facts.ts';
import { get, Layout, type Field } from './layout.ts';
import { isEvent, labelText, type Label, type Mark, type Pending } from './label.ts';
import { marked, standing } from './symbols.ts';
import { Way } from './way.ts';

const { Op } = engineModel;

/** Events as they are told, and the way that goes on from there. */
interface Told {
  readonly events: readonly string[];
  readonly way: Way;
}

/** How an activity stands in a state. */
const Stage = { none: 0, waiting: 1, running: 2, held: 3 } as const;

/**
 * How a consignment may stand, and how it may go on, whatever delays last and whenever resources are free: events that are
 * pending come in any order. So a proof holds for all scenarios with these attributes, chances and measures; whether a
 * counterexample is possible with the delays of the scenario is another question.
 *
 * A state is the configuration, what is pending, whether the ship has arrived, which anchors of deadlines are reached, and what
 * is known of attributes and chances. What nothing asks for any more is forgotten, so that fewer states are told apart.
 *
 * What a consignment does in a configuration is read once, all answers of guards at once, and kept as ways: to explore is then to
 * try the ways of a configuration on the bits of a state.
 */
export class World {
  /** Words of a state. */
  readonly width: number;
  readonly names: EventNames;
  readonly facts: Facts;
  /** Labels of all ways that were asked for, in the order of their coming. */
  readonly labels: Label[] = [];
  readonly #model: Model;
  /** The guard that is asked at some events, and those events. */
  readonly #mark: Mark | undefined;
  readonly #isTimed: boolean;
  readonly #forgets: boolean;
  readonly #configuration: Field;
  readonly #hasArrived: Field;
  readonly #timers: readonly Field[];
  readonly #activities: readonly Field[];
  /** By milestone column that a deadline counts from. */
  readonly #anchors: ReadonlyMap<number, Field>;
  /** By configuration: facts that some guard may still ask for. */
  readonly #asked: readonly ReadonlySet<number>[];
  readonly #numbers: Map<string, number> = new Map();
  /** What may be pending, in the order in which it is tried. */
  readonly #causes: readonly Cause[];
  /** By configuration and cause, once asked for: the ways that may follow. */
  readonly #ways: (readonly Way[])[][] = [];

  /**
   * `isTimed`: what delays and services hang on is settled when they are asked for, and not forgotten. `forgets`: what nothing asks for
   * any more is.
   */
  constructor(model: Model, mark?: Mark, isTimed = false, forgets = true) {
    this.#model = model;
    this.#mark = mark;
    this.#isTimed = isTimed;
    this.#forgets = forgets;
    const { engine, table } = model;
    this.names = eventNames(model);
    const layout = new Layout();
    this.#configuration = layout.field(bitsFor(table.configurations.length));
    this.#hasArrived = layout.field(1);
    this.#timers = engine.timers.map(() => layout.field(1));
    this.#activities = engine.activities.map(() => layout.field(2));
    const anchors = engine.timers.flatMap((timer) => (timer.kind === 'deadline' ? timer.from.columns : []));
    this.#anchors = new Map([...new Set(anchors)].map((column) => [column, layout.field(1)]));
    this.facts = new Facts(engine, layout);
    this.width = layout.width;
    // A condition may be asked anywhere, and how long something lasts until it is over.
    const kept = [
      ...(mark === undefined ? [] : this.facts.usedBy(mark.guard)),
      ...(isTimed ? this.facts.usedByDurations() : []),
    ];
    this.#asked = askedLater(engine, this.facts).map((asked) => new Set([...asked, ...kept]));
    this.#causes = this.#whatMayCome();
  }

  /** Ways of entering, from a state of zeros. */
  entries(): readonly Way[] {
    const way = new Way(this.width);
    for (const [fact, field] of this.facts.fields.entries()) way.put(field, this.#initial(fact));
    return this.#follow(this.#model.engine.program.start, { events: [], way }, { cause: '', by: -1, from: -1 });
  }

  /** Ways that are open to a state; none when the flow has ended. */
  waysFrom(state: Int32Array): readonly Way[] {
    const from = this.configuration(state);
    const open: Way[] = [];
    if (this.endsIn(from)) return open;
    const known = (this.#ways[from] ??= []);
    for (let index = 0; index < this.#causes.length; index++) {
      const cause = this.#causes[index];
      if (cause === undefined || !cause.way.isOpen(state)) continue;
      for (const way of (known[index] ??= this.#step(cause, from))) if (way.isOpen(state)) open.push(way);
    }
    return open;
  }

  /** What a consignment waits for in a state: each of its moves is by one of these. A deadline whose anchor is not reached is told too. */
  pending(state: Int32Array): readonly Pending[] {
    if (this.hasEnded(state)) return [];
    const { arrivals, program, timers, activities } = this.engine;
    const pending: Pending[] = timers.flatMap((timer, source) =>
      get(state, present(this.#timers[source], 'a timer')) === 0
        ? []
        : [{ source, kind: 'timer', timer, isAnchored: this.isAnchored(timer, state) }],
    );
    for (const [index, activity] of activities.entries()) {
      const stage = get(state, present(this.#activities[index], 'an activity'));
      if (stage === Stage.none || stage === Stage.held) continue;
      const kind = stage === Stage.waiting ? 'start' : activity.takes === undefined ? 'grant' : 'end';
      pending.push({ source: timers.length + index, kind, activity });
    }
    if (program.arrived >= 0 && arrivals.kind === 'conveyances' && get(state, this.#hasArrived) === 0)
      pending.push({ source: this.#ship, kind: 'arrival', travel: arrivals.travel });
    return pending;
  }

  get engine(): engineModel.Model {
    return this.#model.engine;
  }

  /** The arrival among what is waited for. */
  get #ship(): number {
    const { timers, activities } = this.engine;
    return timers.length + activities.length;
  }

  configuration(state: Int32Array): number {
    return get(state, this.#configuration);
  }

  hasEnded(state: Int32Array): boolean {
    return this.endsIn(this.configuration(state));
  }

  /** True if the flow has ended in a configuration. */
  endsIn(configuration: number): boolean {
    return this.#model.engine.program.done[configuration] === 1;
  }

  /** The innermost states of a configuration, dotted. */
  innermost(configuration: number): readonly string[] {
    return leavesOf(present(this.#model.table.configurations[configuration], 'a configuration').value);
  }

  /** The ship, timers and activities: when they may come. */
  #whatMayCome(): readonly Cause[] {
    const { engine } = this.#model;
    const { arrived } = engine.program;
    /** A way for what is pending while the field is in one stage, after which it is in another. */
    const pending = (field: Field, stage: number, then: number): Way => {
      const way = new Way(this.width);
      way.where(field, stage);
      return way.put(field, then);
    };
    return [
      ...(arrived >= 0 && engine.arrivals.kind === 'conveyances'
        ? [{ name: 'ARRIVED', by: this.#ship, way: pending(this.#hasArrived, 0, 1), event: arrived }]
        : []),
      ...engine.timers.flatMap((timer, index) => {
        const armed = pending(present(this.#timers[index], 'a timer'), 1, 0);
        const name = `due:${this.names.timers[index] ?? ''}`;
        return this.#anchored(timer, armed).map((way) => ({ name, by: index, way, event: timer.event }));
      }),
      ...engine.activities.flatMap(({ takes, done: event }, index) => {
        const field = present(this.#activities[index], 'an activity');
        const name = this.names.activities[index] ?? '';
        const by = engine.timers.length + index;
        const begin = {
          name: `start:${name}`,
          by,
          way: pending(field, Stage.waiting, Stage.running),
          event: undefined,
        };
        // What only holds tells the machine that it was granted, and goes on holding; others may begin in between.
        return takes === undefined
          ? [begin, { name: `granted:${name}`, by, way: pending(field, Stage.running, Stage.held), event }]
          : [begin, { name: `end:${name}`, by, way: pending(field, Stage.running, Stage.none), event }];
      }),
    ];
  }

  /** What follows a cause in a configuration. */
  #step({ name, by, way, event }: Cause, from: number): readonly Way[] {
    const { go, events } = this.engine.program;
    const program = event === undefined ? -1 : present(go[from * events + event], 'a program or none');
    const first = isEvent(name) ? [name] : [];
    const of = { cause: name, by, from };
    if (program < 0)
      // It stays where it is.
      return this.#tell([...first, standing], way).map((told) =>
        this.#labelled(told.way.fork(), { ...of, ...told, armed: [] }),
      );
    return this.#tell(first, way).flatMap((told) => this.#follow(program, told, of));
  }

  /** Events as they are told: each that is asked about once with and once without its mark, as far as both may be. */
  #tell(events: readonly string[], way: Way): readonly Told[] {
    const mark = this.#mark;
    const kept = events.filter((event) => event !== standing || mark?.events.has(standing) === true);
    if (mark === undefined || !kept.some((event) => mark.events.has(event))) return [{ events: kept, way }];
    return this.facts.ask(mark.guard, way).map((answer) => ({
      events: answer.isYes ? kept.map((event) => (mark.events.has(event) ? marked(event) : event)) : kept,
      way: answer.way,
    }));
  }

  /** Ways through a program, with what has been told before it. */
  #follow(start: number, first: Told, of: Begun): readonly Way[] {
    const { timers, activities, program } = this.engine;
    const word = (at: number): number => present(program.code[at], 'a word of a program');
    const ways: Way[] = [];
    const walk = (begin: number, before: Told, armedBefore: readonly number[]): void => {
      const { events } = before;
      const way = before.way.fork();
      const armed = [...armedBefore];
      /** Goes on after an event. */
      const tell = (event: string, then: number): void => {
        for (const told of this.#tell([event], way))
          walk(then, { events: [...events, ...told.events], way: told.way }, armed);
      };
      /** Goes on with what a duration hangs on settled. */
      const settle = (duration: engineModel.Duration, then: number): void => {
        for (const settled of this.facts.settle(duration, way)) walk(then, { events, way: settled }, armed);
      };
      for (let at = begin; ;) {
        const operand = word(at + 1);
        switch (word(at)) {
          case Op.test: {
            for (const answer of this.facts.ask(operand, way))
              walk(answer.isYes ? at + 3 : word(at + 2), { events, way: answer.way }, armed);
            return;
          }
          case Op.goto:
            ways.push(...this.#arrive(operand, { events, way }, { ...of, first: first.events, armed }));
            return;
          case Op.set:
            way.put(this.#fact(operand), this.facts.valueOf(operand, word(at + 2)));
            at += 3;
            continue;
          case Op.copy:
            // From now on the two are taken as free of each other.
            way.copy(this.#fact(operand), this.#fact(word(at + 2)));
            at += 3;
            continue;
          case Op.reach: {
            const anchor = this.#anchors.get(operand);
            if (anchor !== undefined) way.put(anchor, 1);
            tell(present(this.names.milestones[operand], 'a milestone'), at + 2);
            return;
          }
          case Op.charge:
            tell(`fee:${this.names.fees[operand] ?? ''}`, at + 2);
            return;
          case Op.arm: {
            const timer = present(timers[operand], 'a timer');
            way.put(present(this.#timers[operand], 'a timer'), 1);
            armed.push(operand);
            if (this.#isTimed && timer.kind === 'delay') {
              settle(timer.takes, at + 2);
              return;
            }
            break;
          }
          case Op.disarm:
            way.put(present(this.#timers[operand], 'a timer'), 0);
            break;
          case Op.begin: {
            const { takes } = present(activities[operand], 'an activity');
            way.put(present(this.#activities[operand], 'an activity'), Stage.waiting);
            if (this.#isTimed && takes !== undefined) {
              settle(takes, at + 2);
              return;
            }
            break;
          }
          default:
            assert(word(at) === Op.end, 'an operation is known');
            way.put(present(this.#activities[operand], 'an activity'), Stage.none);
        }
        at += 2;
      }
    };
    walk(start, { events: [], way: first.way }, []);
    return ways;
  }

  /** A program has led to a configuration: what is left comes before what was done, what is entered after it. */
  #arrive(
    configuration: number,
    { events, way: arriving }: Told,
    of: Begun & { readonly first: readonly string[]; readonly armed: readonly number[] },
  ): readonly Way[] {
    const asked = present(this.#asked[configuration], 'a configuration');
    const before = this.names.states[of.from] ?? [];
    const now = present(this.names.states[configuration], 'a configuration');
    const left = before.filter((path) => !now.includes(path)).map((path) => `leave:${path}`);
    const entered = now.filter((path) => !before.includes(path)).map((path) => `enter:${path}`);
    return this.#tell([...left, ...entered, standing], arriving).map((told) => {
      const way = told.way.fork().put(this.#configuration, configuration);
      if (this.#forgets)
        for (const [fact, field] of this.facts.fields.entries())
          if (!asked.has(fact)) way.put(field, this.#initial(fact));
      return this.#labelled(way, {
        ...of,
        events: [...of.first, ...told.events.slice(0, left.length), ...events, ...told.events.slice(left.length)],
      });
    });
  }

  /** The way to its end, with what happens by it. */
  #labelled(way: Way, { cause, by, events, armed }: Label): Way {
    const name = labelText({ cause, by, events, armed });
    way.label = this.#numbers.get(name) ?? this.labels.push({ cause, by, events, armed }) - 1;
    this.#numbers.set(name, way.label);
    return way;
  }

  #fact(index: number): Field {
    return present(this.facts.fields[index], 'a fact');
  }

  #initial(fact: number): number {
    return present(this.facts.initial[fact], 'a fact');
  }

  /** A way, with the anchor of a timer reached: as many as there are ways in which it may be; no state is open to two. */
  #anchored(timer: engineModel.Timer, way: Way): readonly Way[] {
    if (timer.kind === 'delay') return [way];
    const { of, columns } = timer.from;
    const reached = columns.filter((column) => column !== engineModel.created);
    if (of === 'first' && reached.length < columns.length) return [way];
    const fields = reached.map((column) => present(this.#anchors.get(column), 'an anchor'));
    const where = (isReached: (index: number) => boolean, upTo: number): readonly Way[] => {
      const then = way.fork();
      const isPossible = fields.slice(0, upTo).every((field, index) => then.where(field, isReached(index) ? 1 : 0));
      return isPossible ? [then] : [];
    };
    if (of === 'last') return where(() => true, fields.length);
    return fields.flatMap((_, first) => where((index) => index === first, first + 1));
  }

  /** What is known of a consignment in a state. */
  known(state: Int32Array): Known {
    return this.facts.fields.map((field) => get(state, field));
  }

  /** What is known of a consignment that has gone through these states by these labels, what was forgotten on the way too. */
  recall(history: readonly { readonly label: number; readonly words: Int32Array }[]): Known {
    const world = new World(this.#model, this.#mark, this.#isTimed, false);
    let state = new Int32Array(this.width);
    for (const [index, { label, words }] of history.entries()) {
      const wanted = labelText(present(this.labels[label], 'a label'));
      const ways = index === 0 ? world.entries() : world.waysFrom(state);
      const after = ways
        .filter((way) => labelText(present(world.labels[way.label], 'a label')) === wanted)
        .map((way) => {
          const into = new Int32Array(this.width);
          way.go(state, into);
          return into;
        })
        .find((into) => {
          const forgotten = this.#forgotten(into);
          return words.every((word, at) => word === forgotten[at]);
        });
      state = present(after, 'the step of a history');
    }
    return this.known(state);
  }

  /** A state without what nothing asks for any more. */
  #forgotten(state: Int32Array): Int32Array {
    const asked = present(this.#asked[this.configuration(state)], 'a configuration');
    const way = new Way(this.width);
    for (const [fact, field] of this.facts.fields.entries()) if (!asked.has(fact)) way.put(field, this.#initial(fact));
    const into = new Int32Array(this.width);
    way.go(state, into);
    return into;
  }

  /** Whether a timer runs once it is armed: a delay always does, a deadline from when its anchor is reached. */
  isAnchored(timer: engineModel.Timer, state: Int32Array): boolean {
    if (timer.kind === 'delay') return true;
    const { of, columns } = timer.from;
    const isReached = (column: number): boolean => {
      const field = this.#anchors.get(column);
      return column === engineModel.created || (field !== undefined && get(state, field) === 1);
    };
    return of === 'first' ? columns.some(isReached) : columns.every(isReached);
  }
}

/** What a step begins with: what brings it about, and the configuration before it; -1: none, the consignment enters. */
interface Begun {
  readonly cause: string;
  readonly by: number;
  readonly from: number;
}

/** What may be pending. */
interface Cause {
  /** As in a label. */
  readonly name: string;
  readonly by: number;
  /** Open to the states in which it is; by it it is pending no more. */
  readonly way: Way;
  /** What the machine is then told; nothing if a resource only begins to work. */
  readonly event: number | undefined;
}

/** Bits in which so many values can be told apart. */
function bitsFor(count: number): number {
  return Math.max(1, 32 - Math.clz32(count - 1));
}
