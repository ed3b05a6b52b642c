import { afterEach, expect, test, vi } from 'vitest';
import { tQuantile } from '../../src/statistics/index.ts';
import { kernelBytes } from '../kernel/compile-kernel.ts';
import { campaign } from '../simulation/campaign.ts';

afterEach(() => {
  vi.doUnmock('../../src/kernel/binary.ts');
  vi.resetModules();
});

const replications = 200;

/** The campaign of 2021 at a port where much is inspected, so that every draw matters. */
const port = campaign({
  measures: ['advanceDeclaration', 'twoStepDeclaration', 'greenChannel'],
  chances: { selectedForInspection: '20 %' },
  horizon: '4 weeks',
});

/** Figures of each replication, by name, found by the kernel that `src/kernel/binary.ts` holds now. */
async function figures(): Promise<ReadonlyMap<string, readonly number[]>> {
  const { run } = await import('../simulation/story.ts');
  const found = new Map<string, number[]>();
  for (let replication = 0; replication < replications; replication++) {
    const { result } = run(port, replication, 7 * 1440);
    const values = [
      ...Object.entries(result.indicators).map(([name, { mean }]) => [name, mean] as const),
      ...Object.entries(result.stages).map(([name, { mean }]) => [`stage ${name}`, mean] as const),
      ...Object.entries(result.activities).map(([name, { wait }]) => [`wait for ${name}`, wait.mean] as const),
      ...Object.entries(result.resources).map(([name, { utilisation }]) => [`use of ${name}`, utilisation] as const),
      ...Object.entries(result.fees).map(([name, { total }]) => [`fee ${name}`, total] as const),
    ];
    for (const [name, value] of values) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

/** The mean, and the square of its standard error. */
function sample(values: readonly number[]): { mean: number; errorSquared: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, errorSquared: squares / (values.length - 1) / values.length };
}

test('a Philox block for each draw, in place of a keyed mix, gives the same figures within error', async () => {
  vi.resetModules();
  const own = await figures();
  const reference = kernelBytes('src/kernel/assembly/index.ts', ['--use', 'DRAWS_BY_PHILOX=1']);
  vi.resetModules();
  vi.doMock('../../src/kernel/binary.ts', () => ({ binary: Buffer.from(reference).toString('base64') }));
  const other = await figures();
  expect([...other.keys()]).toEqual([...own.keys()]);
  expect(own.size).toBeGreaterThan(15);
  // Some twenty figures, each wrongly told apart once in 100,000; their draws have nothing in common.
  const bound = tQuantile(1 - 0.5e-5, replications - 1);
  const apart = [...own].flatMap(([name, values]) => {
    const [one, two] = [sample(values), sample(other.get(name) ?? [])];
    const t = (one.mean - two.mean) / Math.sqrt(one.errorSquared + two.errorSquared || 1);
    return Math.abs(t) < bound ? [] : [{ name, t, one: one.mean, two: two.mean }];
  });
  expect(apart).toEqual([]);
  expect(own.get('releaseTime')).not.toEqual(other.get('releaseTime'));
});
