import type { Label } from '../base/index.ts';
import type { Week } from '../simulation/index.ts';
import type { Want } from './materials.ts';
import type { Shared } from './shared.ts';

/** Replications of a scenario that are replayed to see its week: enough for an interval, few seconds of work. */
export const weeksMax = 10;

/** The weeks of a scenario that are here: of replications 0, 1, 2, ..., as far as they have come. */
export function weeksOf(scenario: string, { materials }: Pick<Shared, 'materials'>): readonly Week[] {
  return wanted(scenario).flatMap((want) => materials.here(want) ?? []);
}

/** What is wanted to know the week of a scenario: the weeks that are here, and the next one, so that nobody waits long for something else. */
export function weekWants(scenario: string, shared: Shared): readonly Want[] {
  if (!isMeasured(scenario, shared)) return [];
  const all = wanted(scenario);
  return all.slice(0, all.filter((want) => shared.materials.of(want).is === 'here').length + 1);
}

/** Whether its replications are those that count: before the warm-up is known, the start-up would be in them. */
export function isMeasured(scenario: string, { progress }: Pick<Shared, 'progress'>): boolean {
  return progress?.comparison.scenarios.some((each) => each.scenario === scenario && !each.provisional) ?? false;
}

/** Why the week of a scenario does not come; none where it does. */
export function weekFailure(scenario: string, { materials }: Pick<Shared, 'materials'>): Label | undefined {
  for (const want of wanted(scenario)) {
    const material = materials.of(want);
    if (material.is === 'failed') return material.why;
  }
  return undefined;
}

function wanted(scenario: string): readonly Want<'week'>[] {
  return Array.from({ length: weeksMax }, (_, replication) => ({ kind: 'week', scenario, replication }));
}
