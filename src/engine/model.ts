import type { Minutes, SimTime } from '../base/index.ts';
import type { Law } from '../random/index.ts';

/**
 * All that the engine needs to know: integer tables, nothing of what they mean. The same engine would serve a hospital.
 *
 * An *entity* flows through *configurations*; *programs* say what happens on an event; *guards* decide; *timers* and
 * *activities* give events back. Whatever has an index here (`guard`, `law`, `column`) is the position in the list of its kind.
 */
export interface Model {
  readonly key: { readonly low: number; readonly high: number };
  readonly program: Program;
  readonly laws: readonly Law[];
  readonly guards: readonly Guard[];
  /** Columns that hold a level (0, 1, 2, ..) or a flag (0, 1). */
  readonly levelColumns: readonly LevelColumn[];
  /** Columns that hold a number. */
  readonly numberColumns: readonly NumberColumn[];
  /** All columns in the order in which they are drawn: what hangs on another comes after it. */
  readonly drawing: readonly ({ readonly level: number } | { readonly number: number })[];
  readonly timers: readonly Timer[];
  /** Number of counters of draws. */
  readonly counters: number;
  readonly activities: readonly Activity[];
  /** Number of priorities, at least 1: one order for all activities, since they may meet in a line. */
  readonly priorities: number;
  readonly resources: readonly Resource[];
  readonly calendars: readonly Calendar[];
  readonly arrivals: Arrivals;
  /** Milestone columns: 0 is the creation and 1 the end of an entity, 2 and on are reached by programs. */
  readonly milestones: number;
  readonly indicators: readonly Indicator[];
  /** Cuts of the time of an entity: stage i is the running maximum of the anchors up to i+1 less that up to i. */
  readonly stages: readonly Anchor[];
  /** Anchors that say how an entity ended: the first reached of all but the last, else the last. */
  readonly endings: readonly Anchor[];
  readonly terms: readonly Term[];
  readonly fees: readonly Fee[];
  /** Level columns by whose levels indicators are told apart. */
  readonly groups: readonly number[];
  readonly window: Window;
  /** Minutes from local midnight to the start: midnights lie at `k * 1440 - midnight`. */
  readonly midnight: Minutes;
  /** None: nothing follows entities, and nothing is done for it. */
  readonly following?: Following;
}

/** Milestone column of the creation of an entity. */
export const created = 0;

/** Milestone column of the end of an entity. */
export const ended = 1;

/** Decision programs; see `Op`. */
export interface Program {
  readonly code: Int32Array;
  /** Position of the program of (configuration * events + event), or -1: the event is dropped. */
  readonly go: Int32Array;
  readonly events: number;
  readonly start: number;
  /** 1 where the flow has ended. */
  readonly done: Uint8Array;
  /** Event that a conveyance's arrival is, or -1. */
  readonly arrived: number;
}

/** Operations of a program, each followed by its operands. */
export const Op = {
  /** `goto configuration`; ends the program. */
  goto: 0,
  /** `test guard otherwise`. */
  test: 1,
  /** `set column level`. */
  set: 2,
  /** `copy column from`. */
  copy: 3,
  /** `reach milestone`. */
  reach: 4,
  /** `charge fee`. */
  charge: 5,
  /** `arm timer`. */
  arm: 6,
  /** `disarm timer`. */
  disarm: 7,
  /** `begin activity`. */
  begin: 8,
  /** `end activity`. */
  end: 9,
  /** `sign configuration sign`: gives a sign, and ends the program as `goto` does. */
  sign: 10,
  /** `ask guard place`: keeps the answer for the sign that comes; leaves no other trace, so that nothing hangs on its having been asked. */
  ask: 11,
} as const;

/** A value that may hang on the entity: a leaf, or a choice by a level column or by a guard (false first). */
export type Choice<Leaf> =
  | { readonly is: Leaf }
  | { readonly by: number; readonly levels: readonly Choice<Leaf>[] }
  | { readonly if: number; readonly no: Choice<Leaf>; readonly yes: Choice<Leaf> };

