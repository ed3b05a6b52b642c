import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketOf } from '../../src/statistics/index.ts';
import { compileKernel } from './compile-kernel.ts';

const { exports } = new WebAssembly.Instance(compileKernel('tests/kernel/assembly/buckets.ts'), {
  env: { abort: () => undefined },
  host: new Proxy({}, { get: () => () => 0 }),
});
const ofKernel = exports['bucketOf'] as (observation: number) => number;

test('the kernel counts an observation in the bucket from which statistics read it', () => {
  const ends = Array.from({ length: 60 }, (_, octave) => Math.exp((octave - 15) * Math.LN2));
  for (const end of [0, -0, Infinity, -Infinity, ...ends, ...ends.map((each) => -each)])
    expect(ofKernel(end)).toBe(bucketOf(end));
  fc.assert(
    fc.property(fc.double({ noNaN: true }), (observation) => ofKernel(observation) === bucketOf(observation)),
    { numRuns: 10_000 },
  );
});
