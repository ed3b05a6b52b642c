import { right, wrong, type Result } from '../base/index.ts';
import type { Flow } from '../flows/index.ts';
import { deadEnds } from './dead-ends.ts';
import { dialectRefusals } from './dialect-refusals.ts';
import type { FlowTable, Refusal } from './flow-table.ts';
import { walk } from './walk.ts';

/**
 * A flow as integer tables, or every reason found why it cannot be one.
 * What is wrong with the dialect is found before the machine is walked, the rest on the way.
 */
export function compileFlow(flow: Flow): Result<FlowTable, readonly Refusal[]> {
  const foreign = dialectRefusals(flow.machine);
  if (foreign.length > 0) return wrong(foreign);
  const { table, refusals } = walk(flow.machine, flow.name);
  if (table === undefined) return wrong(refusals);
  const found = [...refusals, ...deadEnds(table)];
  return found.length > 0 ? wrong(found) : right(table);
}
