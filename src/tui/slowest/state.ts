import { Remembered } from '../../base/index.ts';
import {
  feeCurrencyOf,
  slowestOf,
  slowestSorts,
  type Slow,
  type SlowestFilter,
  type SlowestSort,
} from '../../report/index.ts';
import type { Recorded } from '../../simulation/index.ts';
import type { Want } from '../materials.ts';
import { recordedOf, recordingWants } from '../recorded-of.ts';
import type { Shared } from '../shared.ts';

/** Consignments of one replication of a scenario, the slowest first or in another order. */
export interface SlowestState {
  readonly place: 'slowest';
  readonly scenario: string;
  /** From 0. */
  readonly replication: number;
  /** Who is listed. */
  readonly of: SlowestFilter;
  readonly sort: SlowestSort;
  /** Number of the consignment with the pointer; none: the first of the list. */
  readonly at: number | undefined;
  /** Only those whose number or attributes have it. */
  readonly filter: string;
}

/** The first replication of the chosen scenario. */
export function openSlowest({ chosen }: Pick<Shared, 'chosen'>, of: SlowestFilter = {}): SlowestState {
  return { place: 'slowest', scenario: chosen, replication: 0, of, sort: 'time', at: undefined, filter: '' };
}

/** What the list of a scenario can be sorted by: by fees only where they have a sum. */
export function sortsOf({ scenario }: Pick<SlowestState, 'scenario'>, { modelOf }: Shared): readonly SlowestSort[] {
  const hasFees = feeCurrencyOf(modelOf(scenario)) !== undefined;
  return slowestSorts.filter((sort) => sort !== 'fees' || hasFees);
}

/** The recordings that are needed: of the scenario, and of the base beside it. */
export function wantsOf(
  { scenario, replication }: Pick<SlowestState, 'scenario' | 'replication'>,
  shared: Shared,
): readonly Want[] {
  return [...new Set([scenario, shared.base])].flatMap((name) => recordingWants(name, replication, shared));
}

/** The recording of the scenario; none while it is coming. */
export function recordingOf(
  { scenario, replication }: Pick<SlowestState, 'scenario' | 'replication'>,
  shared: Shared,
): Recorded | undefined {
  return recordedOf(scenario, replication, shared);
}

/** The same replication of the base; none while it is coming, and for the base itself. */
export function baseOf(
  { scenario, replication }: Pick<SlowestState, 'scenario' | 'replication'>,
  shared: Shared,
): Recorded | undefined {
  return shared.base === scenario ? undefined : recordedOf(shared.base, replication, shared);
}

/** The indicator that is shown: the one chosen, or the headline, if the scenario has it. */
export function indicatorOf({ model }: Recorded, { indicator, progress }: Shared): string {
  const wanted = indicator ?? progress?.of ?? '';
  const { indicators } = model.names;
  return indicators.includes(wanted) ? wanted : (indicators[0] ?? '');
}

const lists = new Remembered<Recorded, readonly Slow[]>();

/** Who is listed, all of it. */
export function listOf(
  own: Pick<SlowestState, 'scenario' | 'replication' | 'of' | 'sort'>,
  shared: Shared,
): readonly Slow[] {
  const recorded = recordingOf(own, shared);
  if (recorded === undefined) return [];
  const base = baseOf(own, shared);
  const indicator = indicatorOf(recorded, shared);
  const sort = sortsOf(own, shared).find((each) => each === own.sort) ?? 'time';
  return lists.of(recorded, JSON.stringify([indicator, own.of, sort, base === undefined ? null : shared.base]), () =>
    slowestOf(recorded, { indicator, filter: own.of, sort, base }),
  );
}
