import type { Label } from '../base/index.ts';
import type { Week } from '../simulation/index.ts';
import { countedRun } from './counted-run.ts';
import type { Want } from './materials.ts';
import type { Shared } from './shared.ts';

/** Replications of a scenario that are replayed to see its week: enough for an interval, few seconds of work. */
export const weeksMax = 10;

/** The weeks of a scenario that are here: of replications 0, 1, 2, ..., as far as they have come. */
export function weeksOf(scenario: string, shared: Known): readonly Week[] {
  return wanted(scenario, shared).flatMap((want) => shared.materials.here(want) ?? []);
}

/** What is wanted to know the week of a scenario: the weeks that are here, and the next one, so that nobody waits long for something else. */
export function weekWants(scenario: string, shared: Known): readonly Want[] {
  const all = wanted(scenario, shared);
  return all.slice(0, all.filter((want) => shared.materials.of(want).is === 'here').length + 1);
}

/** Why the week of a scenario does not come; none where it does. */
export function weekFailure(scenario: string, shared: Known): Label | undefined {
  for (const want of wanted(scenario, shared)) {
    const material = shared.materials.of(want);
    if (material.is === 'failed') return material.why;
  }
  return undefined;
}

type Known = Pick<Shared, 'materials' | 'progress'>;

function wanted(scenario: string, shared: Known): readonly Want<'week'>[] {
  return Array.from({ length: weeksMax }, (_, replication) => countedRun(scenario, replication, shared)).flatMap(
    (run) => (run === undefined ? [] : [{ kind: 'week', ...run }]),
  );
}
