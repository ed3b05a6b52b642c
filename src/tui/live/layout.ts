import type { ReplayStation } from '../../replay/index.ts';
import type { Room } from '../drawing/line.ts';

/** How the live view is divided: how many stations it shows, and lines for what happened last. */
export interface Layout {
  readonly stations: number;
  /** Lines below: of what happened last, of the consignment that is followed, or of both side by side. */
  readonly below: number;
  readonly isWide: boolean;
}

/** Width from which two pieces stand side by side. */
const wide = 120;

/** Divides a room. Stations give way to what happens, but for the fewest that show anything. */
export function layoutOf(
  { width, height }: Room,
  of: { readonly stations: number; readonly hasSea: boolean; readonly isFollowing: boolean },
): Layout {
  const isWide = width >= wide;
  // Clock, sea, heads, counts, and the blanks between them.
  const others = 6 + (of.hasSea ? 3 : 0);
  const free = Math.max(0, height - others);
  const belowMin = isWide ? 10 : of.isFollowing ? 6 : 3;
  const stations = Math.max(Math.min(3, of.stations), Math.min(of.stations, free - belowMin));
  return { stations, below: Math.max(0, free - stations), isWide };
}

/** The places of so many stations: resources before others, of these the ones that hold the most; in the order of the flow. */
export function shownStations(
  stations: readonly Pick<ReplayStation, 'kind' | 'most'>[],
  count: number,
): readonly number[] {
  const weight = ({ kind, most }: Pick<ReplayStation, 'kind' | 'most'>): number =>
    kind === 'resource' ? Infinity : most;
  return [...stations.entries()]
    .toSorted(([, a], [, b]) => (weight(a) === weight(b) ? 0 : weight(b) - weight(a)))
    .slice(0, count)
    .map(([place]) => place)
    .toSorted((a, b) => a - b);
}
