import { present } from '../base/index.ts';
import type { Graph } from './graph.ts';

/** Every event that happens in some step of a graph. */
export function eventsIn(graph: Graph): ReadonlySet<string> {
  const labels = new Set(graph.entries.map(({ label }) => label));
  for (let step = 0; step < graph.steps; step++) labels.add(graph.labelOf(step));
  return new Set([...labels].flatMap((label) => present(graph.labels[label], 'a label').events));
}
