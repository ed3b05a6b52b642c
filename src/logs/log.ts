import type { Mistake } from '../base/index.ts';

/**
 * What a log says of an event beside its name: that it is the start or end of an activity, a state entered or left, a delay that was over, or
 * a fee. `complete`: the name was completed, which is what some logs say of activities, others of all that happens.
 */
export type EventKind = 'event' | 'start' | 'end' | 'enter' | 'leave' | 'due' | 'fee' | 'complete';

/** An event of a log. */
export interface LoggedEvent {
  /** As it is written. */
  readonly name: string;
  readonly kind: EventKind;
}

/**
 * A log of events, case by case, in columns: a million events take some 20 MB beside the names of the cases. Rows of case c stand from
 * `first[c]` to before `first[c + 1]`, in order of time, those of one instant in the order of the file.
 */
export interface Log {
  /** Names of the cases, in the order of their coming. */
  readonly cases: readonly string[];
  readonly events: readonly LoggedEvent[];
  readonly first: Int32Array;
  /** By row: its place in `events`. */
  readonly event: Int32Array;
  /** By row: minutes from `origin`; NaN: it has no time, and stands where it stood among those of its case. */
  readonly at: Float64Array;
  /** By row: its line in the file, from 1. */
  readonly line: Int32Array;
  /** By case: 1 if it has ended, 0 if it may go on after the end of the log. */
  readonly hasEnded: Uint8Array;
  /** By attribute that was asked for. */
  readonly attributes: readonly LoggedAttribute[];
  /** Minute 0 in minutes since 1970-01-01T00:00Z, and the zone of the first time that has one, else of all, in minutes east of UTC. */
  readonly origin: number;
  readonly zone: number;
  /** The last time of the log, in minutes from `origin`; NaN if there is none. */
  readonly end: number;
  readonly quality: Quality;
}

/** The values of an attribute, as they are written. */
export interface LoggedAttribute {
  readonly name: string;
  readonly values: readonly string[];
  /** By case, and by row: the place of the value in `values`; -1: none. */
  readonly ofCase: Int32Array;
  readonly ofRow: Int32Array;
}

/** What is to be known of the data before its verdicts are believed. Counts of events, unless another thing is said. */
export interface Quality {
  /** Rows that could not be read, of so many, and the first of them. */
  readonly bad: number;
  readonly rows: number;
  readonly badFirst: readonly Mistake[];
  readonly withoutTime: number;
  /** Came before an earlier one of their case in the file: they were put in order of time. */
  readonly outOfOrder: number;
  /** The same event of the same case at the same time as the one before: they count as often as they stand there. */
  readonly duplicates: number;
  /** Cases that may go on after the end of the log. */
  readonly cut: number;
  /** Of no case: they are left out. */
  readonly withoutCase: number;
  /** Left out, by the transition that no rule speaks of: `suspend`. */
  readonly otherTransitions: Readonly<Record<string, number>>;
  /** Times by the form that they are written in; more than one is a sign of a log put together from several. */
  readonly timeForms: Readonly<Record<TimeForm, number>>;
  /** Zone in which times without one were read, in minutes east of UTC. */
  readonly localZone: number;
  /** Dates such as `2017/3/6`, which were read as year, month, day. */
  readonly yearFirst: number;
  /** What a case is in a log of objects, and what else it might be; none in other logs. */
  readonly caseType: CaseType | undefined;
}

/** How a time may be written: `2017-03-06T14:05:09+08:00`, `2017-03-06T14:05:09`, `2017-03-06`. */
export type TimeForm = 'zoned' | 'local' | 'date';

/** The type of objects that are the cases. */
export interface CaseType {
  readonly name: string;
  readonly others: readonly string[];
  /** Events that have several objects of it, and count for each. */
  readonly shared: number;
}
