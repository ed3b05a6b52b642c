/**
 * What is known about one scenario after some replications: the JSON of `run --json`.
 * Durations in hours, money in its currency, shares 0..1. Fields may be added, none renamed.
 */
export interface ScenarioResult {
  readonly scenario: string;
  /** Its name in Chinese; the same where the file gives one name. */
  readonly scenarioZh: string;
  readonly flow: string;
  readonly law: string;
  readonly seed: string;
  readonly replications: number;
  /** Hours left out at the start. */
  readonly warmUp: number;
  /** True while the warm-up is not yet known: the figures include the start-up. */
  readonly provisional: boolean;
  /** True where the experiment was stopped before its end: by a signal, or because a model could not be run on. */
  readonly partial: boolean;
  /** Hours; none where `stopAfter` ended the runs. */
  readonly horizon: number | null;
  readonly events: number;
  readonly consignments: {
    readonly counted: number;
    readonly ended: Readonly<Record<string, number>>;
    readonly unfinished: number;
    /** Hours. */
    readonly oldest: number;
  };
  readonly indicators: Readonly<Record<string, IndicatorResult>>;
  readonly stages: Readonly<Record<string, { readonly mean: number }>>;
  readonly byAttribute: Readonly<
    Record<
      string,
      Readonly<Record<string, Readonly<Record<string, { readonly count: number; readonly mean: number }>>>>
    >
  >;
  readonly activities: Readonly<Record<string, ActivitySummary>>;
  readonly resources: Readonly<Record<string, ResourceSummary>>;
  readonly fees: Readonly<
    Record<string, { readonly currency: string; readonly mean: number; readonly charged: number }>
  >;
  readonly terms: Readonly<Record<string, TermSummary>>;
  /** Rules that the runs followed; absent where none was asked for. */
  readonly rules?: readonly RuleResult[];
  /** Dotted paths taken from the flow's defaults. */
  readonly defaultsTaken: readonly string[];
  /** What a reader must know, as sentences in the order of weight: precision not reached, too few replications. */
  readonly notes: readonly string[];
  /** The same in Chinese. */
  readonly notesZh: readonly string[];
}

/** Ends of an interval; null where there is none (one replication). Not symmetric. */
export type Interval = readonly [number, number] | null;

/** A figure with its interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** An indicator over all replications, in hours; 0 where nobody has it (`count` is 0). */
export interface IndicatorResult {
  readonly unit: 'h';
  /** `arrived`; alternatives joined by `|` (first reached) or `&` (last reached). */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly mean: number;
  readonly interval: Interval;
  readonly level: number;
  readonly p50: Estimate;
  readonly p90: Estimate;
  readonly p95: Estimate;
}

/** An activity over all replications; times in hours, the share that waited at all 0..1. */
export interface ActivitySummary {
  readonly count: number;
  readonly wait: { readonly mean: number; readonly interval: Interval };
  readonly waited: { readonly share: number; readonly interval: Interval };
  readonly waitByPriority: Readonly<Record<string, { readonly mean: number; readonly interval: Interval }>>;
  readonly service: { readonly mean: number };
}

/** A resource over all replications. */
export interface ResourceSummary {
  /** Units. */
  readonly count: number;
  readonly utilisation: number;
  /** Hours of work beyond opening hours, all units, mean of a replication. */
  readonly overtime: number;
  readonly queueLength: { readonly mean: number; readonly max: number };
  /** Of those who asked for it and got it, whatever activity they asked for it with: hours; 0 where there were none (`count`). */
  readonly wait: { readonly count: number; readonly mean: number; readonly interval: Interval };
}

/** A term over all replications. */
export interface TermSummary {
  readonly settled: number;
  readonly late: number;
  /** Share (0..1) of the late among the settled: the mean of the replications' shares; 0 where none was settled. */
  readonly lateShare: { readonly share: number; readonly interval: Interval };
}

/** How a rule was kept in runs. Numbers are of counted consignments of all replications. */
export interface RuleResult {
  /** The rule as it was given; a program can count on these of its parts. */
  readonly rule: {
    readonly id: string;
    readonly says: { readonly en: string; readonly zh: string };
    readonly source: string;
    readonly severity?: 'error' | 'warning';
    readonly tolerate?: number;
  };
  readonly kept: number;
  readonly broken: number;
  /** Something was still owed when the run was over. */
  readonly open: number;
  readonly never: number;
  /** Share (0..1) of those that broke it among those that kept or broke it: the mean of the replications' shares. */
  readonly brokenShare: { readonly share: number; readonly interval: Interval };
  /** The first five that broke it. */
  readonly examples: readonly RuleExample[];
}

/** A consignment that broke a rule. */
export interface RuleExample {
  /** From 0. */
  readonly replication: number;
  /** Number in the order of creation, from 0. */
  readonly consignment: number;
  /** Which it is; none while nobody has looked. */
  readonly particulars?: {
    /** Levels, yes or no; amounts in their unit. */
    readonly attributes: Readonly<
      Record<
        string,
        | boolean
        | string
        | readonly string[]
        | { readonly unit: string; readonly is?: number; readonly atLeast?: number; readonly below?: number }
      >
    >;
    /** Whether it applies. */
    readonly measures: Readonly<Record<string, boolean>>;
    /** Of chances drawn once: whether it has come. */
    readonly chances: Readonly<Record<string, boolean>>;
  };
  /** All that happened to it, likewise. */
  readonly history?: readonly {
    /** Minutes from the start of the run. */
    readonly at: number;
    readonly events: readonly string[];
    /** The innermost states that it is in afterwards, dotted. */
    readonly states: readonly string[];
  }[];
}
