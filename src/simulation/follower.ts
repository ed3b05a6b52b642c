import type { engineModel } from '../engine/index.ts';

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

/** A moment, and whether what the follower asks at it holds; false where it asks nothing. */
export interface Told {
  readonly moment: Moment;
  readonly holds: boolean;
}

/** How a clock stands: it has run for less than a time, for more than another, or stands still. */
export type Verdict = 'early' | 'within' | 'late' | 'still';

/** A clock that a follower starts and reads. */
export interface Clock extends Pick<engineModel.Timing, 'opens' | 'closes'> {
  /** What it is turned to by moments of one instant; none: nothing. */
  turned(told: readonly Told[]): keyof typeof engineModel.Turn | undefined;
  /** Whether it is read at these moments, as it stands before them. */
  read(told: readonly Told[]): boolean;
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
