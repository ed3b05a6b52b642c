import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { drive } from '../../src/base/index.ts';
import { inquire, savedBy, type Inquiries, type Inquiry, type InquiryKind } from '../../src/experiment/index.ts';
import { survey } from '../../src/replay/index.ts';
import { weekOf, type Model } from '../../src/simulation/index.ts';
import { willinkInterval } from '../../src/statistics/index.ts';
import { recordingOf, resultOf } from '../simulation/recordings.ts';
import { modelOf } from '../simulation/story.ts';

const model = modelOf(`name: one officer
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
activities: {service: {needs: officer, takes: exponential(15 min)}}
resources: {officer: 1}
arrivals: {consignments: {every: exponential(10 min)}}
run: {horizon: 2 d, warmUp: 0 h, seed: story, replications: 2}
`);

function answerOf<Kind extends InquiryKind>(models: readonly Model[], inquiry: Inquiry<Kind>): Inquiries[Kind]['gives'];
function answerOf(models: readonly Model[], inquiry: Inquiry): Inquiries[InquiryKind]['gives'] {
  return drive(inquire(models, inquiry));
}

test('the week of a replication is that of its recording', () => {
  const of = { model: 0, replication: 1, warmUp: 600 };
  const recording = answerOf([model], { kind: 'recording', ...of });
  expect(recording.window).toEqual({ from: 600, to: 2880 });
  expect(answerOf([model], { kind: 'week', ...of })).toEqual(weekOf(model, recording));
});

test('one officer more: by hand, nobody waits any more', () => {
  // Five come in the hour, at 10 to 50 minutes; with one officer who takes 15 they wait 0, 5, 10, 15 and 20 minutes.
  const line = modelOf(`name: one officer
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: [{guard: isOdd, target: gate}, {target: done}]}}
    gate: {invoke: {src: passage, onDone: done}}
    done: {type: final, tags: [released]}
chances: {isOdd: 0 %}
activities: {service: {needs: officer, takes: 15 min}, passage: {needs: gate, takes: 1 min}}
resources: {officer: 1, gate: 1}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 60 min, warmUp: 0 h, seed: story, replications: 1}
`);
  const asks = { kind: 'oneMore', model: 0, replication: 3, warmUp: 0 } as const;
  const saved = answerOf([line], { ...asks, resource: 'officer' });
  expect(saved).toMatchObject({ replication: 3, wait: 1 / 6 });
  expect(saved.indicators['clearanceTime']).toBeCloseTo(1 / 6, 12);
  // At the gate there was nobody.
  expect(answerOf([line], { ...asks, resource: 'gate' })).toMatchObject({
    wait: null,
    indicators: { clearanceTime: 0 },
  });
});

test('savings of some replications are their mean, with the interval of just these; of none there is none', () => {
  const runs = [1, 4, null, 1].map((wait, replication) => ({ replication, wait, indicators: {} }));
  expect(savedBy(runs, (run) => run.wait)).toEqual({ value: 2, interval: willinkInterval([1, 4, 1], 0.95) });
  expect(savedBy([], (run) => run.wait)).toBeUndefined();
});

const network = modelOf(readFileSync('scenarios/examples/customs-network.yaml', 'utf8').replace('1000000', '400'));

test('who asks for a recording gets all of that replication, and with the survey of it the same recording', () => {
  const of = { model: 0, replication: 0, warmUp: 60 } as const;
  const recording = recordingOf(network, { warmUp: 60 });
  expect(resultOf(inquire([network], { kind: 'recording', ...of }))).toEqual(recording);
  const asked = resultOf(inquire([network], { kind: 'survey', ...of }));
  expect(asked).toEqual(resultOf(survey(network, recording)));
  // It crosses threads.
  expect(structuredClone(asked)).toEqual(asked);
});
