import { unreachable } from '../base/index.ts';
import { drawBits } from '../random/index.ts';
import type { Clock } from './clock.ts';
import type { Entities } from './entities.ts';
import type { Choice, Guard, Model } from './model.ts';
import { RunStopped } from './run-stopped.ts';

/** Tells the draw that chooses the part of a mixture from the draw of its value: a purpose is xored with it. */
export const branch = 0x5bd1e995;

/** More draws for one purpose of one entity than this stop the run. */
const visitsMax = 1000;

const Kind = { constant: 0, once: 1, eachStep: 2, level: 3, range: 4, all: 5, any: 6, not: 7 } as const;
const Form = { leaf: 0, by: 1, if: 2 } as const;

/** Two to the 32nd: a probability times this is a threshold for 32 random bits. */
const bitsRange = 4_294_967_296;

/** Answers what hangs on an entity: guards, and values chosen by its columns. */
export class Decisions {
  /** Numbers that choices of numbers lead to. */
  leaf: Float64Array = new Float64Array(0);

  readonly #entities: Entities;
  readonly #clock: Clock;
  readonly #names: readonly string[];
  readonly #kind: Uint8Array;
  readonly #a: Int32Array;
  readonly #b: Int32Array;
  readonly #purpose: Int32Array;
  readonly #lists: Int32Array;
  readonly #bounds: Float64Array;
  #choices: Int32Array = new Int32Array(0);
  /** Step in which an each-step chance was last drawn, and its answer. */
  readonly #askedIn: Int32Array;
  readonly #answered: Uint8Array;
  #step = 0;

  constructor(model: Model, entities: Entities, clock: Clock, tables: DecisionTables) {
    this.#entities = entities;
    this.#clock = clock;
    const { guards } = model;
    this.#names = guards.map((guard) => (guard.kind === 'chance' ? guard.name : ''));
    this.#kind = new Uint8Array(guards.length);
    this.#a = new Int32Array(guards.length);
    this.#b = new Int32Array(guards.length);
    this.#purpose = new Int32Array(guards.length);
    this.#askedIn = new Int32Array(guards.length).fill(-1);
    this.#answered = new Uint8Array(guards.length);
    const lists: number[] = [];
    const bounds: number[] = [];
    let once = 0;
    for (const [index, guard] of guards.entries()) {
      once += this.#enter(index, guard, { lists, bounds, once, tables });
    }
    this.#lists = Int32Array.from(lists);
    this.#bounds = Float64Array.from(bounds);
  }

  /** Takes over the choices that everybody has entered into `tables`; nothing can be chosen before. */
  seal(tables: DecisionTables): void {
    this.#choices = Int32Array.from(tables.choices);
    this.leaf = Float64Array.from(tables.leaves);
  }

  /** Begins a step of an entity: chances drawn at each visit are drawn anew from now on. */
  beginStep(): void {
    this.#step = (this.#step + 1) | 0;
  }

