import { expect, test } from 'vitest';
import { measure, theoryCases } from '../simulation/theory-cases.ts';

// Thirty runs of 25,000 consignments; |t| <= 5.2 as tests/reference says (1e-5 for each output), and sharp enough to see 8 %.
test.each(theoryCases.map((each) => [each.id, each] as const))(
  '%s: the figures are those of the theory',
  (_, theory) => {
    for (const { output, found, expected, t } of measure(theory, {
      replications: 30,
      consignments: 25_000,
      errorRate: 1e-5,
    })) {
      expect({ output, t: Math.abs(t) <= 5.2 ? 'as expected' : t }).toEqual({ output, t: 'as expected' });
      expect({ output, near: Math.abs(found / expected - 1) < 0.08 }).toEqual({ output, near: true });
    }
  },
);
