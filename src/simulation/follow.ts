import { assert, present } from '../base/index.ts';
import { engineModel } from '../engine/index.ts';
import type { Model } from './model.ts';

const { Op } = engineModel;

/** Something that a consignment does, by the indices of the engine. */
export type Moment =
  /** A timer falls due, an activity is over (or granted, if it only holds); the step that this is follows. */
  | { readonly due: number }
  | { readonly completed: number }
  /** It leaves a configuration for another, or for the same. */
  | { readonly leaves: number; readonly to: number }
  /** A milestone, each time; a fee, whatever the amount. */
  | { readonly reaches: number }
  | { readonly pays: number }
  /** It has made its step; -1: it has entered the flow. */
  | { readonly enters: number; readonly from: number }
  /** An activity begins: after the step that asks for it. */
  | { readonly begins: number };

/** A moment, and the guards asked at it that hold. */
export interface Told {
  readonly moment: Moment;
  readonly holds: ReadonlySet<number>;
}

/** How a clock stands: it has run for less than a time, or for more than another. */
export type Verdict = 'early' | 'within' | 'late';

/** A clock that a follower starts and reads. */
export interface Clock extends Pick<engineModel.Timing, 'opens' | 'closes'> {
  /** What it is turned to by moments of one instant; none: nothing. */
  turned(told: readonly Told[]): keyof typeof engineModel.Turn | undefined;
  /** Whether it is read at these moments, as it stands before them: how it is taken if it stands still; none: it is not read. */
  read(told: readonly Told[]): Exclude<Verdict, 'late'> | undefined;
  /** The states that follow when a consignment is left unfinished while the clock is late. */
  readonly afterLate: readonly number[];
}

/** A small machine that goes along with every consignment. It begins in state 0. */
export interface Follower extends engineModel.Follower {
  /** Whether a moment may move it, or turn its clock; at others it is not asked. */
  hears(moment: Moment): boolean;
  /** Guard of the model that is asked at some of these moments, and which these are; none: it asks nothing. */
  readonly asks?: { readonly guard: number; readonly at: (moment: Moment) => boolean };
  readonly clock?: Clock;
  /** The states that follow when these moments come one after another at one instant, by state before; where it reads a clock, that stands so. */
  after(told: readonly Told[], stands: Verdict): readonly number[];
}

/**
 * The model with machines that go along with every consignment; nothing that consignments do is changed by them. What becomes of
 * them is found in the result of a run, in the order of the followers.
 */
export function follow(model: Model, followers: readonly Follower[]): Model {
  const { engine } = model;
  const tracing = new Tracing(engine, followers);
  const { go, start, begun, leaving } = tracing.places();
  const following: engineModel.Following = {
    followers: followers.map(({ states, tellsEnded, tellsLeft }) => ({ states, tellsEnded, tellsLeft })),
    signs: tracing.signs,
    clocks: tracing.clocks.length,
    timings: tracing.timings,
    leaving,
    begun,
  };
  const program = { ...engine.program, code: Int32Array.from(tracing.code), go, start };
  return { ...model, engine: { ...engine, program, following } };
}

/** Answers to guards that still hold good. */
type Answers = ReadonlyMap<number, boolean>;

/** A moment, the followers that hear it, and the guards that they ask at it. */
interface Heard {
  readonly moment: Moment;
  readonly by: readonly number[];
  readonly guards: readonly number[];
}

/** A way through a program so far. */
interface Way {
  readonly told: Told[];
  readonly answers: Answers;
  /** Activities that begin when the step is made. */
  readonly begun: readonly number[];
}

/**
 * Rewrites programs so that each way through them ends with the sign that all of its moments together are. Ways that share code no
 * longer do so where a program has signs.
 */
class Tracing {
  readonly signs: (readonly engineModel.Move[])[] = [];
  readonly clocks: readonly Clock[];
  readonly timings: engineModel.Timing[] = [];
  readonly code: number[];
  readonly #engine: engineModel.Model;
  readonly #followers: readonly Follower[];
  /** By what they do. */
  readonly #known: Map<string, number> = new Map();
  /** Each moment once, with who hears it: by its text, and by itself. */
  readonly #texts: Map<string, Heard> = new Map();
  readonly #moments: Map<Moment, Heard> = new Map();

