import type { FlowTable } from '../compile/index.ts';
import type { Rule } from '../rules/index.ts';
import type { Overrides, Source } from './source.ts';

/** What threads make their models of, and how they run. */
export interface WorkerJob {
  readonly sources: readonly Source[];
  readonly overrides: Overrides;
  /** Tables of the users' flows in the sources, by the content of the flows. */
  readonly tables: ReadonlyMap<string, FlowTable>;
  /** Rules that the runs of each scenario follow, base first; none: no rules were asked for. */
  readonly rules?: readonly (readonly Rule[])[];
  /** Whether the rules of the base name marks of its machine, which the worker then makes too. */
  readonly marksBase: boolean;
  /** On Linux the thread runs only when no other one wants its processor: whoever presses a key goes first. */
  readonly givesWay?: true;
}

/** What a worker is given when it starts: its job, and what all threads share. */
export interface WorkerTask extends WorkerJob {
  /** A 64-bit number shared by all threads: to it they add the consignments that they have simulated. */
  readonly simulated: SharedArrayBuffer;
  /** A 32-bit number shared by all threads: to it each adds 1 when it has made its models. */
  readonly ready: SharedArrayBuffer;
  /** A 32-bit number shared by all threads: not 0 as soon as nobody wants their answers any more. */
  readonly isClosing: SharedArrayBuffer;
}