/** Most levels that a column may have. */
export const levelsMax = 256;

/** A yes-or-no question about an entity. */
export type Guard =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** True with this probability: drawn once for an entity, or anew at each step that asks, which `counter` counts. */
  | {
      readonly kind: 'chance';
      readonly share: Choice<number>;
      readonly purpose: number;
      readonly name: string;
      readonly counter: number | 'once';
    }
  /** The level column holds one of these levels. */
  | { readonly kind: 'level'; readonly column: number; readonly isOneOf: readonly number[] }
  /** The number column lies in [atLeast, below). */
  | { readonly kind: 'range'; readonly column: number; readonly atLeast: number; readonly below: number }
  | { readonly kind: 'all'; readonly of: readonly number[] }
  | { readonly kind: 'any'; readonly of: readonly number[] }
  | { readonly kind: 'not'; readonly of: number };

/** A column of levels; `levels` is their number. */
export type LevelColumn =
  /** Drawn at creation: `upTo[i]` is the probability of a level of at most i; the last is 1. */
  | {
      readonly kind: 'drawn';
      readonly purpose: number;
      readonly upTo: Choice<readonly number[]>;
      readonly levels: number;
    }
  | { readonly kind: 'written'; readonly initial: number; readonly levels: number };

/** A column of numbers. */
export type NumberColumn =
  | { readonly kind: 'drawn'; readonly purpose: number; readonly law: Choice<number> }
  /** This share of another number column that is drawn before it. */
  | { readonly kind: 'part'; readonly of: number; readonly share: Choice<number> };

/** A delay or deadline of an entity. `event`: what the entity receives when it is due. */
export type Timer =
  | { readonly kind: 'delay'; readonly event: number; readonly takes: Duration }
  /** The instant `due` after the anchor; at once if past, armed later if the anchor is not reached. */
  | { readonly kind: 'deadline'; readonly event: number; readonly from: Anchor; readonly due: Due };

/** A law's draw times `share`: two durations with one purpose are parts of one piece of work. */
export interface Duration {
  /** For messages. */
  readonly name: string;
  readonly law: Choice<number>;
  readonly share: Choice<number>;
  readonly purpose: number;
  /** Counter of the draws, below `Model.counters`. */
  readonly counter: number;
}

/** What an entity asks resources for: units seized together, kept for a duration or until the end. */
export interface Activity {
  readonly name: string;
  readonly needs: readonly { readonly resource: number; readonly units: number }[];
  /** Service time, or none: held until the end. */
  readonly takes: Duration | undefined;
  /** Place among the priorities of the model, 0 first. */
  readonly priority: Choice<number>;
  /** Event that its completion or grant is. */
  readonly done: number;
}

/** Limited means: units that are alike. */
export interface Resource {
  readonly name: string;
  readonly units: number;
  /** Calendar, or -1: open round the clock. */
  readonly calendar: number;
}

/** Opening hours: a generator of the local days' spans. */
export interface Calendar {
  /** Opening spans of a day, counted from the local day of the start (0; negative before it), in minutes from its midnight, in order. */
  spans(day: number): readonly { readonly open: Minutes; readonly close: Minutes }[];
}

/** How entities come: one by one, or by conveyances. Laws of the gap between arrivals (`every`) and the others by index; times in minutes. */
export type Arrivals =
  | { readonly kind: 'entities'; readonly every: number }
  /** Conveyances: laws of the gap between arrivals, of the entities carried and of the travel from departure to arrival. */
  | {
      readonly kind: 'conveyances';
      readonly every: number;
      readonly carry: number;
      readonly travel: number;
      readonly travelMax: Minutes;
    };

/** First or last reached of milestone columns. */
export interface Anchor {
  readonly of: 'first' | 'last';
  readonly columns: readonly number[];
}

/** A time to be measured: from one anchor to another. */
export interface Indicator {
  readonly from: Anchor;
  readonly to: Anchor;
}

