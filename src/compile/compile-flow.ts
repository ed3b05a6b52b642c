import { right, wrong, type Result } from '../base/index.ts';
import type { Flow } from '../flows/index.ts';
import { deadEnds } from './dead-ends.ts';
import { dialectRefusals } from './dialect-refusals.ts';
import type { FlowTable, Refusal } from './flow-table.ts';
import type { AnyStateMachine } from 'xstate';
import { walk, walkAgain, walkAndKnow, type Difference, type Known, type Walk } from './walk.ts';

/**
 * A flow as integer tables, or every reason found why it cannot be one.
 * What is wrong with the dialect is found before the machine is walked, the rest on the way.
 */
export function compileFlow(flow: Flow): Result<FlowTable, readonly Refusal[]> {
  const foreign = dialectRefusals(flow.machine);
  if (foreign.length > 0) return wrong(foreign);
  return judged(walk(flow.machine, flow.name));
}

/** Compiles machines that differ from that of a flow in one place each: what they do alike is found out once. */
export class Recompiler {
  readonly #flow: string;
  readonly #known: Known;

  constructor({ machine, name }: Flow) {
    this.#flow = name;
    this.#known = walkAndKnow(machine, name).known;
  }

  /** The table of such a machine, the same as {@link compileFlow} makes. */
  compile(machine: AnyStateMachine, difference: Difference): Result<FlowTable, readonly Refusal[]> {
    const foreign = dialectRefusals(machine);
    return foreign.length > 0 ? wrong(foreign) : judged(walkAgain(machine, this.#flow, this.#known, difference));
  }
}

function judged({ table, refusals }: Walk): Result<FlowTable, readonly Refusal[]> {
  if (table === undefined) return wrong(refusals);
  const found = [...refusals, ...deadEnds(table)];
  return found.length > 0 ? wrong(found) : right(table);
}
