import { savedBy } from '../../experiment/index.ts';
import type { Figure } from '../../report/index.ts';
import { countedRun } from '../counted-run.ts';
import type { Want } from '../materials.ts';
import type { Shared } from '../shared.ts';

/** What one unit more of a station saves, in hours, as far as it is known. */
export interface Saved {
  /** Pairs of runs that it rests on. */
  readonly replications: number;
  /** Of the wait for it; none where nobody waits for it. */
  readonly wait: Figure | undefined;
  readonly indicator: Figure | undefined;
}

/** Pairs of runs that are made for a station: enough for an interval, few seconds of work. */
export const pairsMax = 10;

/** What one more of the station saves, by the pairs of runs that are here. */
export function savedAt(station: string, indicator: string, shared: Shared): Saved {
  const runs = wanted(station, shared).flatMap((want) => shared.materials.here(want) ?? []);
  return {
    replications: runs.length,
    wait: savedBy(runs, (run) => run.wait),
    indicator: savedBy(runs, (run) => run.indicators[indicator]),
  };
}

/** The pairs of runs that are here, and the next one. */
export function savedWants(station: string, shared: Shared): readonly Want[] {
  const all = wanted(station, shared);
  return all.slice(0, all.filter((want) => shared.materials.of(want).is === 'here').length + 1);
}

function wanted(resource: string, shared: Shared): readonly Want<'oneMore'>[] {
  return Array.from({ length: pairsMax }, (_, replication) => countedRun(shared.chosen, replication, shared)).flatMap(
    (run) => (run === undefined ? [] : [{ kind: 'oneMore', ...run, resource }]),
  );
}
