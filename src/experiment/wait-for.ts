import type { Scenario } from '../scenario/index.ts';
import type { Mean, RunResult } from '../simulation/index.ts';

/** Waits for a resource in a replication, in minutes: those of all activities that need it. */
export function waitFor({ activities }: Pick<Scenario, 'activities'>, resource: string, run: RunResult): Mean {
  const waits = Object.entries(activities).flatMap(([name, { needs }]) =>
    resource in needs ? (run.activities[name]?.wait ?? []) : [],
  );
  const count = waits.reduce((sum, wait) => sum + wait.count, 0);
  const minutes = waits.reduce((sum, wait) => sum + wait.count * wait.mean, 0);
  return { count, mean: count === 0 ? 0 : minutes / count };
}
