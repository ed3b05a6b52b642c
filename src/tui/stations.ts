import type { Shared } from './shared.ts';

/** Names of the resources of the chosen scenario. */
export function stationsOf({ chosen, modelOf }: Pick<Shared, 'chosen' | 'modelOf'>): readonly string[] {
  return modelOf(chosen).names.resources;
}

/** The resource that was pointed at, where the chosen scenario has it, else its busiest; none where it has no resources. */
export function stationOf(shared: Pick<Shared, 'chosen' | 'modelOf' | 'progress' | 'station'>): string | undefined {
  const stations = stationsOf(shared);
  const { station } = shared;
  if (station !== undefined && stations.includes(station)) return station;
  const figures = shared.progress?.comparison.scenarios.find((each) => each.scenario === shared.chosen)?.resources;
  const busy = (name: string): number => figures?.[name]?.utilisation ?? 0;
  return stations.toSorted((one, other) => busy(other) - busy(one))[0];
}
