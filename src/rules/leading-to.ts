import type { Graph } from './graph.ts';

/** By explored state of a graph: 1 if a way leads from it to a state that is sought or by a step that is sought, none of the unexplored ones counted. */
export function leadingTo(
  graph: Graph,
  isSought: (state: number) => boolean,
  isSoughtStep: (step: number) => boolean = () => false,
): Uint8Array {
  const before: number[][] = Array.from({ length: graph.explored }, () => []);
  const leads = new Uint8Array(graph.explored);
  const open: number[] = [];
  const come = (state: number): void => {
    if (leads[state] === 1) return;
    leads[state] = 1;
    open.push(state);
  };
  for (let state = 0; state < graph.explored; state++) {
    const [from, to] = graph.stepsOf(state);
    if (isSought(state)) come(state);
    for (let step = from; step < to; step++) {
      if (isSoughtStep(step)) come(state);
      before[graph.target(step)]?.push(state);
    }
  }
  for (const state of open) for (const each of before[state] ?? []) come(each);
  return leads;
}
