import { present, type SimTime } from '../base/index.ts';
import { Happening, type Observer } from '../engine/index.ts';
import { KnownAttributes, type AttributeValue } from './known-attributes.ts';
import type { Model } from './model.ts';

/** What may happen to a consignment: a kind of row of the log. */
export interface Occurrence {
  readonly event:
    | 'created'
    | 'reached'
    | 'requested'
    | 'begun'
    | 'completed'
    | 'cancelled'
    | 'freed'
    | 'charged'
    | 'ended';
  /** The milestone, activity or fee; empty for `created` and `ended`. */
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

/** All that may happen to consignments of a model, and a way to see it happen. Told by number: a run has millions. */
export class Occurrences {
  readonly all: readonly Occurrence[];
  /** Names of what is known of a consignment from its creation on. */
  readonly attributes: readonly string[];
  readonly #known: KnownAttributes;
  /** Place of the first occurrence of each happening; -1 where a happening is no occurrence. */
  readonly #first: readonly number[];

  constructor(model: Model) {
    const { milestones, activities, fees } = model.names;
    // A configuration that is entered, or a timer that falls due, is told by the milestones and activities that come with it.
    const told: readonly (readonly [number, Occurrence['event'], readonly string[]])[] = [
      [Happening.created, 'created', ['']],
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
    this.all = all;
    this.#known = new KnownAttributes(model);
    this.attributes = this.#known.names;
    this.#first = first;
  }

  /** An observer of a run that tells its occurrences in their order. */
  observer(tell: TellOccurrence): Observer {
    const known = this.#known;
    const values: AttributeValue[] = [];
    // Of a consignment that was just created: how many of its attributes are still to be told.
    let missing = 0;
    return {
      guards: known.guards,
      happened: (happening, at, consignment, what, value) => {
        if (known.take(values, happening, what, value)) {
          if (--missing === 0) tell(at, consignment, this.#place(Happening.created, 0), values);
          return;
        }
        if (happening === Happening.created) missing = known.names.length;
        if (missing > 0) return;
        const occurrence = this.#place(happening, what);
        if (occurrence >= 0) tell(at, consignment, occurrence, none);
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
