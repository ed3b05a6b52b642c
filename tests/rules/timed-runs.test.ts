import { expect, test } from 'vitest';
import { Graph } from '../../src/rules/graph.ts';
import { TimedGraph, type Stay } from '../../src/rules/timed-graph.ts';
import { atMost, type Zone } from '../../src/rules/zone.ts';
import { campaign } from '../simulation/campaign.ts';
import { modelOf } from '../simulation/story.ts';
import { milestonesOf, seenIn, shows, type Seen } from './seen-in-run.ts';

test('what consignments do in a run, they may do at these times', () => {
  // Delays with ends, so that the times are put to the test; the shipped ones last as long as they like.
  const text = campaign({
    measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel', 'attendanceWaiver'],
    chances: { selectedForInspection: '30 %', faultFound: '20 %', irregularityFound: '30 %' },
    horizon: '1 week',
  });
  const model = modelOf(`${text}delays:
  unloading: uniform(4 h 12 h)
  preparation: uniform(20 h 25 d)
  correction: triangular(1 h 3 h 9 h)
  moveToBay: {by: credit, advancedCertified: 1 h, otherwise: uniform(2 h 5 h)}
  pickUp: uniform(10 h 60 h)
`);
  const graph = new Graph(model, 100_000, undefined, true);
  const timed = new TimedGraph(graph, 'wide');
  const stories = seenIn(model);
  expect(stories.size).toBeGreaterThan(500);
  expect(Math.max(...[...stories.values()].map((steps) => steps.length))).toBeGreaterThan(12);
  const lost = [...stories].filter(([, steps]) => !isPath(timed, steps)).map(([consignment]) => consignment);
  expect(lost).toEqual([]);
  // At half the times it may not: the electronic check alone takes 16 seconds.
  const checked = [...stories.values()].filter((steps) => steps.some(({ reached }) => reached.includes('accepted')));
  expect(checked.length).toBeGreaterThan(100);
  expect(
    checked.filter((steps) =>
      isPath(
        timed,
        steps.map((seen) => ({ ...seen, at: seen.at / 2 })),
      ),
    ),
  ).toEqual([]);
});

interface At {
  readonly state: number;
  readonly stay: Stay;
}

/** Whether some way through the graph shows these steps at these times; clock 1 is the time since the entry. */
function isPath(timed: TimedGraph, [first, ...others]: readonly Seen[]): boolean {
  if (first === undefined) return true;
  const { graph } = timed;
  let ats = graph.entries
    .filter(({ label, to }) => shows(graph, label, to, first))
    .flatMap(({ to }) => timed.stay(to, timed.enter(to, 1), 1).map((stay) => ({ state: to, stay })));
  for (const seen of others) {
    const next: At[] = [];
    for (const { state, stay } of withSilent(timed, ats)) {
      const zone = stay.zone.copy();
      if (!isAt(zone, seen.at - first.at)) continue;
      const [from, to] = graph.stepsOf(state);
      for (let step = from; step < to; step++)
        if (shows(graph, graph.labelOf(step), graph.target(step), seen))
          next.push(...after(timed, { state, stay: { ...stay, zone } }, step));
    }
    ats = next;
  }
  return ats.length > 0;
}

/** Keeps what is so many minutes after the entry, to the second. */
function isAt(zone: Zone, minutes: number): boolean {
  return (
    zone.constrain(1, 0, atMost(Math.ceil(minutes * 60 + 1e-3))) &&
    zone.constrain(0, 1, atMost(-Math.floor(minutes * 60 - 1e-3)))
  );
}

function after(timed: TimedGraph, { state, stay }: At, step: number): readonly At[] {
  const zone = timed.take(state, stay, step, 1);
  const target = timed.graph.target(step);
  return zone === undefined ? [] : timed.stay(target, zone, 1).map((each) => ({ state: target, stay: each }));
}

/** Stays, and those that are come to without a step of the machine: an activity has begun, nobody heard what was due. */
function withSilent(timed: TimedGraph, ats: readonly At[]): readonly At[] {
  const { graph } = timed;
  const all = [...ats];
  for (const at of all) {
    const [from, to] = graph.stepsOf(at.state);
    for (let step = from; step < to; step++) {
      const isSilent =
        graph.configuration(graph.target(step)) === graph.configuration(at.state) &&
        milestonesOf(graph, graph.labelOf(step)) === '';
      if (!isSilent) continue;
      for (const next of after(timed, at, step))
        if (!all.some(({ state, stay }) => state === next.state && stay.zone.includes(next.stay.zone))) all.push(next);
    }
  }
  return all;
}
