import { expect, test } from 'vitest';
import { Graph } from '../../src/rules/graph.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';
import { milestonesOf, seenIn, shows, type Seen } from './seen-in-run.ts';

test('what consignments do in a run, the graph of a proof lets them do', () => {
  const model = modelOf(
    campaign({
      measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel', 'attendanceWaiver'],
      chances: { selectedForInspection: '30 %', faultFound: '20 %', irregularityFound: '30 %' },
      horizon: '2 weeks',
    }),
  );
  const stories = seenIn(model);
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
