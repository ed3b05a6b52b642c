import type { Minutes } from '../base/index.ts';
import type { Followed } from '../engine/index.ts';
import type { Histogram } from '../statistics/index.ts';

/** What one replication of one scenario gives: plain data that crosses threads. Times in minutes. */
export interface RunResult {
  readonly replication: number;
  readonly events: number;
  /** Consignments that arrived (or entered, where the flow has no arrival) from `from` on and before `to` are counted. */
  readonly window: { readonly from: Minutes; readonly to: Minutes };
  readonly consignments: {
    readonly counted: number;
    readonly ended: Readonly<Record<string, number>>;
    readonly unfinished: number;
    /** Age of the oldest unfinished one, 0 when there is none. */
    readonly oldest: Minutes;
  };
  readonly indicators: Readonly<Record<string, Tally>>;
  readonly stages: Readonly<Record<string, Mean>>;
  /** Attribute, level, indicator. */
  readonly byAttribute: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Mean>>>>>>;
  readonly activities: Readonly<Record<string, ActivityResult>>;
  readonly resources: Readonly<Record<string, ResourceResult>>;
  readonly fees: Readonly<Record<string, FeeResult>>;
  readonly terms: Readonly<Record<string, TermResult>>;
  /** Of counted consignments, by follower of the model; none where nothing follows them. */
  readonly followed?: readonly Followed[];
}

/** Mean of `count` observations; 0 when there is none. */
export interface Mean {
  readonly count: number;
  readonly mean: number;
}

/** Observations of one indicator. */
export interface Tally extends Mean {
  readonly min: number;
  readonly max: number;
  readonly histogram: Histogram;
}

/** Figures of an activity, of counted consignments alone. */
export interface ActivityResult {
  /** Requests of counted consignments that got what they asked for. */
  readonly count: number;
  readonly wait: Mean;
  /** How many of them waited at all. */
  readonly waited: number;
  /** By priority, biggest first; empty where the activity has no priority. */
  readonly waitByPriority: Readonly<Record<string, Mean>>;
  readonly service: Mean;
}

/** Figures of a resource within the window. */
export interface ResourceResult {
  /** Busy unit-minutes by open unit-minutes within the window, 0..1. */
  readonly utilisation: number;
  /** Busy unit-minutes beyond opening hours. */
  readonly overtime: Minutes;
  readonly queueLength: { readonly mean: number; readonly max: number };
}

/** A fee, in units of its currency. */
export interface FeeResult {
  readonly currency: string;
  /** Sum over counted consignments. */
  readonly total: number;
  /** Counted consignments that paid any. */
  readonly charged: number;
}

/** How many counted consignments a term was settled for, and how many of them late. */
export interface TermResult {
  readonly settled: number;
  readonly late: number;
}

/** How one indicator of consignments differs in a variant from the base, consignment by consignment (same luck). */
export interface PairCounts {
  readonly better: number;
  readonly worse: number;
  readonly same: number;
  /** Counted in both, but without the indicator in one of them. */
  readonly unfinished: number;
  /** Mean change in minutes of those that have the indicator in both. */
  readonly change: Mean;
  /** Mean change in minutes of those that got better (below 0), and of those that got worse; 0 where there is none. */
  readonly gain: Minutes;
  readonly loss: Minutes;
}

/** One variant against the base in one replication for one indicator. */
export interface PairResult extends PairCounts {
  /** Attribute, level that a consignment has in the base. */
  readonly byAttribute: Readonly<Record<string, Readonly<Record<string, PairCounts>>>>;
}
