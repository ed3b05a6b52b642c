import { expect, test } from 'vitest';
import { checkByChance } from '../../src/chance/index.ts';
import { agree } from '../chance/agreement.ts';
import type { Rule } from '../../src/rules/index.ts';
import { faults } from '../rules/faults.ts';

test('chance and proof agree on many random machines under random rules', () => agree({ machines: 120, seed: 1 }));

const seeds = Array.from({ length: 4 }, (_, seed) => `s${seed}`);
// What cannot happen is not seen; all else is broken.
const found = ({ claim }: Rule): string => ('possible' in claim ? 'unseen' : 'broken');

test.each(faults)('$what is found by a thousand histories under every seed', ({ model, rule }) => {
  const wrong = model();
  const missed = seeds.filter(
    (seed) => checkByChance(wrong, [rule], { seed, histories: 1000 }).findings[0]?.verdict !== found(rule),
  );
  expect(missed).toEqual([]);
});
