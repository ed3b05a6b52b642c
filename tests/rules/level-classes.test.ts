import { expect, test } from 'vitest';
import { Graph } from '../../src/rules/graph.ts';
import { prove } from '../../src/rules/prove.ts';
import type { Claim } from '../../src/rules/rule.ts';
import { modelOf } from '../simulation/story.ts';

/** Goods from one of forty countries, which a flow asks for twice. */
function trade(condition: string, chance = '50 %'): Graph {
  const countries = Array.from({ length: 40 }, (_, index) => `c${index}: 2.5 %`).join(', ');
  return new Graph(
    modelOf(`name: trade
flow:
  initial: first
  states:
    first: {after: {rest: [{guard: near, target: quick}, {target: slow}]}}
    quick: {tags: [accepted], after: {rest: [{guard: near, target: fine}, {target: odd}]}}
    slow: {after: {rest: [{guard: lucky, target: fine}, {target: over}]}}
    fine: {type: final, tags: [released]}
    odd: {type: final, tags: [rejected]}
    over: {type: final, tags: [returned]}
arrivals: {consignments: {every: 1 h}}
attributes: {country: {${countries}}}
conditions: {near: ${condition}}
chances: {lucky: ${chance}}
delays: {rest: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`),
    1000,
  );
}

function verdictOf(claim: Claim, graph: Graph): string {
  return prove({ id: 'R', says: { en: '', zh: '' }, source: '', claim }, graph).verdict;
}

test('forty levels of which guards ask for three are two classes to a proof', () => {
  const graph = trade('{country: [c3, c31, c39]}');
  expect(graph.isComplete).toBe(true);
  // By hand: first, quick (near), slow (not near), the two ends that can be reached from them.
  expect(graph.states).toBe(5);
  expect(verdictOf({ possible: 'rejected' }, graph)).toBe('broken');
  expect(verdictOf({ possible: 'released' }, graph)).toBe('holds');
});

test('what a share says of each level tells them apart as far as shares differ', () => {
  const sure = Array.from({ length: 40 }, (_, index) => `c${index}: ${index < 20 ? 0 : 100} %`).join(', ');
  const graph = trade('{country: [c3, c31]}', `{by: country, ${sure}}`);
  // Three classes that matter: near; not near and never lucky; not near and always lucky.
  expect(verdictOf({ possible: 'returned' }, graph)).toBe('holds');
  expect(verdictOf({ template: 'exclusiveChoice', a: 'released', b: 'returned' }, graph)).toBe('holds');
  expect(verdictOf({ possible: 'rejected' }, graph)).toBe('broken');
});
