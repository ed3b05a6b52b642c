import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Recorded, simulate } from '../../src/simulation/index.ts';
import { campaign } from './campaign.ts';
import { recordingOf } from './recordings.ts';
import { modelOf } from './story.ts';

/** Consignments come at 10, 20, .. 50 minutes; one officer takes 15 minutes with each, then holds a bay until the truck comes. */
const bays = `name: bays
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: atBay}, after: {patience: gone}}
    atBay:
      invoke: {src: bay, onDone: .moving}
      initial: called
      onDone: done
      states: {called: {}, moving: {after: {move: moved}}, moved: {type: final}}
    done: {type: final, tags: [released]}
    gone: {type: final, tags: [returned]}
activities: {service: {needs: officer, takes: 15 min}, bay: {needs: bay, holds: true}}
delays: {move: 4 min, patience: 22 min}
attributes: {express: {share: 100 %}, credit: {good: 100 %, bad: 0 %}, value: 7 CNY}
resources: {officer: 1, bay: 1}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 60 min, warmUp: 0 h, seed: story, replications: 1}
`;

test('a recording tells of each consignment what it was, did and waited for', () => {
  const recorded = new Recorded(modelOf(bays), recordingOf(modelOf(bays)));
  expect(recorded.attributes(0)).toEqual({ credit: 'good', express: true, value: 7 });
  // 0 is served from 10 to 25. 1 (come at 20) begins then, and loses patience at 42. 2 (come at 30) is served from 42, till 52 only.
  expect([0, 1, 2].map((consignment) => recorded.spans(consignment))).toEqual([
    [
      { activity: 0, name: 'service', requestedAt: 10, begunAt: 10, endedAt: 25, isCancelled: false },
      { activity: 1, name: 'bay', requestedAt: 25, begunAt: 25, endedAt: 29, isCancelled: false },
    ],
    [
      { activity: 0, name: 'service', requestedAt: 20, begunAt: 25, endedAt: 40, isCancelled: false },
      { activity: 1, name: 'bay', requestedAt: 40, begunAt: 40, endedAt: 44, isCancelled: false },
    ],
    [{ activity: 0, name: 'service', requestedAt: 30, begunAt: 40, endedAt: 52, isCancelled: true }],
  ]);
  expect(recorded.indicator(1, 'clearanceTime')).toBe(24);
});

const network = readFileSync('scenarios/examples/customs-network.yaml', 'utf8').replace('1000000', '400');
const port = campaign({ measures: ['advanceDeclaration', 'twoStepDeclaration'], chances: {}, horizon: '10 d' });

test.each([
  ['three lanes, vessels, a window in time', port, 4 * 1440],
  ['a network of queues, so many counted', network, 0],
])('what is recorded of consignments gives the figures of the run: %s', (_, text, warmUp) => {
  const model = modelOf(text);
  const { result } = simulate(model, { replication: 0, warmUp, keepTimes: false, seriesBin: 0 });
  const recording = recordingOf(model, { warmUp });
  const recorded = new Recorded(model, recording);
  const counted = Array.from({ length: recorded.consignments }, (__, consignment) => consignment).filter(
    (consignment) => recorded.isCounted(consignment),
  );
  expect(recording.window).toEqual(result.window);
  expect(counted).toHaveLength(result.consignments.counted);
  for (const [name, { count, mean, min, max }] of Object.entries(result.indicators)) {
    const times = counted.map((each) => recorded.indicator(each, name)).filter((time) => !Number.isNaN(time));
    expect(times).toHaveLength(count);
    expect([Math.min(...times), Math.max(...times)]).toEqual([min, max]);
    expect(times.reduce((sum, time) => sum + time, 0) / count).toBeCloseTo(mean, 8);
  }
  const charges = counted.flatMap((each) => recorded.charges(each));
  for (const [name, { total }] of Object.entries(result.fees)) {
    const amounts = charges.filter(({ fee }) => fee === name).map(({ amount }) => amount);
    expect(amounts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total, 6);
  }
  const spans = counted.flatMap((each) => recorded.spans(each));
  for (const [name, { count, waited, wait }] of Object.entries(result.activities)) {
    const waits = spans.flatMap((span) =>
      span.name === name && span.begunAt !== undefined ? [span.begunAt - span.requestedAt] : [],
    );
    expect([waits.length, waits.filter((each) => each > 0).length]).toEqual([count, waited]);
    expect(waits.reduce((sum, each) => sum + each, 0) / Math.max(1, count)).toBeCloseTo(wait.mean, 8);
  }
});

test('a history is in order and holds all that happened to its consignment', () => {
  const recording = recordingOf(modelOf(network));
  const recorded = new Recorded(modelOf(network), recording);
  const histories = Array.from({ length: recorded.consignments }, (_, each) => [...recorded.history(each)]);
  for (const [consignment, history] of histories.entries()) {
    expect(history).toEqual(history.toSorted((a, b) => a - b));
    expect(history.every((place) => recording.entity[place] === consignment)).toBe(true);
  }
  expect(histories.flat().length).toBe(recording.count);
});

test('a recording that would grow too long is cut and says so; what it holds is what the whole one begins with', () => {
  const model = modelOf(network);
  const whole = recordingOf(model);
  const cut = recordingOf(model, { max: 1000 });
  expect([whole.isCut, cut.isCut, cut.count]).toEqual([false, true, 1000]);
  expect(cut.window).toEqual(whole.window);
  for (const column of ['at', 'entity', 'happening', 'what', 'value'] as const)
    expect(cut[column]).toEqual(whole[column].slice(0, 1000));
  const uncut = recordingOf(model, { max: whole.count });
  expect(uncut.isCut).toBe(false);
});
