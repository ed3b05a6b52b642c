import { minutesPerHour, type SimTime } from '../../base/index.ts';
import { Replay, type Survey } from '../../replay/index.ts';
import { liveView, type LiveView } from '../../report/index.ts';
import { frameHeight } from '../draw-frame.ts';
import { countedRun } from '../counted-run.ts';
import type { Want } from '../materials.ts';
import type { Shared } from '../shared.ts';
import { layoutOf, shownStations, type Layout } from './layout.ts';

/** A replication watched as it goes. */
export interface LiveState {
  readonly place: 'live';
  readonly scenario: string;
  /** None before one has moved. */
  readonly now: SimTime | undefined;
  readonly isPlaying: boolean;
  /** Seconds of the port in a second: one of {@link speeds}. */
  readonly speed: number;
  readonly chosen: Chosen;
  /** A consignment. */
  readonly followed: number | undefined;
}

/** What the pointer is at: a station, by its place among those of the replay, or a line of what happened last. */
export type Chosen = { readonly station: number } | { readonly line: number };

/** From a minute to a day in a second. */
export const speeds = [60, 300, 900, 3600, 14_400, 43_200, 86_400] as const;

/** The replication of the chosen scenario, from the beginning of what is counted; it begins to move when it is here. */
export function openLive({ chosen }: Pick<Shared, 'chosen'>): LiveState {
  return {
    place: 'live',
    scenario: chosen,
    now: undefined,
    isPlaying: true,
    speed: minutesPerHour * 60,
    chosen: { station: 0 },
    followed: undefined,
  };
}

/** What must be here: the first replication; none before it is known from when on consignments are counted. */
export function wantsOf({ scenario }: LiveState, shared: Pick<Shared, 'progress'>): readonly Want<'survey'>[] {
  const run = countedRun(scenario, 0, shared);
  return run === undefined ? [] : [{ kind: 'survey', ...run }];
}

/** Replays by what they are made of: one has a place where it stands, and goes on from there. */
const replays = new WeakMap<Survey, Replay>();

/** The replay, when it is here. */
export function replayOf(own: LiveState, shared: Shared): Replay | undefined {
  const [want] = wantsOf(own, shared);
  const survey = want && shared.materials.here(want);
  if (survey === undefined) return undefined;
  const replay = replays.get(survey) ?? new Replay(shared.modelOf(own.scenario), survey);
  replays.set(survey, replay);
  return replay;
}

/** The instant shown: before any is chosen, the beginning of what is counted. */
export function nowOf({ now }: LiveState, replay: Replay): SimTime {
  return now ?? Math.max(replay.from, Math.min(replay.to, replay.recording.window.from));
}

/** What is shown: the view of the instant, the layout of the window, and the places of the stations that it has room for. */
export interface LiveShown {
  readonly view: LiveView;
  readonly layout: Layout;
  readonly places: readonly number[];
}

/** What is shown of a replay. */
export function shownOf(own: LiveState, replay: Replay, { columns, rows, language }: Shared): LiveShown {
  const isFollowing = own.followed !== undefined;
  const layout = layoutOf(
    { width: columns, height: rows - frameHeight },
    { stations: replay.stations.length, hasSea: replay.vessels.length > 0, isFollowing },
  );
  const view = liveView(replay, {
    now: nowOf(own, replay),
    language,
    last: isFollowing && !layout.isWide ? 0 : layout.below,
    followed: own.followed,
  });
  return { view, layout, places: shownStations(replay.stations, layout.stations) };
}
