import { expect, test } from 'vitest';
import { studyEquivalence } from '../compile/equivalence-study.ts';

test('a thousand random machines do in the table what they do in XState', () => {
  const study = studyEquivalence({ seed: 1000, compiledMin: 1000, histories: 4, steps: 25 });
  expect(study.differences).toEqual([]);
  expect(study.compiled).toBe(1000);
});
