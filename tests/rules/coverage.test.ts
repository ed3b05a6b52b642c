import { expect, test } from 'vitest';
import { ruleResults } from '../../src/experiment/rule-results.ts';
import { covering, followRules, namedBy, rule, type RuleNotation } from '../../src/rules/index.ts';
import { simulate } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';

/** Who is chosen is looked at, by an officer, and waits outside or inside; nobody is lost. */
const model = modelOf(`name: small
flow:
  initial: entering
  states:
    entering: {tags: [arrived], always: [{guard: chosen, target: looking}, {guard: lost, target: nowhere}, {target: room}]}
    looking: {invoke: {src: look, onDone: {target: room, actions: {charge: handling}}}}
    room:
      initial: outside
      states:
        outside: {after: {wait: inside}}
        inside: {type: final}
      onDone: done
    nowhere: {type: final, tags: [destroyed]}
    done: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
chances: {chosen: 50 %, lost: 0 %}
delays: {wait: 1 h}
activities: {look: {needs: officers, takes: 10 min}}
resources: {officers: 3}
fees: {handling: 20 CNY}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}
`);

const states = ['entering', 'looking', 'room', 'room.outside', 'room.inside', 'nowhere', 'done'];
const transitions = {
  chosen: 'entering --always--> looking',
  lost: 'entering --always--> nowhere',
  others: 'entering --always--> room',
  looked: 'looking --look--> room',
  in: 'room.outside --wait--> room.inside',
  out: 'room --done inside--> done',
};

/** States and transitions that rules with these claims name. */
function named(...claims: readonly object[]): object {
  const rules = claims.map((claim, index) => rule({ id: `R${index}`, ...claim } as RuleNotation));
  const coverage = namedBy(rules, model);
  expect([coverage.states.of, coverage.transitions.of]).toEqual([7, 6]);
  return {
    states: states.filter((state) => !coverage.states.missing.includes(state)),
    transitions: Object.entries(transitions).flatMap(([key, name]) =>
      coverage.transitions.missing.includes(name) ? [] : [key],
    ),
  };
}

test.each([
  // A milestone names the state that reaches it, and what leads there.
  [{ possible: 'released' }, { states: ['done'], transitions: ['out'] }],
  // What is entered is named with what is around it, and what is begun with it.
  [{ possible: 'enter:room.outside' }, { states: ['room', 'room.outside'], transitions: ['others', 'looked'] }],
  [{ absence: 'leave:room' }, { states: ['room'], transitions: ['out'] }],
  [{ possible: 'start:look' }, { states: ['looking'], transitions: ['chosen'] }],
  [{ possible: 'end:look' }, { states: ['looking'], transitions: ['looked'] }],
  [{ possible: 'due:wait' }, { states: [], transitions: ['in'] }],
  [{ amount: { fee: 'handling', atMost: '20 CNY' } }, { states: [], transitions: ['looked'] }],
  [{ never: { in: 'room.inside' } }, { states: ['room', 'room.inside'], transitions: ['in', 'out'] }],
  [
    { quantile: { p90: ['arrived', 'destroyed'], atMost: '1 h' } },
    { states: ['entering', 'nowhere'], transitions: ['lost'] },
  ],
  [{ canEnd: true }, { states: [], transitions: [] }],
])('%j names', (claim, expected) => {
  expect(named(claim)).toEqual(expected);
});

test('runs tell what they come to, passing through too, and do nothing else', () => {
  const covers = covering(model);
  const followed = followRules(covers.model, covers.rules);
  const options = { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 };
  const { result } = simulate(followed.model, options);
  const { followed: _, ...told } = result;
  expect(told).toEqual(simulate(model, options).result);
  expect(covers.coverage(ruleResults(followed, [result], 0.95))).toEqual({
    states: { of: 7, missing: ['nowhere'] },
    transitions: { of: 6, missing: [transitions.lost] },
  });
});
