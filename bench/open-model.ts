import { readFileSync } from 'node:fs';
import type { Minutes } from '../src/base/index.ts';
import { wrong } from '../src/base/index.ts';
import { parseScenario } from '../src/scenario/index.ts';
import { prepare, type Model } from '../src/simulation/index.ts';

/** The base of a scenario file, ready to be run. Throws if it cannot be. */
export function openModel(file: string): { model: Model; replications: number; warmUp: Minutes } {
  const parsed = parseScenario({ file, text: readFileSync(file, 'utf8') }, () => wrong('no further files here'));
  if (!parsed.ok) throw new Error(parsed.wrong[0]?.message);
  const { base } = parsed.value;
  const model = prepare(base);
  if (!model.ok) throw new Error(model.wrong[0]?.message);
  const { replications, warmUp } = base.run;
  if (warmUp === 'auto') throw new Error('the warm-up must be said');
  return { model: model.value, replications: replications.min, warmUp };
}
