import { Remembered } from '../../base/index.ts';
import { timelineView, type SlowestFilter, type SlowestSort, type TimelineView } from '../../report/index.ts';
import type { Recorded } from '../../simulation/index.ts';
import type { Shared } from '../shared.ts';
import { baseOf, indicatorOf, recordingOf, type SlowestState } from '../slowest/state.ts';

/** One consignment, lane by lane. */
export interface TimelineState {
  readonly place: 'timeline';
  readonly scenario: string;
  readonly replication: number;
  /** The list from which it was opened. */
  readonly of: SlowestFilter;
  readonly sort: SlowestSort;
  readonly consignment: number;
  /** Place among the events of the one with the pointer; none: nobody has pointed yet. */
  readonly event: number | undefined;
  /** Whether the same consignment in the base is drawn below. */
  readonly hasBase: boolean;
}

/** A consignment of a list. */
export function openTimeline(
  { scenario, replication, of, sort }: Pick<SlowestState, 'scenario' | 'replication' | 'of' | 'sort'>,
  consignment: number,
): TimelineState {
  return { place: 'timeline', scenario, replication, of, sort, consignment, event: undefined, hasBase: false };
}

const views = new Remembered<Recorded, TimelineView>();

/** The view of the consignment; undefined while its recording is coming. */
export function viewOf(own: TimelineState, shared: Shared): TimelineView | undefined {
  return viewIn(recordingOf(own, shared), own, shared);
}

/** The view of the same consignment in the base; undefined while it is coming, where there is no base, or where it has no such consignment. */
export function baseViewOf(own: TimelineState, shared: Shared): TimelineView | undefined {
  return viewIn(baseOf(own, shared), own, shared);
}

function viewIn(
  recorded: Recorded | undefined,
  { consignment }: TimelineState,
  shared: Shared,
): TimelineView | undefined {
  if (recorded === undefined || consignment >= recorded.consignments) return undefined;
  const { language } = shared;
  const indicator = indicatorOf(recorded, shared);
  return views.of(recorded, JSON.stringify([consignment, indicator, language]), () =>
    timelineView(recorded, { consignment, indicator, language }),
  );
}
