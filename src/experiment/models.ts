import { right, wrong, type Mistake, type Result } from '../base/index.ts';
import { noShelf, type TableShelf } from '../compile/index.ts';
import type { ScenarioSet } from '../scenario/index.ts';
import { prepare, type Model } from '../simulation/index.ts';

/** The models of a set, base first; or what the compiler refuses, each refusal once however many variants share the flow. */
export function modelsOf(set: ScenarioSet, shelf: TableShelf = noShelf): Result<readonly Model[], readonly Mistake[]> {
  const models: Model[] = [];
  const mistakes = new Map<string, Mistake>();
  for (const scenario of [set.base, ...set.variants.map((variant) => variant.scenario)]) {
    const model = prepare(scenario, shelf);
    if (model.ok) models.push(model.value);
    else
      for (const mistake of model.wrong)
        mistakes.set(JSON.stringify([mistake.place, mistake.code, mistake.path, mistake.message]), mistake);
  }
  return mistakes.size === 0 ? right(models) : wrong([...mistakes.values()]);
}
