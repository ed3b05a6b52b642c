import { present } from '../base/index.ts';
import type { Graph } from './graph.ts';

/**
 * Sets of states that are never left once they are come into, among those that are `doomed`; what is doomed leads only to what is
 * doomed. Each is a strongly connected component without a way out (Tarjan, SIAM Journal on Computing 1, 1972).
 */
export function trapsIn(
  graph: Pick<Graph, 'explored' | 'stepsOf' | 'target'>,
  doomed: (state: number) => boolean,
): readonly (readonly number[])[] {
  const traps: number[][] = [];
  const order = new Map<number, number>();
  const lowest = new Map<number, number>();
  /** States that belong to no component yet. */
  const held: number[] = [];
  const isHeld = new Set<number>();
  /** States that lead out of their component. */
  const leaks = new Set<number>();
  const from = (state: number): number => present(order.get(state), 'a state that was visited');
  const low = (state: number): number => present(lowest.get(state), 'a state that was visited');

  const visit = (root: number): void => {
    const path = [{ state: root, step: graph.stepsOf(root)[0] }];
    const enter = (state: number): void => {
      order.set(state, order.size);
      lowest.set(state, from(state));
      held.push(state);
      isHeld.add(state);
    };
    enter(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const { state } = at;
      if (at.step < graph.stepsOf(state)[1]) {
        const next = graph.target(at.step++);
        if (!order.has(next)) {
          enter(next);
          path.push({ state: next, step: graph.stepsOf(next)[0] });
        } else if (isHeld.has(next)) lowest.set(state, Math.min(low(state), from(next)));
        else leaks.add(state);
        continue;
      }
      path.pop();
      const above = path.at(-1)?.state;
      if (low(state) < from(state)) {
        if (above !== undefined) lowest.set(above, Math.min(low(above), low(state)));
        continue;
      }
      const component = held.splice(held.indexOf(state));
      for (const each of component) isHeld.delete(each);
      if (!component.some((each) => leaks.has(each))) traps.push(component);
      if (above !== undefined) leaks.add(above);
    }
  };
  for (let state = 0; state < graph.explored; state++) if (doomed(state) && !order.has(state)) visit(state);
  return traps;
}
