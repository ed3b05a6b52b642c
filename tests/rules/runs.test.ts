import { expect, test } from 'vitest';
import { Happening } from '../../src/engine/index.ts';
import { Graph } from '../../src/rules/graph.ts';
import { simulate } from '../../src/simulation/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';

/** A step as a run shows it: milestones reached, in their order, and the configuration that it led to. */
interface Seen {
  readonly reached: readonly string[];
  readonly configuration: number;
}

test('what consignments do in a run, the graph of a proof lets them do', () => {
  const model = modelOf(
    campaign({
      measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel', 'attendanceWaiver'],
      chances: { selectedForInspection: '30 %', faultFound: '20 %', irregularityFound: '30 %' },
      horizon: '2 weeks',
    }),
  );
  const stories = new Map<number, Seen[]>();
  const open = new Map<number, string[]>();
  simulate(model, {
    replication: 0,
    warmUp: 0,
    keepTimes: false,
    seriesBin: 0,
    observer: {
      happened(happening, _, consignment, what) {
        if (happening === Happening.reached)
          open.set(consignment, [...(open.get(consignment) ?? []), model.names.milestones[what] ?? '']);
        if (happening !== Happening.entered) return;
        const steps = stories.get(consignment) ?? [];
        steps.push({ reached: open.get(consignment) ?? [], configuration: what });
        stories.set(consignment, steps);
        open.delete(consignment);
      },
    },
  });
  const graph = new Graph(model, 100_000);
  expect(graph.isComplete).toBe(true);
  const lost = [...stories].filter(([, steps]) => !isPath(graph, steps)).map(([consignment]) => consignment);
  expect(lost).toEqual([]);
  expect(stories.size).toBeGreaterThan(1000);
  expect(Math.max(...[...stories.values()].map((steps) => steps.length))).toBeGreaterThan(12);
  // And it does not let them do everything.
  const [[, first = []] = []] = stories;
  expect(isPath(graph, first.toReversed())).toBe(false);
});

/** Whether some way through the graph shows these steps. */
function isPath(graph: Graph, [first, ...others]: readonly Seen[]): boolean {
  if (first === undefined) return true;
  let states = new Set(graph.entries.filter(({ label, to }) => shows(graph, label, to, first)).map(({ to }) => to));
  for (const seen of others) {
    const next = new Set<number>();
    for (const state of withSilent(graph, states)) {
      const [from, to] = graph.stepsOf(state);
      for (let step = from; step < to; step++)
        if (shows(graph, graph.labelOf(step), graph.target(step), seen)) next.add(graph.target(step));
    }
    states = next;
  }
  return states.size > 0;
}

/** States, and those that are come to without a step of the machine: an activity has begun, nobody heard what was due. */
function withSilent(graph: Graph, states: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(states);
  for (const state of all) {
    const [from, to] = graph.stepsOf(state);
    for (let step = from; step < to; step++) {
      const target = graph.target(step);
      if (graph.configuration(target) === graph.configuration(state) && milestonesOf(graph, graph.labelOf(step)) === '')
        all.add(target);
    }
  }
  return all;
}

function shows(graph: Graph, label: number, to: number, { reached, configuration }: Seen): boolean {
  return graph.configuration(to) === configuration && milestonesOf(graph, label) === reached.join(' ');
}

function milestonesOf(graph: Graph, label: number): string {
  return graph.labels[label]?.events.filter((event) => !event.includes(':')).join(' ') ?? '';
}
