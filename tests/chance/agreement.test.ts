import { test } from 'vitest';
import { agree } from './agreement.ts';

test('chance and proof agree on random machines under random rules', () => agree({ machines: 15, seed: 7 }));