  /** The leaf that the choice at `at` leads the entity in `slot` to. */
  choose(slot: number, at: number): number {
    const choices = this.#choices;
    for (;;) {
      const form = choices[at];
      if (form === Form.leaf) return choices[at + 1] as number;
      if (form === Form.by) {
        const column = choices[at + 1] as number;
        at = choices[at + 2 + (this.#entities.level[slot * this.#entities.levels + column] as number)] as number;
      } else {
        at = choices[at + (this.holds(slot, choices[at + 1] as number) ? 3 : 2)] as number;
      }
    }
  }

  /** Whether the guard holds for the entity in `slot` now. */
  holds(slot: number, guard: number): boolean {
    const a = this.#a[guard] as number;
    const b = this.#b[guard] as number;
    switch (this.#kind[guard]) {
      case Kind.constant:
        return a === 1;
      case Kind.once:
        return this.#once(slot, guard, a, b);
      case Kind.eachStep:
        return this.#eachStep(slot, guard, a, b);
      case Kind.level: {
        const level = this.#entities.level[slot * this.#entities.levels + a] as number;
        return ((b >>> level) & 1) === 1;
      }
      case Kind.range: {
        const amount = this.#entities.amount[slot * this.#entities.numbers + a] as number;
        return amount >= (this.#bounds[b] as number) && amount < (this.#bounds[b + 1] as number);
      }
      case Kind.all:
        for (let at = a; at < b; at++) if (!this.holds(slot, this.#lists[at] as number)) return false;
        return true;
      case Kind.any:
        for (let at = a; at < b; at++) if (this.holds(slot, this.#lists[at] as number)) return true;
        return false;
      default:
        return !this.holds(slot, a);
    }
  }

  /** 32 random bits of the entity for a purpose and the number of the draw. */
  bits(slot: number, purpose: number, visit: number): number {
    const word = this.#entities.word;
    const at = slot * 4;
    return drawBits(
      word[at] as number,
      word[at + 1] as number,
      word[at + 2] as number,
      word[at + 3] as number,
      purpose,
      visit,
    );
  }

  /** Number of the next draw that `counter` counts, from 0; a {@link RunStopped} at the thousand-and-first. */
  visit(slot: number, counter: number, name: string): number {
    const entities = this.#entities;
    const at = slot * entities.counters + counter;
    const visit = entities.counter[at] as number;
    if (visit >= visitsMax) {
      throw new RunStopped({
        reason: 'too-many-visits',
        about: name,
        entity: entities.number[slot] as number,
        at: this.#clock[0] as number,
      });
    }
    entities.counter[at] = visit + 1;
    return visit;
  }

  #once(slot: number, guard: number, choice: number, place: number): boolean {
    const entities = this.#entities;
    const at = slot * entities.answerWords + (place >> 4);
    const shift = (place & 15) * 2;
    const known = ((entities.answer[at] as number) >>> shift) & 3;
    if (known !== 0) return known === 3;
    const answer = this.#isBelow(this.bits(slot, this.#purpose[guard] as number, 0), this.choose(slot, choice));
    entities.answer[at] = (entities.answer[at] as number) | ((answer ? 3 : 1) << shift);
    return answer;
  }

  #eachStep(slot: number, guard: number, choice: number, counter: number): boolean {
    if (this.#askedIn[guard] !== this.#step) {
      const visit = this.visit(slot, counter, this.#names[guard] as string);
      const answer = this.#isBelow(this.bits(slot, this.#purpose[guard] as number, visit), this.choose(slot, choice));
      this.#askedIn[guard] = this.#step;
      this.#answered[guard] = answer ? 1 : 0;
    }
    return this.#answered[guard] === 1;
  }

  #isBelow(bits: number, leaf: number): boolean {
    return (bits >>> 0) + 0.5 < (this.leaf[leaf] as number) * bitsRange;
  }

  #enter(
    index: number,
    guard: Guard,
    to: { lists: number[]; bounds: number[]; once: number; tables: DecisionTables },
  ): number {
    const set = (kind: number, a: number, b: number): void => {
      this.#kind[index] = kind;
      this.#a[index] = a;
      this.#b[index] = b;
    };
    switch (guard.kind) {
      case 'constant':
        set(Kind.constant, guard.value ? 1 : 0, 0);
        return 0;
      case 'chance':
        this.#purpose[index] = guard.purpose;
        if (guard.counter === 'once') {
          set(Kind.once, to.tables.ofNumber(guard.share), to.once);
          return 1;
        }
        set(Kind.eachStep, to.tables.ofNumber(guard.share), guard.counter);
        return 0;
      case 'level':
        set(
          Kind.level,
          guard.column,
          guard.isOneOf.reduce((mask, level) => mask | (1 << level), 0),
        );
        return 0;
      case 'range':
        set(Kind.range, guard.column, to.bounds.push(guard.atLeast, guard.below) - 2);
        return 0;
      case 'all':
      case 'any': {
        const from = to.lists.length;
        to.lists.push(...guard.of);
        set(guard.kind === 'all' ? Kind.all : Kind.any, from, to.lists.length);
        return 0;
      }
      case 'not':
        set(Kind.not, guard.of, 0);
        return 0;
      default:
        return unreachable(guard);
    }
  }
}

/** Collects choices into integer tables while a run is set up; {@link Decisions} reads them. */
export class DecisionTables {
  readonly choices: number[] = [];
  readonly leaves: number[] = [];

  /** Position of a choice whose leaves are indices or levels. */
  ofIndex(choice: Choice<number>): number {
    return this.#enter(choice, (leaf) => leaf);
  }

  /** Position of a choice whose leaves are numbers: `choose` gives their place in `Decisions.leaf`. */
  ofNumber(choice: Choice<number>): number {
    return this.#enter(choice, (leaf) => this.leaves.push(leaf) - 1);
  }

  #enter(choice: Choice<number>, leafOf: (leaf: number) => number): number {
    if ('is' in choice) return this.choices.push(Form.leaf, leafOf(choice.is)) - 2;
    if ('by' in choice) {
      const levels = choice.levels.map((level) => this.#enter(level, leafOf));
      return this.choices.push(Form.by, choice.by, ...levels) - 2 - levels.length;
    }
    const no = this.#enter(choice.no, leafOf);
    const yes = this.#enter(choice.yes, leafOf);
    return this.choices.push(Form.if, choice.if, no, yes) - 4;
  }
}
