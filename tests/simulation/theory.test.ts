import { expect, test } from 'vitest';
import { measure, theoryCases } from './theory-cases.ts';

// Forty outputs at an error rate of 1 in 100,000 each: a right engine fails one seed in 2,500. The seeds are fixed; after a
// failure the bound is never widened: tests/deep/theory.test.ts runs eight times as long.
test.each(theoryCases.map((each) => [each.id, each] as const))(
  '%s: the figures are those of the theory',
  (_, theory) => {
    const outputs = measure(theory, { replications: 12, consignments: 8000, errorRate: 1e-5 });
    expect(outputs.length).toBeGreaterThan(0);
    for (const { output, t, bound } of outputs)
      expect({ output, t: Math.abs(t) < bound ? 'as expected' : t }).toEqual({ output, t: 'as expected' });
  },
);
