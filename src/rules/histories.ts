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
  readonly #steps: Steps;
  readonly #histories: Map<number, HistoryStep[]> = new Map();

  /** `wanted`: numbers of consignments; none: all. */
  constructor(model: Model, wanted?: ReadonlySet<number>) {
    this.#steps = new Steps(model, (consignment, step) => {
      const history = this.#histories.get(consignment) ?? [];
      this.#histories.set(consignment, history);
      history.push(step);
    });
    this.observer = {
      happened: (happening, at, consignment, what) => {
        if (wanted?.has(consignment) !== false) this.#steps.happened(happening, at, consignment, what);
      },
    };
  }

  /** By number of the consignment, in the order of their entering. Once the run is over. */
  all(): ReadonlyMap<number, readonly HistoryStep[]> {
    this.#steps.end();
    return this.#histories;
  }
}

/** Tells the steps of all consignments of a run, each when it is over; nothing is kept of those that have ended. */
export class Steps implements Observer {
  readonly #model: Model;
  readonly #tell: (consignment: number, step: HistoryStep) => void;
  readonly #events: MomentEvents;
  readonly #cases: Map<number, Case> = new Map();
  /** Moments that have been, by number: what happens at one is found once. */
  readonly #moments: Map<number, Moment> = new Map();
  /** By configuration. */
  readonly #states: Map<number, readonly string[]> = new Map();

  constructor(model: Model, tell: (consignment: number, step: HistoryStep) => void) {
    this.#model = model;
    this.#tell = tell;
    this.#events = new MomentEvents(eventNames(model));
  }

  /** The run is over: what is under way is told. */
  end(): void {
    for (const one of this.#cases.values()) this.#close(one);
  }

  happened(happening: number, at: SimTime, consignment: number, what: number): void {
    const one = this.#cases.get(consignment) ?? { consignment, configuration: -1, at, first: [], did: [], begun: [] };
    this.#cases.set(consignment, one);
    switch (happening) {
      case Happening.due:
        this.#close(one);
        one.at = at;
        one.first = [this.#moment(happening, what, () => ({ due: what }))];
        break;
      case Happening.completed:
        this.#close(one);
        one.at = at;
        one.first = [this.#moment(happening, what, () => ({ completed: what }))];
        break;
      case Happening.reached:
        one.did.push(this.#moment(happening, what, () => ({ reaches: what })));
        break;
      case Happening.charged:
        one.did.push(this.#moment(happening, what, () => ({ pays: what })));
        break;
      case Happening.begun:
        one.begun.push(what);
        // What begins outside of a step is a step of its own; within one, the configuration is still to come.
        if (this.#hasWaited(what)) {
          this.#close(one);
          one.at = at;
          this.#step(one, [this.#begins(what)]);
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
          ...(from < 0 ? [] : [this.#moment(-1, this.#pair(from, what), () => ({ leaves: from, to: what }))]),
          ...one.did,
          this.#moment(happening, this.#pair(from, what), () => ({ enters: what, from })),
          ...one.begun.map((activity) => this.#begins(activity)),
        ]);
        one.first = [];
        one.did = [];
        one.begun = [];
        break;
      }
      case Happening.ended:
        this.#close(one);
        this.#cases.delete(consignment);
        break;
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
    if (events.length > 0)
      this.#tell(one.consignment, { at: one.at, events, states: this.#statesIn(one.configuration) });
  }

  #statesIn(configuration: number): readonly string[] {
    const known = this.#states.get(configuration);
    if (known !== undefined) return known;
    const now = this.#model.table.configurations[configuration];
    const states = now === undefined ? [] : leavesOf(now.value);
    this.#states.set(configuration, states);
    return states;
  }

  #begins(begins: number): Moment {
    return this.#moment(Happening.begun, begins, () => ({ begins }));
  }

  /** A step between two configurations as a number. */
  #pair(from: number, to: number): number {
    return (from + 1) * this.#model.table.configurations.length + to;
  }

  #moment(happening: number, what: number, make: () => Moment): Moment {
    // -1 is told apart from the happenings, which begin at 0.
    const key = what * kinds + happening + 1;
    const moment = this.#moments.get(key) ?? make();
    this.#moments.set(key, moment);
    return moment;
  }

  #hasWaited(activity: number): boolean {
    return present(this.#model.engine.activities[activity], 'an activity').needs.length > 0;
  }
}

/** Happenings, and what is told apart from them. */
const kinds = Object.keys(Happening).length + 1;

/** A consignment under way. */
interface Case {
  readonly consignment: number;
  /** -1: it has not come to any. */
  configuration: number;
  at: SimTime;
  /** What brings the step under way about, what has been done in it, and what has begun. */
  first: readonly Moment[];
  did: Moment[];
  begun: number[];
}
