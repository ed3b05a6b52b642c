import { visible, type Titled } from '../report/index.ts';
import { nameZhOf } from '../scenario/index.ts';
import type { Shared } from './shared.ts';

type Known = Pick<Shared, 'names' | 'modelOf' | 'language'>;

/** The scenarios of the visit with their names in Chinese. */
export function titlesOf(shared: Pick<Shared, 'names' | 'modelOf'>): readonly Titled[] {
  return shared.names.map((scenario) => ({
    scenario,
    scenarioZh: nameZhOf(scenario, shared.modelOf(scenario).scenario),
  }));
}

/** The name of a scenario, safe to show; what is not of the visit is called as it is. */
export function scenarioName(scenario: string, { language, ...shared }: Known): string {
  const title = language === 'en' ? undefined : titlesOf(shared).find((each) => each.scenario === scenario);
  return visible(title?.scenarioZh ?? scenario);
}
