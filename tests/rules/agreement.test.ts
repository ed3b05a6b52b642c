import { expect, test } from 'vitest';
import { agreement } from './agreement.ts';

test('proofs and a walk of all short histories by XState find the same, and find it as soon', () => {
  const found = agreement({ seed: 20_261_126, machines: 25 });
  expect(found.disagreements).toEqual([]);
  expect(found.machines).toBe(25);
  expect(found.lengths.length).toBeGreaterThan(20);
});
