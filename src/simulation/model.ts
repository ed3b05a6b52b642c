import type { FlowTable } from '../compile/index.ts';
import type { engineModel } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { ColumnPlan } from './columns.ts';

/** A scenario ready to run: its flow compiled, every name turned into an index of the engine. Made once, run often. */
export interface Model {
  readonly scenario: Scenario;
  readonly table: FlowTable;
  readonly engine: engineModel.Model;
  readonly names: ModelNames;
  readonly meanings: TableMeanings;
}

/** What the table's names are in the engine. */
export interface TableMeanings {
  /** Guard of the engine, by guard of the table. */
  readonly guards: readonly number[];
  /** Milestone columns of the engine, by milestone of the table. */
  readonly milestones: readonly (readonly number[])[];
  readonly columns: ColumnPlan;
}

/** Names by index of the engine's model: what its figures are called. */
export interface ModelNames {
  readonly milestones: readonly string[];
  readonly indicators: readonly string[];
  readonly stages: readonly string[];
  readonly endings: readonly string[];
  readonly fees: readonly string[];
  readonly terms: readonly string[];
  readonly resources: readonly string[];
  /** Of each activity of the table; states may share one. */
  readonly activities: readonly string[];
  /** Priorities of each activity, biggest first, with their place in the engine; empty where it has none. */
  readonly priorities: readonly (readonly { readonly priority: number; readonly rank: number }[])[];
  /** Attributes by which indicators are told apart, with their levels. */
  readonly groups: readonly { readonly attribute: string; readonly levels: readonly string[] }[];
}
