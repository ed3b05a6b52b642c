import { assert, present } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { engineModel } from '../engine/index.ts';
import type { Model } from '../simulation/index.ts';
import { eventNames, type EventNames } from './event-names.ts';
import { Facts, type Known } from './facts.ts';
import { get, Layout, put, type Field } from './layout.ts';
import { marked, standing } from './symbols.ts';

const { Op } = engineModel;

/** A step that a consignment may make: what brings it about, what happens by it in this order, and how it then stands. */
export interface Move {
  /** `ARRIVED`, `due:payment`, `start:inspection`, `end:inspection`, `granted:inspectionBay`; empty: it enters. */
  readonly cause: string;
  /** What was waited for (see {@link Pending}); -1: it enters. */
  readonly by: number;
  readonly events: readonly string[];
  /** Timers that are armed by it, again perhaps. */
  readonly armed: readonly number[];
  readonly to: Int32Array;
}

/** Something that a consignment waits for. `source` numbers the timers, then the activities, then the arrival of the ship. */
export type Pending = { readonly source: number } & (
  | { readonly kind: 'timer'; readonly timer: engineModel.Timer; readonly isAnchored: boolean }
  /** It begins, is over, or is granted if it only holds. */
  | { readonly kind: 'start' | 'end' | 'grant'; readonly activity: engineModel.Activity }
  | { readonly kind: 'arrival'; readonly travel: number }
);

/** A condition that is asked of a consignment at some events; where it holds, the event is told marked. */
export interface Mark {
  readonly guard: number;
  readonly events: ReadonlySet<string>;
}

interface Told {
  readonly events: readonly string[];
  readonly known: Known;
}

/** What a step begins with. */
type Cause = Pick<Move, 'cause' | 'by'>;

/** What is gathered on the way through a program. */
type Done = Pick<Move, 'events' | 'armed'>;

/** How an activity stands in a state. */
const Stage = { none: 0, waiting: 1, running: 2, held: 3 } as const;

/**
 * How a consignment may stand, and how it may go on, whatever delays last and whenever resources are free: events that are
 * pending come in any order. So a proof holds for all scenarios with these attributes, chances and measures; whether a
 * counterexample is possible with the delays of the scenario is another question.
 *
 * A state is the configuration, what is pending, whether the ship has arrived, which anchors of deadlines are reached, and what
 * is known of attributes and chances. What nothing asks for any more is forgotten, so that fewer states are told apart.
 */
export class World {
  /** Words of a state. */
  readonly width: number;
  readonly names: EventNames;
  readonly facts: Facts;
  readonly #model: Model;
  readonly #configuration: Field;
  readonly #hasArrived: Field;
  readonly #timers: readonly Field[];
  readonly #activities: readonly Field[];
  /** By milestone column that a deadline counts from. */
  readonly #anchors: ReadonlyMap<number, Field>;
  readonly #known: readonly Field[];
  /** By configuration: facts that some guard may still ask for. */
  readonly #asked: readonly ReadonlySet<number>[];

  /** The guard that is asked at some events, and those events. */
  readonly #mark: Mark | undefined;
  readonly #isTimed: boolean;

  /** `isTimed`: what delays and services hang on is settled when they are asked for, and not forgotten. */
  constructor(model: Model, mark?: Mark, isTimed = false) {
    this.#model = model;
    this.#mark = mark;
    this.#isTimed = isTimed;
    const { engine, table } = model;
    this.facts = new Facts(engine);
    this.names = eventNames(model);
    const layout = new Layout();
    this.#configuration = layout.field(bitsFor(table.configurations.length));
    this.#hasArrived = layout.field(1);
    this.#timers = engine.timers.map(() => layout.field(1));
    this.#activities = engine.activities.map(() => layout.field(2));
    const anchors = engine.timers.flatMap((timer) => (timer.kind === 'deadline' ? timer.from.columns : []));
    this.#anchors = new Map([...new Set(anchors)].map((column) => [column, layout.field(1)]));
    this.#known = this.facts.widths.map((width) => layout.field(width));
    this.width = layout.width;
    this.#asked = this.#askedLater();
  }

