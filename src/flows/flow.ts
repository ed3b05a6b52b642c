import type { Label } from '../base/index.ts';
import type { Condition } from '../customs/index.ts';
import type { AnyStateMachine } from 'xstate';

/** A procedure: an XState machine in the dialect of docs/reference/dialect.md, and what the product says about it. */
export interface Flow {
  /** kebab-case; `written in place` flows carry the name of their scenario. */
  readonly name: string;
  readonly label: Label;
  /** One sentence: what procedure this is and under which law. */
  readonly explanation: Label;
  readonly machine: AnyStateMachine;
  /** The machine as the user wrote it, as a text: flows of equal content have equal tables. Absent for built-in flows. */
  readonly content?: string;
  /** Facilitation measures that the flow knows as guards, each with who is eligible (an empty `all` lets everybody pass). */
  readonly measures: Readonly<Record<string, FlowMeasure>>;
  /** Text of the scenario file that defines every activity, delay, chance and resource of the flow; absent for users' flows. */
  readonly defaults?: string;
}

/** A facilitation measure as a flow offers it. */
export interface FlowMeasure {
  readonly label: Label;
  readonly explanation: Label;
  readonly law: string;
  readonly eligible: Condition;
}

/** Every name a machine uses and a scenario must define; each name once, in document order. */
export interface FlowNames {
  /** Named guards (not `stateIn`, `and`, `or`, `not`). */
  readonly guards: readonly string[];
  /** Names of invoked activities. */
  readonly activities: readonly string[];
  /** Names in `after`: delays and deadlines. */
  readonly delays: readonly string[];
  /** Attributes that actions write or copy from. */
  readonly attributes: readonly string[];
  /** Fees that actions charge. */
  readonly fees: readonly string[];
  /** Milestones, by tag or by `reach`. */
  readonly milestones: readonly string[];
  /** Events that the engine must deliver (`ARRIVED`). */
  readonly events: readonly string[];
}
