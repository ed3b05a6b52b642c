import { expect, test } from 'vitest';
import { checkByChance } from '../../src/chance/index.ts';
import { agree } from '../chance/agreement.ts';
import { faults } from '../rules/faults.ts';

test('chance and proof agree on many random machines under random rules', () => agree({ machines: 120, seed: 1 }));

const seeds = Array.from({ length: 4 }, (_, seed) => `s${seed}`);
const breakable = faults.filter(({ rule }) => !('possible' in rule.claim));

test.each(breakable)('$what is found by a thousand histories under every seed', ({ model, rule }) => {
  const wrong = model();
  const missed = seeds.filter(
    (seed) => checkByChance(wrong, [rule], { seed, histories: 1000 }).findings[0]?.verdict !== 'broken',
  );
  expect(missed).toEqual([]);
});
