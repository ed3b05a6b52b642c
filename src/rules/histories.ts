import { present, type SimTime } from '../base/index.ts';
import { leavesOf } from '../compile/index.ts';
import { Happening, type Model, type Moment, type Observer } from '../simulation/index.ts';
import { eventNames } from './event-names.ts';
import { MomentEvents } from './moment-events.ts';

/** What happened to a consignment at one step, in words of rules. */
export interface HistoryStep {
  /** Minutes from the start of the run. */
  readonly at: SimTime;
  readonly events: readonly string[];
  /** States that it is in afterwards: the innermost ones, dotted. */
  readonly states: readonly string[];
}

/** Sees the histories of some consignments of a run, or of all. */
export class Histories {
  readonly observer: Observer;
  readonly #model: Model;
  readonly #events: MomentEvents;
  readonly #wanted: ReadonlySet<number> | undefined;
  readonly #cases: Map<number, Case> = new Map();

  /** `wanted`: numbers of consignments; none: all. */
  constructor(model: Model, wanted?: ReadonlySet<number>) {
    this.#model = model;
    this.#events = new MomentEvents(eventNames(model));
    this.#wanted = wanted;
    this.observer = {
      happened: (happening, at, consignment, what) => {
        if (this.#wanted?.has(consignment) !== false) this.#happened(happening, at, consignment, what);
      },
    };
  }

  /** By number of the consignment, in the order of their entering. Once the run is over. */
  all(): ReadonlyMap<number, readonly HistoryStep[]> {
    for (const one of this.#cases.values()) this.#close(one);
    return new Map([...this.#cases].map(([consignment, { steps }]) => [consignment, steps]));
  }

  #happened(happening: number, at: SimTime, consignment: number, what: number): void {
    const one = this.#cases.get(consignment) ?? { steps: [], configuration: -1, at, first: [], did: [], begun: [] };
    this.#cases.set(consignment, one);
    switch (happening) {
      case Happening.due:
        this.#close(one);
        one.at = at;
        one.first = [{ due: what }];
        break;
      case Happening.completed:
        this.#close(one);
        one.at = at;
        one.first = [{ completed: what }];
        break;
      case Happening.reached:
        one.did.push({ reaches: what });
        break;
      case Happening.charged:
        one.did.push({ pays: what });
        break;
      case Happening.begun:
        one.begun.push(what);
        // What begins outside of a step is a step of its own; within one, the configuration is still to come.
        if (this.#hasWaited(what)) {
          this.#close(one);
          one.at = at;
          this.#step(one, [{ begins: what }]);
          one.begun = [];
        }
        break;
      case Happening.cancelled:
      case Happening.freed:
        one.begun = one.begun.filter((activity) => activity !== what);
        break;
      case Happening.entered: {
        one.at = at;
        const from = one.configuration;
        one.configuration = what;
        this.#step(one, [
          ...one.first,
          ...(from < 0 ? [] : [{ leaves: from, to: what }]),
          ...one.did,
          { enters: what, from },
          ...one.begun.map((begins): Moment => ({ begins })),
        ]);
        one.first = [];
        one.did = [];
        one.begun = [];
        break;
      }
      default:
    }
  }

  /** What was due or over and nobody heard is told by itself. */
  #close(one: Case): void {
    if (one.first.length > 0) this.#step(one, one.first);
    one.first = [];
  }

  #step(one: Case, moments: readonly Moment[]): void {
    const events = moments.flatMap((moment) => this.#events.at(moment));
    const now = this.#model.table.configurations[one.configuration];
    if (events.length > 0) one.steps.push({ at: one.at, events, states: now === undefined ? [] : leavesOf(now.value) });
  }

  #hasWaited(activity: number): boolean {
    return present(this.#model.engine.activities[activity], 'an activity').needs.length > 0;
  }
}

/** A consignment under way. */
interface Case {
  readonly steps: HistoryStep[];
  /** -1: it has not come to any. */
  configuration: number;
  at: SimTime;
  /** What brings the step under way about, what has been done in it, and what has begun. */
  first: readonly Moment[];
  did: Moment[];
  begun: number[];
}
