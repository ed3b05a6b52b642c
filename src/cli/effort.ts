import { lawMean } from '../random/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Model } from '../simulation/index.ts';

/** Seconds that a consignment takes, and more for each delay and activity of its flow: measured on shipped scenarios. */
const perConsignment = 150e-9;
const perWait = 80e-9;

/** Seconds of one thread's work that the least number of replications takes, roughly: only for choosing how to run them. */
export function effortOf(models: readonly Model[]): number {
  const replications = models[0]?.scenario.run.replications.min ?? 0;
  return models.reduce((sum, { scenario, table }) => {
    const waits = table.timers.length + table.activities.length;
    return sum + replications * consignmentsOf(scenario) * (perConsignment + perWait * waits);
  }, 0);
}

/** Consignments that one replication is expected to create. */
function consignmentsOf({ arrivals, run }: Scenario): number {
  if (run.stopAfter !== undefined) return run.stopAfter;
  const each = arrivals.kind === 'vessels' ? lawMean(arrivals.carry) : 1;
  return ((run.horizon ?? 0) / lawMean(arrivals.every)) * each;
}
