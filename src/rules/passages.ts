import { assert, present, type Minutes, type SimTime } from '../base/index.ts';
import { Happening, type Model, type Observer } from '../simulation/index.ts';
import { Steps, type HistoryStep } from './histories.ts';
import type { Rule } from './rule.ts';
import { listOf } from './symbols.ts';

/** How far a consignment has come on one passage. */
interface Passing {
  /** When the earliest beginning came that still waits; none: not a number. */
  since: SimTime;
  /** The longest that is over; none: not a number. */
  longest: Minutes;
}

/**
 * Follows rules about quantiles through a run: how long each counted consignment takes from one event to the next of another, the longest
 * where it does so more than once. As the share by which such a rule is judged, this leaves out those of whom it is not known yet.
 */
export class Passages implements Observer {
  readonly #rules: readonly { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string>; atMost: Minutes }[];
  readonly #steps: Steps;
  /** By consignment that is counted and has not ended, by rule. */
  readonly #passing: Map<number, readonly Passing[]> = new Map();
  /** By rule. */
  readonly #found: readonly Minutes[][];
  #now: SimTime = 0;

  constructor(model: Model, rules: readonly Rule[]) {
    this.#rules = rules.map(({ claim }) => {
      assert('quantile' in claim, 'a rule about a quantile');
      const { from, to, atMost } = claim.quantile;
      return { from: new Set(listOf(from)), to: new Set(listOf(to)), atMost };
    });
    this.#found = rules.map(() => []);
    this.#steps = new Steps(model, (consignment, step) => this.#step(consignment, step));
  }

  happened(happening: number, at: SimTime, consignment: number, what: number, value: number): void {
    this.#now = at;
    if (happening === Happening.created && value === 1)
      this.#passing.set(
        consignment,
        this.#rules.map(() => ({ since: Number.NaN, longest: Number.NaN })),
      );
    if (!this.#passing.has(consignment)) return;
    this.#steps.happened(happening, at, consignment, what);
    if (happening === Happening.ended) this.#close(consignment, () => Number.POSITIVE_INFINITY);
  }

  /** By rule: minutes of each consignment; infinite where it ended without. Once the run is over. */
  minutes(): readonly (readonly Minutes[])[] {
    this.#steps.end();
    for (const consignment of this.#passing.keys())
      this.#close(consignment, (since, atMost) => (this.#now - since > atMost ? this.#now - since : Number.NaN));
    return this.#found;
  }

  #step(consignment: number, { at, events }: HistoryStep): void {
    for (const [index, passing] of present(this.#passing.get(consignment), 'a consignment').entries()) {
      const { from, to } = present(this.#rules[index], 'a rule');
      for (const event of events) {
        if (to.has(event) && !Number.isNaN(passing.since)) {
          passing.longest = Math.max(passing.longest || 0, at - passing.since);
          passing.since = Number.NaN;
        }
        if (from.has(event) && Number.isNaN(passing.since)) passing.since = at;
      }
    }
  }

  /** `lasting` tells how long what is not over counts; not a number: it is not known, and the consignment is left out. */
  #close(consignment: number, lasting: (since: SimTime, atMost: Minutes) => Minutes): void {
    for (const [index, { since, longest }] of present(this.#passing.get(consignment), 'a consignment').entries()) {
      const { atMost } = present(this.#rules[index], 'a rule');
      const last = Number.isNaN(since) ? longest : lasting(since, atMost);
      if (!Number.isNaN(last)) this.#found[index]?.push(Math.max(longest || 0, last));
    }
    this.#passing.delete(consignment);
  }
}
