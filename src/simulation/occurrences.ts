import { present, type SimTime } from '../base/index.ts';
import { pathsOf } from '../compile/index.ts';
import { Happening, type Observer } from '../engine/index.ts';
import { KnownAttributes, type AttributeValue } from './known-attributes.ts';
import type { Model } from './model.ts';

/** What may happen to a consignment: a kind of row of the log. */
export interface Occurrence {
  readonly event:
    | 'created'
    | 'due'
    | 'left'
    | 'reached'
    | 'requested'
    | 'begun'
    | 'completed'
    | 'cancelled'
    | 'freed'
    | 'charged'
    | 'entered'
    | 'ended';
  /** The delay, state (its dotted path), milestone, activity or fee; empty for `created` and `ended`. */
  readonly name: string;
}

/**
 * Is told of an occurrence by its place among those of the model. Consignments are numbered in the order of creation from 0. `values`: of
 * the creation, what each attribute is, good until the next; of all else nothing.
 */
export type TellOccurrence = (
  at: SimTime,
  consignment: number,
  occurrence: number,
  values: readonly AttributeValue[],
) => void;

/**
 * All that may happen to consignments of a model, and a way to see it happen. Told by number: a run has millions. What belongs to one step is
 * told in the order of rules: what brought it about, the states left, what was done, the states entered, what began. A state that is passed
 * through at once is neither entered nor left, and what was asked for in it and given up is not told.
 */
export class Occurrences {
  readonly all: readonly Occurrence[];
  /** Names of what is known of a consignment from its creation on. */
  readonly attributes: readonly string[];
  readonly #known: KnownAttributes;
  /** Place of the first occurrence of each happening; -1 where a happening is no occurrence, or many. */
  readonly #first: readonly number[];
  readonly #states: States;
  /** By activity: whether it needs nobody, so that it begins within the step that asks for it. */
  readonly #isAtOnce: readonly boolean[];

  constructor(model: Model) {
    const { milestones, activities, fees } = model.names;
    const delays = model.table.timers.map(({ delay }) => delay);
    const told: readonly (readonly [number, Occurrence['event'], readonly string[]])[] = [
      [Happening.created, 'created', ['']],
      [Happening.due, 'due', delays],
      [Happening.reached, 'reached', milestones],
      [Happening.requested, 'requested', activities],
      [Happening.begun, 'begun', activities],
      [Happening.completed, 'completed', activities],
      [Happening.cancelled, 'cancelled', activities],
      [Happening.freed, 'freed', activities],
      [Happening.charged, 'charged', fees],
      [Happening.ended, 'ended', ['']],
    ];
    const all: Occurrence[] = [];
    const first = Object.values(Happening).map(() => -1);
    for (const [happening, event, names] of told) {
      first[happening] = all.length;
      all.push(...names.map((name) => ({ event, name })));
    }
    this.#states = new States(model, all.length);
    for (const event of ['left', 'entered'] as const) all.push(...this.#states.paths.map((name) => ({ event, name })));
    this.all = all;
    this.#known = new KnownAttributes(model);
    this.attributes = this.#known.names;
    this.#first = first;
    this.#isAtOnce = model.engine.activities.map(({ needs }) => needs.length === 0);
  }

  /** An observer of a run that tells its occurrences in their order. */
  observer(tell: TellOccurrence): Observer {
    const known = this.#known;
    const values: AttributeValue[] = [];
    // Of a consignment that was just created: how many of its attributes are still to be told.
    let missing = 0;
    /** By consignment under way. */
    const configurations = new Map<number, number>();
    // What was done in the step under way, and what was asked for and began.
    let did: number[] = [];
    let begun: number[] = [];
    const takeBack = (activity: number): boolean => {
      const requested = this.#place(Happening.requested, activity);
      if (!begun.includes(requested)) return false;
      const own = [requested, this.#place(Happening.begun, activity)];
      begun = begun.filter((place) => !own.includes(place));
      return true;
    };
    return {
      guards: known.guards,
      happened: (happening, at, consignment, what, value) => {
        if (known.take(values, happening, what, value)) {
          if (--missing === 0) tell(at, consignment, this.#place(Happening.created, 0), values);
          return;
        }
        if (happening === Happening.created) missing = known.names.length;
        if (missing > 0) return;
        const place = this.#place(happening, what);
        switch (happening) {
          case Happening.cancelled:
            if (!takeBack(what)) did.push(place);
            return;
          case Happening.reached:
          case Happening.charged:
          case Happening.freed:
            did.push(place);
            return;
          case Happening.requested:
            begun.push(place);
            return;
          case Happening.begun:
            if (this.#isAtOnce[what] === true) begun.push(place);
            else tell(at, consignment, place, none);
            return;
          case Happening.entered: {
            const { left, entered } = this.#states.change(configurations.get(consignment) ?? -1, what);
            configurations.set(consignment, what);
            for (const places of [left, did, entered, begun])
              for (const each of places) tell(at, consignment, each, none);
            did = [];
            begun = [];
            return;
          }
          default:
            if (happening === Happening.ended) configurations.delete(consignment);
            if (place >= 0) tell(at, consignment, place, none);
        }
      },
    };
  }

  /** Place of an occurrence; -1: the happening is none. */
  #place(happening: number, what: number): number {
    const first = present(this.#first[happening], 'a happening');
    return first < 0 ? first : first + what;
  }
}

const none: readonly AttributeValue[] = [];

/** Places, among occurrences, of states that are left and entered. */
interface Change {
  readonly left: readonly number[];
  readonly entered: readonly number[];
}

/** The states of a model. */
class States {
  /** Dotted paths, outer states too. */
  readonly paths: readonly string[];
  /** By configuration: places of its states among the paths. */
  readonly #of: readonly (readonly number[])[];
  /** The place of the first state that is left; those that are entered follow. */
  readonly #first: number;
  /** By the two configurations of a step: many take the same. */
  readonly #changes = new Map<number, Change>();

  constructor({ table }: Model, first: number) {
    const of = table.configurations.map(({ value }) => pathsOf(value));
    this.paths = [...new Set(of.flat())];
    const places = new Map(this.paths.map((path, place) => [path, place]));
    this.#of = of.map((paths) => paths.map((path) => present(places.get(path), path)));
    this.#first = first;
  }

  /** From a configuration, -1 for none, to another. */
  change(from: number, to: number): Change {
    const key = (from + 1) * this.#of.length + to;
    const known = this.#changes.get(key);
    if (known !== undefined) return known;
    const change = {
      left: this.#apart(from, to).map((place) => this.#first + place),
      entered: this.#apart(to, from).map((place) => this.#first + this.paths.length + place),
    };
    this.#changes.set(key, change);
    return change;
  }

  /** States of a configuration that another does not have. */
  #apart(one: number, other: number): readonly number[] {
    const without = this.#of[other] ?? [];
    return (this.#of[one] ?? []).filter((place) => !without.includes(place));
  }
}
