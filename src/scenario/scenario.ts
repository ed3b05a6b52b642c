import type { Minutes, Place } from '../base/index.ts';
import type { Condition, LawProfile, Span } from '../customs/index.ts';
import type { Flow, FlowNames } from '../flows/index.ts';
import type { Law } from '../random/index.ts';
import type { Setting } from './settings.ts';

/** A value that may depend on an attribute, a condition or a measure (whose levels are `true` and `false`). Every level is present. */
export type By<Value> =
  | { readonly is: Value }
  | { readonly by: string; readonly levels: Readonly<Record<string, By<Value>>> };

/**
 * One setting, checked and complete: nothing in it is optional by accident, nothing needs a second look.
 * Everything a flow's defaults gave is in it; records keep the order of the file, defaults after it.
 */
export interface Scenario {
  readonly name: string;
  /** The name in Chinese; the same where the file gives one name. */
  readonly nameZh: string;
  /** Where the numbers come from, as the file says; empty if it does not. */
  readonly source: string;
  /** What the scenario shows, one sentence (`shows:`); empty if it does not say. */
  readonly shows: string;
  readonly flow: Flow;
  readonly flowNames: FlowNames;
  readonly law: LawProfile;
  readonly start: Start;
  readonly run: RunSettings;
  readonly arrivals: Arrivals;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly conditions: Readonly<Record<string, Condition>>;
  readonly chances: Readonly<Record<string, Chance>>;
  /** Share of eligible consignments, 0..1. */
  readonly measures: Readonly<Record<string, By<number>>>;
  readonly activities: Readonly<Record<string, Activity>>;
  readonly delays: Readonly<Record<string, Delay>>;
  readonly deadlines: Readonly<Record<string, Deadline>>;
  readonly terms: Readonly<Record<string, Term>>;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly calendars: Readonly<Record<string, Calendar>>;
  readonly fees: Readonly<Record<string, Fee>>;
  /** Indicators the scenario adds to the standard ones. */
  readonly indicators: Readonly<Record<string, Span>>;
  /** Dotted paths that came from the flow's defaults: `activities.inspection`. */
  readonly defaultsTaken: readonly string[];
  /** Where entries come from, by dotted path (`deadlines.disposal`), as written; those that do not say are left out. */
  readonly sources: ReadonlyMap<string, string>;
  /**
   * Where a dotted path stands, in a variant what it sets among its entries: for messages about the scenario after parsing (the flow's
   * states are under `flow.`).
   */
  readonly places: ReadonlyMap<string, Place>;
}

/** A scenario with its variants, as one file says them. */
export interface ScenarioSet {
  readonly file: string;
  readonly base: Scenario;
  readonly variants: readonly Variant[];
  /** What the base says, value by value: what a variant may set. */
  readonly settings: readonly Setting[];
}

/** A changed copy of the base. */
export interface Variant {
  readonly name: string;
  readonly shows: string;
  readonly scenario: Scenario;
  /** What it changes, as written, in the order of the file: `measures.advanceDeclaration`, `10 %`, `100 %`. */
  readonly changes: readonly Change[];
}

