import { right, type Result } from '../base/index.ts';
import { builtInFlows, type Flow } from '../flows/index.ts';
import { compileFlow } from './compile-flow.ts';
import type { FlowTable, Refusal } from './flow-table.ts';
import { readyTables } from './ready-tables.ts';
import type { TableShelf } from './table-shelf.ts';

/** What is known of flows that were asked for: variants share the flow of their base, and a table is made in a tenth of a second. */
const known = new WeakMap<Flow, Result<FlowTable, readonly Refusal[]>>();

/** The table of a flow, or why it cannot be compiled: made by the build, found on the shelf, or compiled now, once. */
export function tableOf(flow: Flow, shelf: TableShelf): Result<FlowTable, readonly Refusal[]> {
  const found = known.get(flow) ?? made(flow, shelf);
  known.set(flow, found);
  return found;
}

function made(flow: Flow, shelf: TableShelf): Result<FlowTable, readonly Refusal[]> {
  const ready = builtInFlows[flow.name] === flow ? readyTables[flow.name] : undefined;
  const shelved = ready ?? (flow.content === undefined ? undefined : shelf.find(flow.content));
  if (shelved !== undefined) return right(shelved);
  const compiled = compileFlow(flow);
  if (compiled.ok && flow.content !== undefined) shelf.put(flow.content, compiled.value);
  return compiled;
}
