import { expect, test } from 'vitest';
import { isBroken, verdictOf } from '../../src/experiment/rule-results.ts';

test('one definition of broken: by several replications the interval decides, by one nobody knows', () => {
  const rule = { id: 'A', says: { en: '', zh: '' }, source: '', tolerate: 0.1 };
  const counts = { kept: 60, broken: 40, open: 0 };
  expect(verdictOf(rule, counts, [0.3, 0.5])).toBe('broken');
  expect(verdictOf(rule, counts, [0.05, 0.5])).toBe('open');
  expect(verdictOf({ ...rule, tolerate: 0.6 }, counts, [0.3, 0.5])).toBe('holds');
  expect(verdictOf(rule, counts, null)).toBe('open');
  // Where nobody may break it, one is enough.
  expect(verdictOf({ ...rule, tolerate: 0 }, { ...counts, broken: 1 }, null)).toBe('broken');
  expect(verdictOf(rule, { kept: 3, broken: 0, open: 1 }, null)).toBe('holds');
  expect(verdictOf(rule, { kept: 0, broken: 0, open: 1 }, null)).toBe('open');
  expect(verdictOf(rule, { kept: 0, broken: 0, open: 0 }, null)).toBe('never');
  const result = {
    ...counts,
    rule,
    never: 0,
    brokenShare: { share: 0.4, interval: [0.3, 0.5] as const },
    examples: [],
  };
  expect(isBroken(result)).toBe(true);
  expect(isBroken({ ...result, rule: { ...rule, severity: 'warning' } })).toBe(false);
  expect(isBroken({ ...result, brokenShare: { share: 0.4, interval: null } })).toBe(false);
});
