import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { modelsOf, openSources, ownThread, runExperiment } from '../../src/experiment/index.ts';
import { shipped } from '../golden/golden.ts';

afterEach(() => vi.unstubAllGlobals());

function forbidden(name: string): () => never {
  return () => {
    throw new Error(`${name} was called`);
  };
}

// What lint and the architecture test cannot see: packages, and names reached in a roundabout way. A study of a shipped file is read,
// compiled, run and summed up while the clock and chance of the machine, and powers, throw.
test.each(shipped)('%s is run without clock, chance or powers of the machine', async (file) => {
  const Math = Object.create(globalThis.Math, {
    random: { value: forbidden('Math.random') },
    pow: { value: forbidden('Math.pow') },
  }) as typeof globalThis.Math;
  vi.stubGlobal('Math', Math);
  vi.stubGlobal('Date', Object.assign(forbidden('Date'), { now: forbidden('Date.now') }));
  vi.stubGlobal('performance', { now: forbidden('performance.now') });
  expect(globalThis.Math).toBe(Math);
  const text = readFileSync(file, 'utf8').replace(/stopAfter: \d+/u, 'stopAfter: 2000');
  const opened = openSources([{ file, text, files: {} }], { replications: 2 });
  const set = opened.ok ? opened.value : expect.fail('the file is right');
  const compiled = modelsOf(set);
  const models = compiled.ok ? compiled.value : expect.fail('the flow compiles');
  const { progress, stop } = await runExperiment(set, models, { pool: ownThread(models, () => Promise.resolve()) });
  expect(stop).toBeNull();
  expect(progress?.replications).toBe(2);
});
