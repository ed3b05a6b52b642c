import { expect, test } from 'vitest';
import { Run, type engineModel } from '../../src/engine/index.ts';
import { follow, type Follower, type Model } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';
import { present } from '../../src/base/index.ts';

/** Goods that are tossed about: at each of many turns one of eight milestones is reached, and the chance is drawn anew. */
const text = `name: tossed
flow:
  initial: tossed
  states:
    tossed:
      after:
        turn:
          - {guard: isOver, target: released}
${[0, 1, 2, 3, 4, 5, 6].map((face) => `          - {guard: isFace${face}, target: tossed, reenter: true, actions: {reach: face${face}}}`).join('\n')}
          - {target: tossed, reenter: true, actions: {reach: face7}}
    released: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
delays: {turn: exponential(1 h)}
chances:
  isOver: {share: 2 %, drawn: eachVisit}
${[0, 1, 2, 3, 4, 5, 6].map((face) => `  isFace${face}: {share: 20 %, drawn: eachVisit}`).join('\n')}
run: {horizon: 1500 h, seed: tossed, replications: 1, warmUp: 0 h}
`;

/** Counts how often a milestone was reached, up to 255. */
function counter(model: Model, name: string): Follower {
  const milestone = model.names.milestones.indexOf(name);
  const states = 256;
  return {
    states,
    tellsEnded: Array.from({ length: states }, (_, state) => state > 3),
    tellsLeft: Array.from({ length: states }, () => false),
    hears: (moment) => 'reaches' in moment && moment.reaches === milestone,
    after: (told) => {
      const times = told.filter(({ moment }) => 'reaches' in moment && moment.reaches === milestone).length;
      return Array.from({ length: states }, (_, state) => Math.min(state + times, states - 1));
    },
  };
}

function figuresOf(model: engineModel.Model, stops: number) {
  const options = { replication: 0, warmUp: 0, keepTimes: false };
  let run = Run.begin(model, options);
  while (run.advance(stops) === 'going') {
    const saved = run.save();
    run.close();
    run = Run.resume(model, options, saved);
  }
  return run.close().figures;
}

test('followers that go as one come to what each comes to alone, also where more is met than can be remembered', () => {
  const model = modelOf(text);
  const followers = Array.from({ length: 8 }, (_, face) => counter(model, `face${face}`));
  const together = figuresOf(follow(model, followers).engine, 1_000_000).followed;
  const alone = followers.map((each) => present(figuresOf(follow(model, [each]).engine, 1_000_000).followed[0], 'one'));
  expect(together).toEqual(alone);
  expect(figuresOf(follow(model, followers).engine, 10_000).followed).toEqual(together);
});
