import { Happening } from '../../src/engine/index.ts';
import type { Graph } from '../../src/rules/graph.ts';
import { simulate, type Model } from '../../src/simulation/index.ts';

/** A step as a run shows it: when, in minutes; milestones reached, in their order; and the configuration that it led to. */
export interface Seen {
  readonly at: number;
  readonly reached: readonly string[];
  readonly configuration: number;
}

/** Steps of the consignments of a replication, by their number. */
export function seenIn(model: Model): ReadonlyMap<number, readonly Seen[]> {
  const stories = new Map<number, Seen[]>();
  const open = new Map<number, string[]>();
  simulate(model, {
    replication: 0,
    warmUp: 0,
    keepTimes: false,
    seriesBin: 0,
    observer: {
      happened(happening, at, consignment, what) {
        if (happening === Happening.reached)
          open.set(consignment, [...(open.get(consignment) ?? []), model.names.milestones[what] ?? '']);
        if (happening !== Happening.entered) return;
        const steps = stories.get(consignment) ?? [];
        steps.push({ at, reached: open.get(consignment) ?? [], configuration: what });
        stories.set(consignment, steps);
        open.delete(consignment);
      },
    },
  });
  return stories;
}

/** Whether a step of the graph looks so. */
export function shows(graph: Graph, label: number, to: number, { reached, configuration }: Seen): boolean {
  return graph.configuration(to) === configuration && milestonesOf(graph, label) === reached.join(' ');
}

export function milestonesOf(graph: Graph, label: number): string {
  return graph.labels[label]?.events.filter((event) => !event.includes(':')).join(' ') ?? '';
}