  constructor(engine: engineModel.Model, followers: readonly Follower[]) {
    this.#engine = engine;
    this.#followers = followers;
    this.clocks = followers.flatMap(({ clock }) => (clock === undefined ? [] : [clock]));
    this.code = [...engine.program.code];
  }

  places(): Pick<engineModel.Program, 'go' | 'start'> & Pick<engineModel.Following, 'begun' | 'leaving'> {
    const { program, timers, activities } = this.#engine;
    const causes = Array.from({ length: program.events }, (): readonly Moment[] => []);
    for (const [due, { event }] of timers.entries()) causes[event] = [{ due }];
    for (const [completed, { done }] of activities.entries()) causes[done] = [{ completed }];
    return {
      leaving: this.#traceLeaving(),
      start: this.#trace(program.start, [], -1),
      go: program.go.map((at, place) => {
        const from = Math.floor(place / program.events);
        const cause = present(causes[place % program.events], 'an event');
        if (at >= 0) return this.#trace(at, cause, from);
        // Nobody hears it, and yet it is due or over; in a configuration that ends the flow nothing is.
        return cause.length === 0 || program.done[from] === 1 ? at : this.#traceAlone(cause, from);
      }),
      // What needs nobody begins in the step that asks for it.
      begun: activities.map(({ needs }, begins) => (needs.length === 0 ? -1 : this.#traceAlone([{ begins }], 0))),
    };
  }

  /** The program of a consignment that is left unfinished, or -1: what its clocks say then. */
  #traceLeaving(): number {
    const place = this.code.length;
    for (const [index, { clock }] of this.#followers.entries()) {
      if (clock === undefined) continue;
      const late = this.#enter(movesOf(index, clock.afterLate));
      if (late >= 0) this.code.push(Op.time, this.#timing(clock, 'within'), -1, -1, late);
    }
    if (this.code.length === place) return -1;
    this.code.push(Op.goto, 0);
    return place;
  }

  /** A program whose ways end with their signs; the program itself where none has one. */
  #trace(start: number, causes: readonly Moment[], from: number): number {
    const place = this.code.length;
    let isSigned = false;
    const end = (to: number, way: Way): void => {
      const leaving: readonly Moment[] = from < 0 ? [] : [{ leaves: from, to }];
      const last: readonly Moment[] = [
        ...leaving,
        { enters: to, from },
        ...way.begun.map((begins): Moment => ({ begins })),
      ];
      this.#tell(last, way, ({ told }) => {
        // What is left comes before what is done, but only now is it known.
        const left = told.splice(way.told.length, leaving.length);
        isSigned = this.#sign(told.toSpliced(causes.length, 0, ...left)) || isSigned;
        this.code.push(Op.goto, to);
      });
    };
    const copy = (at: number, way: Way): void => {
      const operation = this.#word(at);
      const operand = this.#word(at + 1);
      switch (operation) {
        case Op.goto:
          end(operand, way);
          return;
        case Op.test: {
          const otherwise = this.code.push(Op.test, operand, -1) - 1;
          copy(at + 3, way);
          this.code[otherwise] = this.code.length;
          copy(this.#word(at + 2), way);
          return;
        }
        case Op.set:
        case Op.copy:
          this.code.push(operation, operand, this.#word(at + 2));
          copy(at + 3, { ...way, answers: noAnswers });
          return;
        case Op.reach:
        case Op.charge:
          this.#tell([operation === Op.reach ? { reaches: operand } : { pays: operand }], way, (then) => {
            this.code.push(operation, operand);
            copy(at + 2, then);
          });
          return;
        case Op.begin:
        case Op.end: {
          this.code.push(operation, operand);
          // What is asked for and left in one step does not begin.
          const others = way.begun.filter((activity) => activity !== operand);
          const isFree = operation === Op.begin && this.#engine.activities[operand]?.needs.length === 0;
          copy(at + 2, { ...way, begun: isFree ? [...others, operand] : others });
          return;
        }
        default:
          assert(operation === Op.arm || operation === Op.disarm, 'an operation of a program that nothing follows');
          this.code.push(operation, operand);
          copy(at + 2, way);
      }
    };
    this.#tell(causes, entering, (way) => {
      copy(start, way);
    });
    if (isSigned) return place;
    this.code.length = place;
    return start;
  }

  /** A program of nothing but the signs of moments by which a consignment stays where it is, or -1. */
  #traceAlone(moments: readonly Moment[], configuration: number): number {
    const place = this.code.length;
    let isSigned = false;
    this.#tell(moments, entering, ({ told }) => {
      isSigned = this.#sign(told) || isSigned;
      this.code.push(Op.goto, configuration);
    });
    if (isSigned) return place;
    this.code.length = place;
    return -1;
  }

  /** Tells moments on a way: what is asked at them is asked here, and each answer goes a way of its own. */
  #tell(moments: readonly Moment[], way: Way, then: (way: Way) => void): void {
    const heard = moments.map((moment) => this.#heard(moment));
    const asked = heard.flatMap(({ guards }) => guards);
    const open = asked.find((guard) => !way.answers.has(guard));
    if (open === undefined) {
      const holds = new Set(asked.filter((guard) => way.answers.get(guard) === true));
      then({ ...way, told: [...way.told, ...heard.map(({ moment }) => ({ moment, holds }))] });
      return;
    }
    const otherwise = this.code.push(Op.ask, open, -1) - 1;
    this.#tell(moments, { ...way, answers: new Map([...way.answers, [open, true]]) }, then);
    this.code[otherwise] = this.code.length;
    this.#tell(moments, { ...way, answers: new Map([...way.answers, [open, false]]) }, then);
  }

  /** Writes the signs that moments are, and turns clocks; false if they move nobody. */
  #sign(told: readonly Told[]): boolean {
    const place = this.code.length;
    const hearers = new Set(told.flatMap(({ moment }) => this.#heard(moment).by));
    const heard = this.#followers.flatMap((follower, index) => (hearers.has(index) ? [{ follower, index }] : []));
    const moves = heard.flatMap(({ follower, index }): engineModel.Move[] => {
      const { clock } = follower;
      const still = clock?.read(told);
      if (clock === undefined || still === undefined) return movesOf(index, follower.after(told, 'within'));
      const signs = verdicts.map((stands) => this.#enter(movesOf(index, follower.after(told, stands))));
      if (signs.some((sign) => sign >= 0)) this.code.push(Op.time, this.#timing(clock, still), ...signs);
      return [];
    });
    const sign = this.#enter(moves);
    if (sign >= 0) this.code.push(Op.sign, sign);
    for (const { clock } of heard.map(({ follower }) => follower)) {
      const how = clock?.turned(told);
      if (clock !== undefined && how !== undefined)
        this.code.push(Op.turn, this.clocks.indexOf(clock), engineModel.Turn[how]);
    }
    return this.code.length > place;
  }

  #heard(moment: Moment): Heard {
    const told = this.#moments.get(moment);
    if (told !== undefined) return told;
    const text = JSON.stringify(moment);
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const by = this.#followers.flatMap((follower, index) => (follower.hears(moment) ? [index] : []));
    const asking = by.flatMap((index) => this.#followers[index]?.asks ?? []);
    const guards = asking.filter(({ at }) => at(moment)).map(({ guard }) => guard);
    const heard = { moment, by, guards };
    this.#texts.set(text, heard);
    this.#moments.set(moment, heard);
    return heard;
  }

  /** The sign that moves are, or -1: there is none. */
  #enter(moves: readonly engineModel.Move[]): number {
    if (moves.length === 0) return -1;
    const text = JSON.stringify(moves);
    const sign = this.#known.get(text) ?? this.signs.push(moves) - 1;
    this.#known.set(text, sign);
    return sign;
  }

  #timing(clock: Clock, still: Exclude<Verdict, 'late'>): number {
    const timing = {
      clock: this.clocks.indexOf(clock),
      opens: clock.opens,
      closes: clock.closes,
      isEarly: still === 'early',
    };
    const known = this.timings.findIndex((each) => each.clock === timing.clock && each.isEarly === timing.isEarly);
    return known >= 0 ? known : this.timings.push(timing) - 1;
  }

  #word(at: number): number {
    return present(this.#engine.program.code[at], 'a word of a program');
  }
}

const noAnswers: Answers = new Map();

/** Where nothing has been told. */
const entering: Way = { told: [], answers: noAnswers, begun: [] };

const verdicts: readonly Verdict[] = ['early', 'within', 'late'];

function movesOf(follower: number, to: readonly number[]): engineModel.Move[] {
  return to.every((after, before) => after === before) ? [] : [{ follower, to }];
}
