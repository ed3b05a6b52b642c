import { expect, test } from 'vitest';
import { agreement } from '../rules/agreement.ts';

test('a thousand random machines: proofs find what a walk of all short histories by XState finds, and as soon', () => {
  const { disagreements, lengths, ...found } = agreement({ seed: 1, machines: 1000 });
  expect(disagreements).toEqual([]);
  expect(found.machines).toBe(1000);
  // The machines are no trifles, and neither are the histories.
  expect(found.withHistory).toBeGreaterThan(300);
  expect(found.withParallel).toBeGreaterThan(200);
  expect(lengths.filter((length) => length >= 3).length).toBeGreaterThan(200);
  expect(found.followed).toBeGreaterThan(400);
});
