import type { Label } from '../base/index.ts';

/**
 * A machine as integer tables: what the machine does in every configuration on every event, as decision programs.
 * Plain data (survives JSON). Names stay names: what a guard tests or how long a delay lasts is not known here.
 *
 * `code` is a list of instructions, each an operation and its operands (see {@link Op}). A program starts at a position,
 * runs forward and ends with `goto`. A program may share its tail with others.
 */
export interface FlowTable {
  readonly flow: string;
  /** Canonical state value (plus history, where the machine has history states) of each configuration, for people and for comparison with XState. */
  readonly configurations: readonly Configuration[];
  /** Everything a configuration can receive. */
  readonly events: readonly TableEvent[];
  /** Named guards, as operands of `test` index them. */
  readonly guards: readonly string[];
  /** Timers: one for each (delay name, state) pair. */
  readonly timers: readonly Timer[];
  /** Activities: one for each invoke of a state. */
  readonly activities: readonly TableActivity[];
  readonly milestones: readonly string[];
  readonly fees: readonly string[];
  /** Attributes that actions write or copy from. */
  readonly attributes: readonly string[];
  /** Constants that `set` writes: `true`, `false`, a number or a level's name. */
  readonly constants: readonly (boolean | number | string)[];
  readonly code: readonly number[];
  /** Program of (configuration * events.length + event), or -1: the event is dropped. */
  readonly go: readonly number[];
  /** Program that enters the machine. */
  readonly start: number;
}

/** Active states: the one of a machine, or those of its lanes by their names, each with what is active in it. */
export type StateValue = string | { readonly [lane: string]: StateValue };

/** A combination of active states that the machine can rest in. */
export interface Configuration {
  /** As XState's `snapshot.value`, e.g. `{"goods":"inYard","declaration":"lodged"}`. */
  readonly value: StateValue;
  /** True when the flow has ended for a consignment in it. */
  readonly done: boolean;
  /** Tags of the active states, sorted. */
  readonly tags: readonly string[];
  /** Ids of the states that each history state remembers, by its id; absent where nothing is remembered. */
  readonly history?: Readonly<Record<string, readonly string[]>>;
}

/** What a configuration can receive; `type` is the event's name in XState. */
export type TableEvent =
  | { readonly kind: 'external'; readonly type: string }
  /** Timer `timer` is due. */
  | { readonly kind: 'due'; readonly timer: number; readonly type: string }
  /** Activity `activity` is done (or granted, if it holds). */
  | { readonly kind: 'done'; readonly activity: number; readonly type: string };

/** A delay or deadline as a state declares it. */
export interface Timer {
  /** Name of the delay or deadline. */
  readonly delay: string;
  /** Dotted path of the state that declares it, without the machine's name: `declaration.preparing`. */
  readonly state: string;
}

/** An activity as a state invokes it. */
export interface TableActivity {
  readonly name: string;
  /** Dotted path of the state that invokes it. */
  readonly state: string;
  /** Id of the invoke, unique in the machine. */
  readonly id: string;
}

/** Operations of `FlowTable.code`. */
export const Op = {
  /** `goto configuration`: ends the program in this configuration. */
  goto: 0,
  /** `test guard otherwise`: goes on if the guard holds, else jumps to position `otherwise`. */
  test: 1,
  /** `set attribute constant`. */
  set: 2,
  /** `copy attribute from`: attribute := attribute `from`. */
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
  /** `end activity`: cancels it if waiting or running, frees what it holds; nothing if over. */
  end: 9,
} as const;

/** Words of an instruction by operation, the operation included. */
export const opLength: readonly number[] = [2, 3, 3, 3, 2, 2, 2, 2, 2, 2];

/** Why a machine cannot be a flow. */
export interface Refusal {
  /** kebab-case: `endless-always`, `unknown-guard`, `event-heard-twice`. */
  readonly code: string;
  /** Dotted path of the state, without the machine's name; empty for the machine as a whole. */
  readonly state: string;
  /** One sentence fragment without full stop, naming state and reason. */
  readonly reason: Label;
}
