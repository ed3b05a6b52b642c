import { readFileSync } from 'node:fs';
import type { Minutes } from '../src/base/index.ts';
import type { Model } from '../src/simulation/index.ts';
import { modelOf } from '../tests/simulation/story.ts';

/** The base of a scenario file, ready to be run. Throws if it cannot be. */
export function openModel(file: string): { model: Model; replications: number; warmUp: Minutes } {
  const model = modelOf(readFileSync(file, 'utf8'));
  const { replications, warmUp } = model.scenario.run;
  if (warmUp === 'auto') throw new Error('the warm-up must be said');
  return { model, replications: replications.min, warmUp };
}
