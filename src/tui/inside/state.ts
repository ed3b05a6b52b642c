import { insideView, nothingYet, withNames, wordsOf, type InsideView } from '../../report/index.ts';
import { titlesOf } from '../scenario-name.ts';
import type { Shared } from '../shared.ts';
import { stationOf } from '../stations.ts';
import { weeksOf } from '../weeks.ts';

/** Inside the chosen scenario: where does the time go? */
export interface InsideState {
  readonly place: 'inside';
  /** The picture in the first pane; `slowest`: the pointer is among the slowest consignments, not at a station. */
  readonly picture: Picture;
  /** Number of the consignment with the pointer, when it is among them; none: the slowest. */
  readonly consignment: number | undefined;
  /** What waits are told apart by; none: the first there is. */
  readonly by: string | undefined;
}

/** Pictures beside the table of stations, in the order in which the key goes through them. */
export const pictures = ['waits', 'stages', 'changes', 'slowest', 'week'] as const;
/** One of them. */
export type Picture = (typeof pictures)[number];

/** The stations, and the waits for the one with the pointer. */
export function openInside(): InsideState {
  return { place: 'inside', picture: 'waits', consignment: undefined, by: undefined };
}

/** The view of what is shown. */
export function viewOf(own: InsideState, shared: Shared): InsideView {
  const { progress, base, chosen, language } = shared;
  const all = titlesOf(shared);
  return insideView(progress === undefined ? nothingYet(all, base) : withNames(progress.comparison, all), {
    name: chosen,
    scenario: shared.modelOf(chosen).scenario,
    station: stationOf(shared),
    by: own.by,
    weeks: weeksOf(chosen, shared),
    words: wordsOf(language),
  });
}

/** How many pictures the window has room for at once. */
export function panesOf({ columns, rows }: Pick<Shared, 'columns' | 'rows'>): 1 | 2 | 4 {
  if (columns < 160) return 1;
  return rows >= 40 ? 4 : 2;
}
