import { Remembered, present, type Minutes, type SimTime } from '../base/index.ts';
import { dayOf, isOpenAt, nextChange } from '../engine/index.ts';
import type { Replay, ReplayStation, Standing } from '../replay/index.ts';
import { attributesAt, Happening, type Model } from '../simulation/index.ts';
import { attributeText } from './attribute-text.ts';
import { lengthText } from './clock-text.ts';
import { HappeningTexts, type HappeningView } from './happening-text.ts';
import { anchorName, endingName, thingName, type Language } from './names.ts';
import { visible } from './visible.ts';

/** The port at an instant of a recorded replication, ready to be drawn. */
export interface LiveView {
  /** `Tue 25 Apr 10:42` */
  readonly clock: string;
  /** Day of the run, from 1 (below it before the start), and how many the window has. */
  readonly day: number;
  readonly days: number;
  /** Calendars that resources keep. */
  readonly offices: readonly OfficeView[];
  /** None where consignments come by themselves. */
  readonly sea: SeaView | undefined;
  /** In the order in which consignments come to them. */
  readonly stations: readonly StationView[];
  /** The most consignments that were in a station of no units at once: what bars are drawn to. */
  readonly most: number;
  /**
   * How many have come how far, each of those before one that is not smaller: `arrived`, `released` (where pick-up is permitted before,
   * `goods may leave`), `removed`.
   */
  readonly counts: readonly { readonly label: string; readonly count: number }[];
  /** Arrived (or entered, where there is no arrival) and not at the end of the flow. */
  readonly inProcess: number;
  /** What happened last, the last first. */
  readonly last: readonly HappeningView[];
  readonly hasLanes: boolean;
  readonly followed: FollowedView | undefined;
}

/** A calendar: whether it is open, and until when; no instant where it stays so. */
export interface OfficeView {
  readonly name: string;
  readonly isOpen: boolean;
  readonly until: string;
}

/** What is under way to the port. */
export interface SeaView {
  readonly vessels: number;
  /** The next to arrive. */
  readonly next: { readonly number: number; readonly carries: number; readonly in: string } | undefined;
  /** Vessels whose arrival is known, the next first: minutes until they arrive. */
  readonly afloat: readonly { readonly carries: number; readonly minutes: Minutes }[];
  /** Mean time between two arrivals. */
  readonly gap: Minutes;
}

/** A station. */
export interface StationView {
  readonly kind: ReplayStation['kind'];
  readonly label: string;
  readonly units: number;
  readonly most: number;
  /** Units in use, or consignments. */
  readonly working: number;
  readonly waiting: number;
  /** False beyond its hours: units that do not work have gone home. */
  readonly isOpen: boolean;
}

/** One consignment, and what has happened to it. */
export interface FollowedView {
  readonly number: number;
  /** `advanced certified (AEO)`, `CNY 38,120` */
  readonly attributes: readonly string[];
  /** Where it stands, lane by lane; empty before it enters the model. */
  readonly lanes: readonly { readonly lane: string; readonly label: string; readonly law: string }[];
  readonly hasEnded: boolean;
  /** The last first. */
  readonly history: readonly HappeningView[];
}

/** What is shown of a replay. */
export interface LiveOptions {
  readonly now: SimTime;
  readonly language: Language;
  /** How many lines of what happened. */
  readonly last: number;
  /** A consignment that is followed. */
  readonly followed: number | undefined;
}

/** The view of a replay at an instant. */
export function liveView(replay: Replay, { now, language, last, followed }: LiveOptions): LiveView {
  const standing = replay.at(now);
  const { model } = replay;
  const texts = known.of(replay, language, () => new HappeningTexts(replay, language));
  const { to } = replay.recording.window;
  return {
    clock: texts.clock(now),
    day: dayOf(now, model.engine.midnight) + 1,
    days: dayOf(to - 1, model.engine.midnight) + 1,
    offices: officesOf(model, { now, texts, language }),
    sea: seaOf(replay, standing, language),
    stations: replay.stations.map(({ kind, name, units, calendar, most }, at) => ({
      kind,
      label: visible(thingName(name, language)),
      units,
      most,
      isOpen: isOpen(model, calendar, now),
      ...present(standing.stations[at], 'a station'),
    })),
    most: replay.stations.reduce((most, each) => (each.kind === 'resource' ? most : Math.max(most, each.most)), 0),
    ...countsOf(replay, standing, language),
    last: texts.last(backwards(standing.told), last),
    hasLanes: texts.hasLanes,
    followed: followed === undefined ? undefined : followedOf(replay, { consignment: followed, now, texts, language }),
  };
}

