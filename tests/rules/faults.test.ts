import { expect, test } from 'vitest';
import { checkByChance } from '../../src/chance/index.ts';
import { proveModel } from '../../src/rules/index.ts';
import { faults } from './faults.ts';

const histories = 1000;

test('there are 43 wrong machines, each with a rule that it breaks', () => {
  expect(faults.length).toBe(43);
  expect(new Set(faults.map(({ what }) => what)).size).toBe(faults.length);
});

// All of them are left to chance in tests/deep/chance.test.ts.
const planted = faults.map((fault, index) => ({ ...fault, isLeftToChance: index % 4 === 0 }));

test.each(planted)('planted: $what', ({ model, rule, isLeftToChance }) => {
  const wrong = model();
  const proof = proveModel(wrong, [rule]);
  const [{ verdict, story } = { verdict: 'none', story: undefined }] = proof.verdicts;
  expect([proof.isComplete, verdict]).toEqual([true, 'broken']);
  const [finding] = isLeftToChance ? checkByChance(wrong, [rule], { seed: 'faults', histories }).findings : [];
  if ('possible' in rule.claim) {
    // What cannot happen has no story.
    expect(story).toBeUndefined();
    if (isLeftToChance) expect(finding?.verdict).toBe('unseen');
    return;
  }
  // Beginning and the granting of resources are no events of the procedure.
  const events = story?.filter(({ cause }) => !/^(?:|start:.*|granted:.*)$/u.test(cause)) ?? [];
  expect(events.length).toBeGreaterThan(0);
  expect(events.length).toBeLessThanOrEqual(10);
  if (!isLeftToChance) return;
  expect(finding?.verdict).toBe('broken');
  expect(finding?.counterexample?.story).toEqual(story);
  // So many histories break it that a thousand of them miss it less than once in a hundred times.
  const missed = Math.exp(histories * Math.log1p(-(finding?.broken ?? 0) / histories));
  expect(missed).toBeLessThan(0.01);
});
