import { expect, test } from 'vitest';
import { inquire, type Inquiries, type Inquiry, type InquiryKind } from '../../src/experiment/index.ts';
import { weekOf, type Model } from '../../src/simulation/index.ts';
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
  const steps = inquire(models, inquiry);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

test('the week of a replication is that of its recording', () => {
  const of = { model: 0, replication: 1, warmUp: 600 };
  const recording = answerOf([model], { kind: 'recording', ...of });
  expect(recording.window).toEqual({ from: 600, to: 2880 });
  expect(answerOf([model], { kind: 'week', ...of })).toEqual(weekOf(model, recording));
});