/** Texts of a replay by language: made once, since a replay is shown many times a second. */
const known = new Remembered<Replay, HappeningTexts>();

/** Places of the happenings told so far, the last first. */
function* backwards(told: number): Generator<number, void, void> {
  for (let place = told - 1; place >= 0; place--) yield place;
}

interface At {
  readonly now: SimTime;
  readonly texts: HappeningTexts;
  readonly language: Language;
}

function isOpen({ engine }: Model, calendar: number, now: SimTime): boolean {
  return calendar < 0 || isOpenAt(present(engine.calendars[calendar], 'a calendar'), now, engine.midnight);
}

function officesOf(model: Model, { now, texts, language }: At): readonly OfficeView[] {
  const { engine, scenario } = model;
  return Object.keys(scenario.calendars).flatMap((name, index) => {
    if (!engine.resources.some(({ calendar }) => calendar === index)) return [];
    const change = nextChange(present(engine.calendars[index], name), now, engine.midnight);
    const isToday = change !== undefined && dayOf(change, engine.midnight) === dayOf(now, engine.midnight);
    const until = change === undefined ? '' : texts.clock(change);
    return [
      {
        name: visible(thingName(name, language)),
        isOpen: isOpen(model, index, now),
        // The hour stands last.
        until: isToday ? until.slice(-5) : until,
      },
    ];
  });
}

function seaOf(
  { model, vessels, from, to }: Replay,
  { now, atSea }: Standing,
  language: Language,
): SeaView | undefined {
  if (model.scenario.arrivals.kind !== 'vessels' || vessels.length === 0) return undefined;
  const afloat = atSea.filter(({ arrivesAt }) => arrivesAt < Infinity);
  const [next] = afloat;
  return {
    vessels: atSea.length,
    next:
      next === undefined
        ? undefined
        : { number: next.number, carries: next.carries, in: lengthText(next.arrivesAt - now, language) },
    afloat: afloat.map(({ carries, arrivesAt }) => ({ carries, minutes: arrivesAt - now })),
    gap: (to - from) / vessels.length,
  };
}

function countsOf(
  { model, total }: Replay,
  { reached, mayLeave }: Standing,
  language: Language,
): Pick<LiveView, 'counts' | 'inProcess'> {
  const { milestones } = model.names;
  const countOf = (name: string): number => reached[milestones.indexOf(name)] ?? 0;
  const isReached = (name: string): boolean => (total[milestones.indexOf(name)] ?? 0) > 0;
  const entry = milestones.includes('arrived') ? 'arrived' : 'created';
  const told = (name: string): LiveView['counts'] =>
    isReached(name) ? [{ label: visible(endingName(name, language)), count: countOf(name) }] : [];
  const leave = { label: anchorName('pickupPermitted|released', language), count: mayLeave };
  return {
    counts: [
      ...told(entry),
      // Goods that were picked up on a permit are removed before they are released.
      ...(isReached('pickupPermitted') ? [leave, ...told('removed')] : [...told('released'), ...told('removed')]),
    ],
    inProcess: countOf(entry) - countOf('ended'),
  };
}

function followedOf(replay: Replay, { consignment, now, texts, language }: At & { consignment: number }): FollowedView {
  const { model, recording } = replay;
  const places = replay.history(consignment, now);
  const isPlace = (kind: number) => (place: number) => recording.happening[place] === kind;
  const entered = places.findLast(isPlace(Happening.entered));
  const configuration = entered === undefined ? undefined : recording.what[entered];
  return {
    number: consignment,
    attributes: Object.entries(attributesAt(places, model, recording)).flatMap(([name, value]) =>
      attributeText(model.scenario, { name, value, language }),
    ),
    lanes: configuration === undefined ? [] : texts.standing(configuration),
    hasEnded: places.some(isPlace(Happening.ended)),
    history: texts.last(places.toReversed(), Infinity),
  };
}