/** One entry of a variant, each value as the file writes it; `before` is empty where the base says nothing. */
export interface Change {
  /** Dotted. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** The civil instant at which a run starts, in the port's zone (fixed offset). */
export interface Start {
  /** As written. */
  readonly text: string;
  /** Days since 1970-01-01 of the local civil date; day 0 was a Thursday. */
  readonly day: number;
  /** Minutes since local midnight, 0..1439. */
  readonly minute: Minutes;
  /** Minutes that local time is ahead of UTC. */
  readonly offset: Minutes;
}

/** How long a scenario is run, how often, and under which luck. */
export interface RunSettings {
  readonly study: 'steady' | 'terminating';
  /** Minutes, or none where `stopAfter` ends the run. */
  readonly horizon: Minutes | undefined;
  /** Number of consignments counted, or none where `horizon` ends the run. */
  readonly stopAfter: number | undefined;
  /** Minutes left out, or `auto`: found by MSER-5. */
  readonly warmUp: Minutes | 'auto';
  readonly seed: string;
  readonly replications: Replications;
}

/** Between `min` and `max` replications; stops when the interval of indicator `of` is known to `precision` (relative half width, 0..1). */
export interface Replications {
  readonly min: number;
  readonly max: number;
  readonly precision: number;
  readonly of: string;
}

/** Who comes: consignments by themselves, or vessels that carry them. Times in minutes. */
export type Arrivals =
  | { readonly kind: 'consignments'; readonly every: Law }
  | {
      readonly kind: 'vessels';
      /** Gap between arrivals at the port. */
      readonly every: Law;
      /** Consignments on a vessel. */
      readonly carry: Law;
      /** Departure to arrival. */
      readonly voyage: Law;
      /** When papers are begun without advance declaration. */
      readonly preparationStarts: 'arrival' | 'departure';
    };

/** What tells consignments apart. */
export type Attribute =
  /** Drawn at entry among levels; shares sum to 1. */
  | {
      readonly kind: 'levels';
      readonly shares: By<Readonly<Record<string, number>>>;
      readonly levels: readonly string[];
    }
  /** True for this share of consignments, drawn at entry. */
  | { readonly kind: 'flag'; readonly share: By<number> }
  /** A number drawn at entry. */
  | { readonly kind: 'number'; readonly law: By<Law>; readonly unit: string }
  /** This share of another number attribute (`18 % of value`). */
  | { readonly kind: 'part'; readonly of: string; readonly share: By<number>; readonly unit: string }
  /** Written by actions; this before. Levels are all that the scenario or the machine name. */
  | { readonly kind: 'written'; readonly initial: boolean | number | string; readonly levels: readonly string[] };

/** A question answered by luck: once for a consignment, or anew at each visit. */
export interface Chance {
  /** 0..1. */
  readonly share: By<number>;
  readonly drawn: 'once' | 'eachVisit';
}

/** What consignments need resources for. */
export interface Activity {
  /** Units needed by resource; empty: nobody is needed. */
  readonly needs: Readonly<Record<string, number>>;
  /** Service time; absent where `holds`. */
  readonly takes: Delay | undefined;
  /** Held from the grant until the state is left. */
  readonly holds: boolean;
  /** A bigger number goes first; absent: nobody goes first. */
  readonly priority: By<number> | undefined;
}

/** How long something takes, in minutes. */
export type Delay =
  | { readonly kind: 'law'; readonly law: By<Law> }
  /** This share of another delay's (or activity's) draw. */
  | { readonly kind: 'part'; readonly of: string; readonly share: By<number> };

/** An instant fixed by an anchor: the end of a number of days counted from it. */
export interface Deadline {
  readonly from: readonly string[];
  readonly after: Term['within'];
  readonly roll: Roll;
}

/** How a term in days ends: `none` at the midnight after the last day; `firstFeeDay` and `nextWorkingDay` as `dueDay` of customs says. */
export type Roll = 'none' | 'firstFeeDay' | 'nextWorkingDay';

/** A time limit between two milestones that moves nothing: it charges and counts. */
export interface Term {
  /** First reached of these starts it. */
  readonly from: readonly string[];
  /** First reached of these settles it. */
  readonly to: readonly string[];
  /** `unit: 'minutes'` counts from the instant; days count from the civil day of `from` (day 0); months are calendar months. */
  readonly within: { readonly unit: 'minutes' | 'calendarDays' | 'workingDays' | 'months'; readonly count: number };
  readonly roll: Roll;
  /** Fee charged when it is settled late; none: only counted. */
  readonly charge: string | undefined;
}

/** Limited means: officers, inspection bays. */
export interface Resource {
  /** Units, at least 1. */
  readonly count: number;
  /** Name of a calendar; none: open round the clock. */
  readonly calendar: string | undefined;
  readonly queue: 'fifo' | 'priority';
}

/** Opening hours of a week, holidays left out. */
export interface Calendar {
  /** Opening spans of a week in minutes from Monday 00:00 local, in order, not touching. */
  readonly week: readonly { readonly open: Minutes; readonly close: Minutes }[];
  /** Name of a holiday list of `customs` (`china`), or none. */
  readonly holidays: string | undefined;
}

/** What consignments are charged, in units of the currency. */
export type Fee =
  | { readonly kind: 'fixed'; readonly amount: number; readonly currency: string }
  /** For each begun day that `of` lasts beyond `after`. */
  | {
      readonly kind: 'perDay';
      readonly amount: number;
      readonly currency: string;
      readonly after: Minutes;
      readonly of: Span;
    }
  /** As the law profile says for the fee of this name. */
  | { readonly kind: 'statutory' };
