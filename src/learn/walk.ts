import type { SimTime } from '../base/index.ts';

/** One consignment in a learner's hands: what it is, and what has come so far. Plain data; the same walk gives the same stand. */
export interface Walk {
  /** By name: a level, a flag, or an amount. What is not named takes its likeliest level, or the mean of its law. */
  readonly attributes: Readonly<Record<string, boolean | number | string>>;
  /**
   * Measures that the consignment uses or does not use, whatever their share; it must be eligible. What is not named is used if more
   * than half of all use it.
   */
  readonly measures: Readonly<Record<string, boolean>>;
  /** How chances fall, whatever their share. What is not named falls only where a turn says so, or where it always does. */
  readonly chances: Readonly<Record<string, boolean>>;
  readonly turns: readonly Turn[];
}

/** What comes next. */
export interface Turn {
  /** By name as stories of rules write it: `ARRIVED`, `due:preparation`, `start:inspection`, `end:inspection`, `granted:inspectionBay`. */
  readonly comes: string;
  /** The lane in which it comes, where two wait for what has one name. Default: the first of them. */
  readonly lane?: string;
  /** Minutes since the consignment entered; between `earliest` and `latest` of what can come. Default: when it is expected. */
  readonly at?: SimTime;
  /** Chances that fall with it: `faultFound`, `selectedForInspection`. Default: none. */
  readonly chances?: readonly string[];
}

/** How a consignment stands after a walk. */
export interface Stand {
  /** Minutes since it entered; the scenario's start is the instant of its entry. */
  readonly now: SimTime;
  readonly hasEnded: boolean;
  /** From entering on. */
  readonly steps: readonly WalkStep[];
  /** One for each region of the machine (goods, declaration, duty), in its order. */
  readonly lanes: readonly Lane[];
  /**
   * What can come next, the earliest expected first; of one event, each way that its chances may fall: first none, then the likeliest.
   * Empty: the flow has ended, or nothing leads on.
   */
  readonly coming: readonly Coming[];
  /** Deadlines and terms that still run or will, the earliest first. */
  readonly deadlines: readonly DeadlineAhead[];
  /** In all, by fee; what was never charged is left out. */
  readonly charged: readonly Charge[];
  /** By name, as they now are. */
  readonly attributes: Readonly<Record<string, boolean | number | string>>;
  /** Whether the consignment uses each measure of its scenario that the flow asks for: it must be eligible. */
  readonly measures: Readonly<Record<string, boolean>>;
}

/** What happened at an instant. */
export interface WalkStep {
  readonly at: SimTime;
  /** What came, as in a turn; empty: the consignment enters. */
  readonly comes: string;
  readonly chances: readonly string[];
  /** Milestones in the order in which they were reached. */
  readonly milestones: readonly string[];
  readonly charged: readonly Charge[];
  /** Dotted paths of the states that it stood in and left. */
  readonly left: readonly string[];
  /** Dotted paths of the states that were entered, in their order, those passed at once too. */
  readonly entered: readonly string[];
  /** Innermost states afterwards, one for each lane. */
  readonly states: readonly string[];
}

/** An amount of money. */
export interface Charge {
  readonly fee: string;
  readonly currency: string;
  readonly amount: number;
}

/** A region of the machine as the consignment stands in it. */
export interface Lane {
  readonly name: string;
  /** In the order of the machine, outer states before those inside them. */
  readonly states: readonly LaneState[];
  /** What has to come for it to go on: by the names of turns with when they are expected, or other lanes whose states it asks for. */
  readonly waitsFor: readonly ({ readonly comes: string; readonly expected: SimTime } | { readonly lane: string })[];
}

/** How a state stands. `active`: the consignment is in it; `visited`: it was; `possible`: it may still come there; `impossible`: it never will. */
export type StateStanding = 'active' | 'visited' | 'possible' | 'impossible';

/** A state of a lane. */
export interface LaneState {
  /** Dotted path: `declaration.undeclared.preparing`. */
  readonly path: string;
  /** How many states of the lane lie around it. */
  readonly depth: number;
  readonly standing: StateStanding;
}

/** Something that can come next. */
export interface Coming {
  /** As a turn names it. */
  readonly comes: string;
  /** Chances that fall with it; a turn that names the same gets this. */
  readonly chances: readonly string[];
  /** How likely they fall so once it comes, 0..1. */
  readonly share: number;
  readonly earliest: SimTime;
  /** By the mean of its law, within the other two; resources are free whenever their calendar is open. */
  readonly expected: SimTime;
  /** The latest instant at which it can come before something else must have; Infinity if all may wait. */
  readonly latest: SimTime;
  /** The lane that waits for it; undefined where none does. */
  readonly lane: string | undefined;
  readonly isDeadline: boolean;
  /** Innermost states that would be entered. */
  readonly enters: readonly string[];
  /** Milestones that would be reached. */
  readonly reaches: readonly string[];
}

/** A deadline of the machine, or a term that charges and counts. */
export interface DeadlineAhead {
  readonly kind: 'deadline' | 'term';
  readonly name: string;
  /** When it is due; undefined while nothing says when that from which it counts will come. */
  readonly at: SimTime | undefined;
  /** Whether that from which it counts has come; else `at` goes by when it is expected. */
  readonly runs: boolean;
  /** Milestones from the first of which it counts. */
  readonly from: readonly string[];
  /** Milestones that settle a term; empty for a deadline. */
  readonly to: readonly string[];
  /** Fee that it charges when it is settled late. */
  readonly charge: string | undefined;
  /** Where it comes from, as the scenario says: `law (Customs Law art. 24)`; empty if it does not. */
  readonly source: string;
}
