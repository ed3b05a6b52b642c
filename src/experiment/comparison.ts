import type { Interval, ScenarioResult } from './scenario-result.ts';

/** Base and variants, paired by the same luck: the JSON of `compare --json`. Durations in hours, shares 0..1. */
export interface Comparison {
  /** The base first, as they are run; or in the order in which they are shown. */
  readonly scenarios: readonly ScenarioResult[];
  /** Name of the base. */
  readonly base: string;
  /** Every variant for every indicator that both have, scenarios in order, then indicators. */
  readonly differences: readonly Difference[];
}

/** A variant against the base by one indicator. */
export interface Difference {
  readonly scenario: string;
  readonly indicator: string;
  /** Variant minus base. */
  readonly difference: number;
  /** Simultaneous over all differences of this indicator that are shown. */
  readonly interval: Interval;
  /** For this difference alone. */
  readonly intervalAlone: Interval;
  /** Difference by the base's mean. */
  readonly relative: number;
  /** Shares of consignments; `better` is sooner by a minute or more. None where arrivals differ and pairing is lost. */
  readonly gain: {
    readonly better: number;
    readonly worse: number;
    readonly same: number;
    readonly unfinished: number;
  } | null;
  readonly verdict: Verdict;
  /** How many times narrower the same luck makes the interval (root of the variance ratio). None below two replications. */
  readonly luck: number | null;
}

/** What the simultaneous interval of a difference decides; `tooEarly` only while an experiment runs. */
export type Verdict = 'shorter' | 'longer' | 'notShown' | 'tooEarly';