/** When something is due, counted from an instant: after some minutes, or at the local midnight that a day gives. */
export type Due =
  | { readonly minutes: Minutes }
  /** `day` is counted from the local day of the start; the answer is an instant. */
  | { readonly ofDay: (day: number) => SimTime };

/** When a length of time has run out, counted from an instant: as something is due, or after minutes in which a calendar is open. */
export type Expiry = Due | { readonly openMinutes: Minutes; readonly calendar: Calendar };

/** A time limit between two anchors that moves nothing: settled when `to` is reached. */
export interface Term {
  readonly from: Anchor;
  readonly to: Anchor;
  readonly due: Due;
  /** Fee charged when settled late, or -1. */
  readonly fee: number;
}

/** What an entity is charged, in units of a currency: once, for each begun day, or by a share for each begun day. */
export type Fee =
  | { readonly kind: 'fixed'; readonly amount: number }
  | { readonly kind: 'perDay'; readonly amount: number }
  /** floor(rate x number column x begun days); nothing below `least`. */
  | { readonly kind: 'rate'; readonly rate: number; readonly column: number; readonly least: number };

/**
 * Entities are counted that arrive (or are created, without conveyances) before `to`, or the first `count` of them; the window then ends
 * with the last arrival among these.
 */
export type Window = { readonly to: SimTime } | { readonly count: number };

/** Small machines that go along with every counted entity and are moved by what it does. What they are for is not known here. */
export interface Following {
  readonly followers: readonly Follower[];
  readonly questions: readonly Question[];
  readonly signs: readonly Sign[];
  /** Number of clocks that every entity has for them; at first they stand still. */
  readonly clocks: number;
  /** The sign that an entity gives when it is left unfinished, or -1. */
  readonly leaving: number;
  /** By activity: the sign that an entity gives when it begins it, or -1. */
  readonly begun: readonly number[];
}

/** Most states that a follower may have. */
export const statesMax = 256;

/** A machine that begins in state 0. */
export interface Follower {
  readonly states: number;
  /** By state: whether the first entities that end in it are to be told of by number. */
  readonly tellsEnded: readonly boolean[];
  /** The same for entities that are left unfinished in it. */
  readonly tellsLeft: readonly boolean[];
}

/** What is asked when a sign is given; its answer is 0 (no) or 1 (yes), of a timing 0 (too early), 1 (in time), 2 (too late) or 3 (the clock stands still). */
export type Question =
  | { readonly kind: 'guard'; readonly guard: number }
  /** What a program has asked and kept at a place. */
  | { readonly kind: 'asked'; readonly place: number }
  | ({ readonly kind: 'timing' } & Timing);

/** How long a clock is to have run, both ends belonging to it. */
export interface Timing {
  readonly clock: number;
  readonly opens: Expiry | undefined;
  readonly closes: Expiry | undefined;
}

/** What an entity gives by what it does. */
export interface Sign {
  /** Followers that it leaves where they are need not be among them. */
  readonly moves: readonly Move[];
  /** Clocks are turned when the answers are there. */
  readonly turns: readonly Turning[];
  /** The sign that is given after it, or -1. */
  readonly next: number;
}

/** Questions that the moves and turns of one sign may hang on. */
export const questionsMax = 16;

/** What becomes of a follower: the states that follow, by state before. */
export interface Move {
  readonly follower: number;
  readonly to: ByAnswer<readonly number[]>;
}

/** What becomes of a clock; undefined: nothing. */
export interface Turning {
  readonly clock: number;
  readonly to: ByAnswer<keyof typeof Turn | undefined>;
}

/** What a clock is turned to: 'start' leaves one that runs alone. */
export const Turn = { start: 0, restart: 1, stop: 2 } as const;

/** A value that may hang on the answer to a question. */
export type ByAnswer<Leaf> =
  | { readonly is: Leaf }
  | { readonly by: number; readonly answers: readonly ByAnswer<Leaf>[] };
