import type { Shared } from './shared.ts';

/** Names of the resources of the chosen scenario. */
export function stationsOf({ chosen, modelOf }: Pick<Shared, 'chosen' | 'modelOf'>): readonly string[] {
  return modelOf(chosen).names.resources;
}

/** The resource wanted where the chosen scenario has it, else its busiest; none where it has no resources. */
export function stationOf(
  wanted: string | undefined,
  shared: Pick<Shared, 'chosen' | 'modelOf' | 'progress'>,
): string | undefined {
  const stations = stationsOf(shared);
  if (wanted !== undefined && stations.includes(wanted)) return wanted;
  const figures = shared.progress?.comparison.scenarios.find((each) => each.scenario === shared.chosen)?.resources;
  const busy = (name: string): number => figures?.[name]?.utilisation ?? 0;
  return stations.toSorted((one, other) => busy(other) - busy(one))[0];
}
