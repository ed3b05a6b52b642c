import { lawMean } from '../random/index.ts';
import type { Scenario, ScenarioSet } from '../scenario/index.ts';

/** Consignments that one thread simulates in a second, cautiously: a customs flow with half a dozen waits each. */
const consignmentsPerSecond = 600_000;

/** Seconds of one thread's work that the least number of replications takes, roughly: only for choosing how to run them. */
export function effortOf(set: ScenarioSet): number {
  const scenarios = [set.base, ...set.variants.map((variant) => variant.scenario)];
  const consignments = scenarios.reduce((sum, scenario) => sum + consignmentsOf(scenario), 0);
  return (set.base.run.replications.min * consignments) / consignmentsPerSecond;
}

/** Consignments that one replication is expected to create. */
function consignmentsOf({ arrivals, run }: Scenario): number {
  if (run.stopAfter !== undefined) return run.stopAfter;
  const each = arrivals.kind === 'vessels' ? lawMean(arrivals.carry) : 1;
  return ((run.horizon ?? 0) / lawMean(arrivals.every)) * each;
}
