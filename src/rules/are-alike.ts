import { present } from '../base/index.ts';
import type { Graph } from './graph.ts';

/** A graph as it shows itself: what its steps are called, and which of its states are ends. */
export interface Shown {
  readonly entries: readonly ShownStep[];
  /** By state. */
  readonly steps: readonly (readonly ShownStep[])[];
  readonly isEnd: readonly boolean[];
}

/** A step: what it is called, and the state that it leads to. */
export interface ShownStep {
  readonly label: string;
  readonly to: number;
}

/** What a graph shows; it must be complete. */
export function shown(graph: Graph): Shown {
  const names = graph.labels.map(({ cause, events }) => [cause, ...events].join(' '));
  const name = (label: number): string => present(names[label], 'a label');
  const states = Array.from({ length: graph.states }, (_, state) => state);
  return {
    entries: graph.entries.map(({ label, to }) => ({ label: name(label), to })),
    steps: states.map((state) => {
      const [from, to] = graph.stepsOf(state);
      return Array.from({ length: to - from }, (_, at) => ({
        label: name(graph.labelOf(from + at)),
        to: graph.target(from + at),
      }));
    }),
    isEnd: states.map((state) => graph.world.endsIn(graph.configuration(state))),
  };
}

/**
 * Whether two graphs are bisimilar: whatever one does the other can do as well, step by step and for ever, so that nobody who
 * sees their steps can tell them apart. Found by refining a partition of the states of both until it is stable (Kanellakis and
 * Smolka, Information and Computation 86, 1990).
 */
export function areAlike(a: Shown, b: Shown): boolean {
  const shift = a.steps.length;
  const moved = (steps: readonly ShownStep[]): readonly ShownStep[] =>
    steps.map(({ label, to }) => ({ label, to: to + shift }));
  // The states of both, and two from which they are entered.
  const steps = [...a.steps, ...b.steps.map(moved), a.entries, moved(b.entries)];
  let blocks: readonly number[] = [...a.isEnd, ...b.isEnd, false, false].map(Number);
  for (let before = 0; ;) {
    const numbers = new Map<string, number>();
    const refined = steps.map((out, state) => {
      const ways = new Set(out.map(({ label, to }) => `${label}>${blocks[to] ?? -1}`));
      const sign = `${blocks[state] ?? -1}|${[...ways].toSorted().join('|')}`;
      const number = numbers.get(sign) ?? numbers.size;
      numbers.set(sign, number);
      return number;
    });
    if (numbers.size === before) return refined.at(-1) === refined.at(-2);
    before = numbers.size;
    blocks = refined;
  }
}
