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
  readonly events: readonly string[];
  readonly to: Int32Array;
}

/** A condition that is asked of a consignment at some events; where it holds, the event is told marked. */
export interface Mark {
  readonly guard: number;
  readonly events: ReadonlySet<string>;
}

interface Told {
  readonly events: readonly string[];
  readonly known: Known;
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
 */
export class World {
  /** Words of a state. */
  readonly width: number;
  readonly names: EventNames;
  readonly #model: Model;
  readonly #facts: Facts;
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

  constructor(model: Model, mark?: Mark) {
    this.#model = model;
    this.#mark = mark;
    const { engine, table } = model;
    this.#facts = new Facts(engine);
    this.names = eventNames(model);
    const layout = new Layout();
    this.#configuration = layout.field(bitsFor(table.configurations.length));
    this.#hasArrived = layout.field(1);
    this.#timers = engine.timers.map(() => layout.field(1));
    this.#activities = engine.activities.map(() => layout.field(2));
    const anchors = engine.timers.flatMap((timer) => (timer.kind === 'deadline' ? timer.from.columns : []));
    this.#anchors = new Map([...new Set(anchors)].map((column) => [column, layout.field(1)]));
    this.#known = this.#facts.widths.map((width) => layout.field(width));
    this.width = layout.width;
    this.#asked = this.#askedLater();
  }

  /** Ways of entering. */
  entries(): readonly Move[] {
    const state = new Int32Array(this.width);
    return this.#follow(this.#model.engine.program.start, state, {
      cause: '',
      first: [],
      from: -1,
      known: this.#facts.initial,
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
      moves.push(...this.#step(after, arrived, 'ARRIVED', []));
    }
    for (const [index, timer] of engine.timers.entries()) {
      if (get(state, present(this.#timers[index], 'a timer')) === 0 || !this.#isAnchored(timer, state)) continue;
      const after = state.slice();
      put(after, present(this.#timers[index], 'a timer'), 0);
      const name = `due:${this.names.timers[index] ?? ''}`;
      moves.push(...this.#step(after, timer.event, name, [name]));
    }
    for (const [index, activity] of engine.activities.entries()) {
      const field = present(this.#activities[index], 'an activity');
      const stage = get(state, field);
      const name = this.names.activities[index] ?? '';
      const after = state.slice();
      if (stage === Stage.waiting) {
        put(after, field, Stage.running);
        const start = `start:${name}`;
        moves.push(...this.#stand(after, start, [start]));
      } else if (stage === Stage.running && activity.takes === undefined) {
        // What only holds tells the machine that it was granted, and goes on holding; others may begin in between.
        put(after, field, Stage.held);
        moves.push(...this.#step(after, activity.done, `granted:${name}`, []));
      } else if (stage === Stage.running) {
        put(after, field, Stage.none);
        const end = `end:${name}`;
        moves.push(...this.#step(after, activity.done, end, [end]));
      }
    }
    return moves;
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

  #step(state: Int32Array, event: number, cause: string, events: readonly string[]): readonly Move[] {
    const { go, events: count } = this.#model.engine.program;
    const from = this.configuration(state);
    const program = present(go[from * count + event], 'a program or none');
    if (program < 0) return this.#stand(state, cause, events);
    return this.#tell(events, this.#knownIn(state)).flatMap((told) =>
      this.#follow(program, state, { cause, first: told.events, from, known: told.known }),
    );
  }

  /** A step by which a consignment stays where it is. */
  #stand(state: Int32Array, cause: string, events: readonly string[]): readonly Move[] {
    return this.#tell([...events, standing], this.#knownIn(state)).map((told) => {
      const to = state.slice();
      for (const [fact, field] of this.#known.entries()) put(to, field, present(told.known[fact], 'a fact'));
      return { cause, events: told.events, to };
    });
  }

  /** Events as they are told: each that is asked about once with and once without its mark, as far as both may be. */
  #tell(events: readonly string[], known: Known): readonly Told[] {
    const mark = this.#mark;
    const kept = events.filter((event) => event !== standing || mark?.events.has(standing) === true);
    if (mark === undefined || !kept.some((event) => mark.events.has(event))) return [{ events: kept, known }];
    return this.#facts.ask(mark.guard, known).map(({ isYes, known: then }) => ({
      events: isYes ? kept.map((event) => (mark.events.has(event) ? marked(event) : event)) : kept,
      known: then,
    }));
  }

  #knownIn(state: Int32Array): Known {
    return this.#known.map((field) => get(state, field));
  }

  /** Ways through a program; `state` is what they begin with, `first` what has been told before it. */
  #follow(
    start: number,
    state: Int32Array,
    of: { readonly cause: string; readonly first: readonly string[]; readonly from: number; readonly known: Known },
  ): readonly Move[] {
    const { code } = this.#model.engine.program;
    const word = (at: number): number => present(code[at], 'a word of a program');
    const moves: Move[] = [];
    const walk = (from: number, before: Int32Array, knownBefore: Known, done: readonly string[]): void => {
      const after = before.slice();
      const events = [...done];
      let known = knownBefore;
      let at = from;
      // True if the event was told in two ways, each of which was then followed.
      const tell = (event: string): boolean => {
        const [told, other] = this.#tell([event], known);
        if (other !== undefined) {
          for (const each of [told, other])
            walk(at + 2, after, present(each, 'a way').known, [...events, ...present(each, 'a way').events]);
          return true;
        }
        known = present(told, 'a way').known;
        events.push(...present(told, 'a way').events);
        return false;
      };
      for (;;) {
        const operand = word(at + 1);
        switch (word(at)) {
          case Op.test: {
            for (const answer of this.#facts.ask(operand, known))
              walk(answer.isYes ? at + 3 : word(at + 2), after, answer.known, events);
            return;
          }
          case Op.goto:
            moves.push(...this.#arrive(operand, after, { ...of, known, events }));
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
          case Op.arm:
          case Op.disarm:
            put(after, present(this.#timers[operand], 'a timer'), word(at) === Op.arm ? 1 : 0);
            break;
          case Op.begin:
            put(after, present(this.#activities[operand], 'an activity'), Stage.waiting);
            break;
          default:
            assert(word(at) === Op.end, 'an operation is known');
            put(after, present(this.#activities[operand], 'an activity'), Stage.none);
        }
        at += 2;
      }
    };
    walk(start, state, of.known, []);
    return moves;
  }

  /** A program has led to a configuration: what is left comes before what was done, what is entered after it. */
  #arrive(
    configuration: number,
    state: Int32Array,
    of: {
      readonly cause: string;
      readonly first: readonly string[];
      readonly from: number;
      readonly known: Known;
      readonly events: readonly string[];
    },
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
        const possible = asked.has(fact) ? told.known[fact] : this.#facts.initial[fact];
        put(to, field, present(possible, 'a fact'));
      }
      const events = [
        ...of.first,
        ...told.events.slice(0, left.length),
        ...of.events,
        ...told.events.slice(left.length),
      ];
      return { cause: of.cause, events, to };
    });
  }

  #isAnchored(timer: engineModel.Timer, state: Int32Array): boolean {
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
    // A condition may be asked anywhere.
    const kept = this.#mark === undefined ? [] : this.#facts.usedBy(this.#mark.guard);
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
          this.#facts.usedBy(operand, asked);
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
