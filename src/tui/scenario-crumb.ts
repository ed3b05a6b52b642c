import { letterIn } from './letter-in.ts';
import { scenarioName } from './scenario-name.ts';
import type { Shared } from './shared.ts';

/** `A practice of 2017`: a scenario, the chosen one if none is said, as the way to where one is says it. */
export function scenarioCrumb(shared: Shared, scenario: string = shared.chosen): string {
  return `${letterIn(shared, scenario)} ${scenarioName(scenario, shared)}`;
}
