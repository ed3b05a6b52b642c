import { expect, test } from 'vitest';
import { builtInFlows } from '../../src/flows/index.ts';
import { freeModel, mutate, ruleBooks } from '../../src/rules/index.ts';

test.each(Object.values(builtInFlows))('the rules of $name notice every small fault of its machine', (flow) => {
  const mutation = mutate(freeModel(flow), ruleBooks[flow.name] ?? []);
  if (!mutation.ok) throw new Error('a rule is broken');
  const { mutants, score, vacuous, uncovered, unseen } = mutation.value;
  expect(mutants.length).toBeGreaterThan(500);
  expect(mutants.filter(({ fate }) => fate === 'survived').map(({ name }) => name)).toEqual([]);
  expect(score).toBe(1);
  expect(vacuous).toEqual([]);
  expect([uncovered.transitions, unseen.states]).toEqual([[], []]);
});
