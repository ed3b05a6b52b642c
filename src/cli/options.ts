import type { Overrides } from '../experiment/index.ts';
import type { Context } from './context.ts';

/** What every command understands. */
export interface CommonOptions {
  readonly json?: true;
  readonly format: 'table' | 'csv' | 'md';
  /** File to write to instead of standard output. */
  readonly output?: string;
  /** False after `--no-color`. */
  readonly color: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** What `check` understands as well. */
export interface CheckOptions extends CommonOptions {
  /** File of rules to check instead of those that ship for the flow. */
  readonly rules?: string;
  /** Of a log: the flow whose rules, law and calendars count. */
  readonly flow?: string;
  /** Of a log of objects: the type of those that are the cases. */
  readonly case?: string;
  /** Of a flow or scenario; none: by proof. */
  readonly by?: 'proof' | 'chance' | 'run';
  /** By chance and by run: the seed. */
  readonly seed?: string;
  /** By run. */
  readonly workers?: number;
  readonly replications?: number;
  /** By chance: the number of histories, and the one to show again. */
  readonly histories?: number;
  readonly replay?: string;
  /** Look what the rules notice when the machine is changed. */
  readonly mutate?: true;
}

/** What `learn` understands as well. */
export interface LearnOptions extends CommonOptions {
  /** A number, as it is typed, to be judged. */
  readonly answer?: string;
}

/** What the commands that simulate understand as well. */
export interface SimulationOptions extends CommonOptions {
  /** File of rules that the runs follow; true: those that ship for the flow. */
  readonly rules?: string | true;
  readonly seed?: string;
  readonly workers?: number;
  readonly replications?: number;
}

/** What `run` understands as well. */
export interface RunOptions extends SimulationOptions {
  /** File to write the log of the first replication to: `.ndjson` or `.csv`. */
  readonly log?: string;
}

/** What the options change in every scenario; the seed may also come from the environment. */
export function overridesOf(
  { seed, replications }: Pick<SimulationOptions, 'seed' | 'replications'>,
  { io }: Context,
): Overrides {
  const wanted = seed ?? io.environment['CLEARSIM_SEED'];
  return { ...(wanted === undefined ? {} : { seed: wanted }), ...(replications === undefined ? {} : { replications }) };
}
