import { guardMeaning, pathOf, statesOf } from '../flows/index.ts';
import type { AnyStateMachine } from 'xstate';
import type { FlowTable } from './flow-table.ts';

/**
 * Guards asked by an `always` of a state in which a consignment can wait, in document order.
 * They are asked at every change elsewhere, so a chance drawn anew each time must not be among them.
 */
export function guardsOnAlways(machine: AnyStateMachine, table: FlowTable): readonly string[] {
  const waiting = new Set(table.configurations.flatMap(({ value, done }) => (done ? [] : activeIn(value))));
  const asked = statesOf(machine)
    .filter((state) => waiting.has(pathOf(state)))
    .flatMap((state) => (state.always ?? []).flatMap(({ guard }) => guardMeaning(guard, machine).names));
  return [...new Set(asked)];
}

/** Dotted paths of all states in a state value, the machine itself ('') first. */
function activeIn(value: unknown, path = ''): readonly string[] {
  const inside = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (typeof value === 'string') return [path, inside(value)];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => activeIn(inner, inside(key)))];
}
