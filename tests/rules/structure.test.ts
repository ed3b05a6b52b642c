import { expect, test } from 'vitest';
import { structureOf } from '../../src/rules/structure.ts';
import { modelOf } from '../simulation/story.ts';

const odd = `name: odd
flow:
  initial: lodged
  states:
    lodged:
      after: {rest: [{guard: never, target: lost}, {guard: stopped, target: stuck}, {guard: turned, target: round}, {target: passed}]}
    lost: {initial: inside, states: {inside: {}}, after: {rest: over}}
    stuck: {after: {rest: {guard: never, target: over}}}
    round: {after: {rest: back}}
    back: {after: {rest: [{guard: never, target: over}, {target: round}]}}
    passed: {always: over}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
chances: {never: 0 %, stopped: 50 %, turned: 50 %}
delays: {rest: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;

test('what is never entered, never taken, and where there is no way on', () => {
  expect(structureOf(modelOf(odd), 1000)).toEqual({
    // A state that is passed within a step is entered.
    neverEntered: ['lost'],
    neverTaken: ['lodged --rest--> lost', 'lost --rest--> over', 'stuck --rest--> over', 'back --rest--> over'],
    deadEnds: [['stuck']],
    livelocks: [['round', 'back']],
    endings: [{ milestone: 'released', tooLateIn: ['back', 'round', 'stuck'] }],
  });
});

test('who has reached an ending is not too late for it; a flow without faults has none', () => {
  const two = `name: two
flow:
  initial: lodged
  states:
    lodged: {after: {rest: [{guard: refused, target: back}, {target: free}]}}
    free: {tags: [accepted], initial: waiting, states: {waiting: {after: {rest: gone}}, gone: {type: final, tags: [removed]}}, onDone: over}
    back: {type: final, tags: [returned]}
    over: {type: final}
arrivals: {consignments: {every: 1 h}}
chances: {refused: 50 %}
delays: {rest: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;
  expect(structureOf(modelOf(two), 1000)).toEqual({
    neverEntered: [],
    neverTaken: [],
    deadEnds: [],
    livelocks: [],
    endings: [
      { milestone: 'removed', tooLateIn: ['back'] },
      { milestone: 'returned', tooLateIn: ['free', 'over'] },
    ],
  });
});

test('what was not looked at to the end is not judged', () => {
  expect(structureOf(modelOf(odd), 2)).toBeUndefined();
});