  /** Ways of entering. */
  entries(): readonly Move[] {
    const state = new Int32Array(this.width);
    return this.#follow(this.#model.engine.program.start, state, {
      cause: '',
      by: -1,
      first: [],
      from: -1,
      known: this.facts.initial,
    });
  }

  /** Ways of going on; none when the flow has ended. */
  moves(state: Int32Array): readonly Move[] {
    if (this.hasEnded(state)) return [];
    const { engine } = this.#model;
    const moves: Move[] = [];
    const { arrived } = engine.program;
    if (arrived >= 0 && engine.arrivals.kind === 'conveyances' && get(state, this.#hasArrived) === 0) {
      const after = state.slice();
      put(after, this.#hasArrived, 1);
      moves.push(...this.#step(after, arrived, { cause: 'ARRIVED', by: this.#ship }, []));
    }
    for (const [index, timer] of engine.timers.entries()) {
      if (get(state, present(this.#timers[index], 'a timer')) === 0 || !this.isAnchored(timer, state)) continue;
      const after = state.slice();
      put(after, present(this.#timers[index], 'a timer'), 0);
      const cause = `due:${this.names.timers[index] ?? ''}`;
      moves.push(...this.#step(after, timer.event, { cause, by: index }, [cause]));
    }
    for (const [index, activity] of engine.activities.entries()) {
      const field = present(this.#activities[index], 'an activity');
      const stage = get(state, field);
      const name = this.names.activities[index] ?? '';
      const by = engine.timers.length + index;
      const after = state.slice();
      if (stage === Stage.waiting) {
        put(after, field, Stage.running);
        const cause = `start:${name}`;
        moves.push(...this.#stand(after, { cause, by }, [cause]));
      } else if (stage === Stage.running && activity.takes === undefined) {
        // What only holds tells the machine that it was granted, and goes on holding; others may begin in between.
        put(after, field, Stage.held);
        moves.push(...this.#step(after, activity.done, { cause: `granted:${name}`, by }, []));
      } else if (stage === Stage.running) {
        put(after, field, Stage.none);
        const cause = `end:${name}`;
        moves.push(...this.#step(after, activity.done, { cause, by }, [cause]));
      }
    }
    return moves;
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

  #step(state: Int32Array, event: number, cause: Cause, events: readonly string[]): readonly Move[] {
    const { go, events: count } = this.#model.engine.program;
    const from = this.configuration(state);
    const program = present(go[from * count + event], 'a program or none');
    if (program < 0) return this.#stand(state, cause, events);
    return this.#tell(events, this.known(state)).flatMap((told) =>
      this.#follow(program, state, { ...cause, first: told.events, from, known: told.known }),
    );
  }

  /** A step by which a consignment stays where it is. */
  #stand(state: Int32Array, cause: Cause, events: readonly string[]): readonly Move[] {
    return this.#tell([...events, standing], this.known(state)).map((told) => {
      const to = state.slice();
      for (const [fact, field] of this.#known.entries()) put(to, field, present(told.known[fact], 'a fact'));
      return { ...cause, events: told.events, armed: [], to };
    });
  }

  /** Events as they are told: each that is asked about once with and once without its mark, as far as both may be. */
  #tell(events: readonly string[], known: Known): readonly Told[] {
    const mark = this.#mark;
    const kept = events.filter((event) => event !== standing || mark?.events.has(standing) === true);
    if (mark === undefined || !kept.some((event) => mark.events.has(event))) return [{ events: kept, known }];
    return this.facts.ask(mark.guard, known).map(({ isYes, known: then }) => ({
      events: isYes ? kept.map((event) => (mark.events.has(event) ? marked(event) : event)) : kept,
      known: then,
    }));
  }

  /** What is known of a consignment in a state. */
  known(state: Int32Array): Known {
    return this.#known.map((field) => get(state, field));
  }

  /** Ways through a program; `state` is what they begin with, `first` what has been told before it. */
  #follow(
    start: number,
    state: Int32Array,
    of: Cause & { readonly first: readonly string[]; readonly from: number; readonly known: Known },
  ): readonly Move[] {
    const { timers, activities, program } = this.engine;
    const word = (at: number): number => present(program.code[at], 'a word of a program');
    const moves: Move[] = [];
    const walk = (from: number, before: Int32Array, knownBefore: Known, done: Done): void => {
      const after = before.slice();
      const events = [...done.events];
      const armed = [...done.armed];
      let known = knownBefore;
      let at = from;
      // True if the event was told in two ways, each of which was then followed.
      const tell = (event: string): boolean => {
        const [told, other] = this.#tell([event], known);
        if (other !== undefined) {
          for (const each of [told, other])
            walk(at + 2, after, present(each, 'a way').known, {
              events: [...events, ...present(each, 'a way').events],
              armed,
            });
          return true;
        }
        known = present(told, 'a way').known;
        events.push(...present(told, 'a way').events);
        return false;
      };
      // What a duration hangs on is settled: all ways but the first are followed from here.
      const settle = (duration: engineModel.Duration | undefined): void => {
        if (!this.#isTimed || duration === undefined) return;
        const [first, ...others] = this.facts.settle(duration, known);
        for (const other of others) walk(at + 2, after, other, { events, armed });
        known = present(first, 'a duration');
      };
      for (;;) {
        const operand = word(at + 1);
        switch (word(at)) {
          case Op.test: {
            for (const answer of this.facts.ask(operand, known))
              walk(answer.isYes ? at + 3 : word(at + 2), after, answer.known, { events, armed });
            return;
          }
          case Op.goto:
            moves.push(...this.#arrive(operand, after, { ...of, known, events, armed }));
            return;
          case Op.set:
            known = known.with(operand, 1 << word(at + 2));
            at += 3;
            continue;
          case Op.copy:
            // From now on the two are taken as free of each other.
            known = known.with(operand, present(known[word(at + 2)], 'a fact'));
            at += 3;
            continue;
          case Op.reach: {
            const anchor = this.#anchors.get(operand);
            if (anchor !== undefined) put(after, anchor, 1);
            if (tell(present(this.names.milestones[operand], 'a milestone'))) return;
            break;
          }
          case Op.charge:
            if (tell(`fee:${this.names.fees[operand] ?? ''}`)) return;
            break;
          case Op.arm: {
            const timer = present(timers[operand], 'a timer');
            put(after, present(this.#timers[operand], 'a timer'), 1);
            armed.push(operand);
            settle(timer.kind === 'delay' ? timer.takes : undefined);
            break;
          }
          case Op.disarm:
            put(after, present(this.#timers[operand], 'a timer'), 0);
            break;
          case Op.begin:
            put(after, present(this.#activities[operand], 'an activity'), Stage.waiting);
            settle(present(activities[operand], 'an activity').takes);
            break;
          default:
            assert(word(at) === Op.end, 'an operation is known');
            put(after, present(this.#activities[operand], 'an activity'), Stage.none);
        }
        at += 2;
      }
    };
    walk(start, state, of.known, { events: [], armed: [] });
    return moves;
  }

  /** A program has led to a configuration: what is left comes before what was done, what is entered after it. */
  #arrive(
    configuration: number,
    state: Int32Array,
    of: Cause & Done & { readonly first: readonly string[]; readonly from: number; readonly known: Known },
  ): readonly Move[] {
    put(state, this.#configuration, configuration);
    const asked = present(this.#asked[configuration], 'a configuration');
    const before = this.names.states[of.from] ?? [];
    const now = present(this.names.states[configuration], 'a configuration');
    const left = before.filter((path) => !now.includes(path)).map((path) => `leave:${path}`);
    const entered = now.filter((path) => !before.includes(path)).map((path) => `enter:${path}`);
    return this.#tell([...left, ...entered, standing], of.known).map((told) => {
      const to = state.slice();
      for (const [fact, field] of this.#known.entries()) {
        const possible = asked.has(fact) ? told.known[fact] : this.facts.initial[fact];
        put(to, field, present(possible, 'a fact'));
      }
      const events = [
        ...of.first,
        ...told.events.slice(0, left.length),
        ...of.events,
        ...told.events.slice(left.length),
      ];
      return { cause: of.cause, by: of.by, events, armed: of.armed, to };
    });
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

  /** By configuration: what guards of its programs, and of those that may follow, ask for. */
  #askedLater(): readonly ReadonlySet<number>[] {
    const { program } = this.#model.engine;
    const configurations = this.#model.table.configurations.map((_, index) => {
      const asked = new Set<number>();
      const follows = new Set<number>();
      for (let event = 0; event < program.events; event++) {
        const start = present(program.go[index * program.events + event], 'a program or none');
        if (start >= 0) this.#scan(start, asked, follows, new Set());
      }
      return { asked, follows };
    });
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (const { asked, follows } of configurations) {
        const before = asked.size;
        for (const next of follows) for (const fact of configurations[next]?.asked ?? []) asked.add(fact);
        if (asked.size > before) isSettled = false;
      }
    }
    // A condition may be asked anywhere, and how long something lasts until it is over.
    const kept = [
      ...(this.#mark === undefined ? [] : this.facts.usedBy(this.#mark.guard)),
      ...(this.#isTimed ? this.facts.usedByDurations() : []),
    ];
    return configurations.map(({ asked }) => new Set([...asked, ...kept]));
  }

  #scan(start: number, asked: Set<number>, follows: Set<number>, seen: Set<number>): void {
    const { code } = this.#model.engine.program;
    const word = (at: number): number => present(code[at], 'a word of a program');
    for (let at = start; !seen.has(at);) {
      seen.add(at);
      const operand = word(at + 1);
      switch (word(at)) {
        case Op.goto:
          follows.add(operand);
          return;
        case Op.test:
          this.facts.usedBy(operand, asked);
          this.#scan(word(at + 2), asked, follows, seen);
          at += 3;
          break;
        case Op.copy:
          asked.add(word(at + 2));
          at += 3;
          break;
        case Op.set:
          at += 3;
          break;
        default:
          at += 2;
      }
    }
  }
}

/** Bits in which so many values can be told apart. */
function bitsFor(count: number): number {
  return Math.max(1, 32 - Math.clz32(count - 1));
}
