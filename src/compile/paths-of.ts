import type { StateValue } from './flow-table.ts';

/** Dotted paths of the active states of a state value, outer ones before inner ones. */
export function pathsOf(value: StateValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...pathsOf(inner).map((path) => `${name}.${path}`)]);
}
