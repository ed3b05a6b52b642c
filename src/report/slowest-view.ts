import { minutesPerHour, present, unreachable, type SimTime } from '../base/index.ts';
import { hoursPerWeek, sinceMonday, waitsOf, type Model, type Recorded, type Wait } from '../simulation/index.ts';
import type { Level } from './gainers-view.ts';
import { levelName, thingName, type Language } from './names.ts';
import { wordsOf } from './words.ts';

/** Which consignments are listed; what is not said leaves nobody out. */
export interface SlowestFilter {
  /** Those that take longer than so many hours. */
  readonly beyond?: number | undefined;
  /** Those that take longer than in the base, by a minute or more; most first. */
  readonly isLosing?: boolean | undefined;
  /** Those of a level. */
  readonly group?: Level | undefined;
  /** Those that stood in line for this resource. */
  readonly station?: string | undefined;
  /** Hour of the week, 0 being Monday 00:00 to 01:00: those that stood in line for the station then; without a station, those that arrived then. */
  readonly hour?: number | undefined;
}

/** What a list can be sorted by, the greatest first: the time (or what it loses, where those who lose are listed), the longest wait, what was charged. */
export const slowestSorts = ['time', 'waiting', 'fees'] as const;
/** One of them. */
export type SlowestSort = (typeof slowestSorts)[number];

/** A consignment of the list. */
export interface Slow {
  /** Its number in the order of creation, from 0. */
  readonly consignment: number;
  readonly hours: number;
  /** Hours that it takes in the base; undefined where it is not told. */
  readonly inBase: number | undefined;
}

/** What a list is made of. */
export interface SlowestOptions {
  readonly indicator: string;
  readonly filter: SlowestFilter;
  readonly sort: SlowestSort;
  /** The same replication of the base, for those who lose and for the column beside. */
  readonly base?: Recorded | undefined;
}

/** A line of the list, ready to be drawn. */
export interface SlowestRow extends Slow {
  /** `general credit, ordinary` */
  readonly attributes: string;
  /** What it waited longest for within the indicator, and how many hours. */
  readonly longest: { readonly what: string; readonly hours: number } | undefined;
  /** What it was charged, in the currency of {@link feeCurrencyOf}. */
  readonly fees: number;
}

/** Counted consignments that have the indicator, sorted; equals in the order of their creation. */
export function slowestOf(recorded: Recorded, { indicator, filter, sort, base }: SlowestOptions): readonly Slow[] {
  const all: Slow[] = [];
  for (let consignment = 0; consignment < recorded.consignments; consignment++) {
    const hours = recorded.isCounted(consignment)
      ? recorded.indicator(consignment, indicator) / minutesPerHour
      : Number.NaN;
    if (Number.isNaN(hours) || hours <= (filter.beyond ?? -Infinity)) continue;
    const before =
      base === undefined || consignment >= base.consignments || !base.isCounted(consignment)
        ? Number.NaN
        : base.indicator(consignment, indicator) / minutesPerHour;
    const slow = { consignment, hours, inBase: Number.isNaN(before) ? undefined : before };
    if (isListed(slow, filter, recorded)) all.push(slow);
  }
  const rank = ({ consignment, hours, inBase }: Slow): number => {
    switch (sort) {
      case 'time':
        return filter.isLosing === true ? hours - (inBase ?? hours) : hours;
      case 'waiting':
        return lengthOf(longestWait(recorded, consignment, indicator));
      case 'fees':
        return feesOf(recorded, consignment);
      default:
        return unreachable(sort);
    }
  };
  return all
    .map((slow) => ({ slow, rank: rank(slow) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ slow }) => slow);
}

/** The currency of all fees of a model; undefined where there are none, or several currencies, which have no sum. */
export function feeCurrencyOf({ scenario }: Model): string | undefined {
  const [currency, ...others] = new Set(
    Object.values(scenario.fees).map((fee) => (fee.kind === 'statutory' ? scenario.law.currency : fee.currency)),
  );
  return others.length === 0 ? currency : undefined;
}

/** A line of the list. */
export function slowestRow(
  recorded: Recorded,
  slow: Slow,
  { indicator, language }: { readonly indicator: string; readonly language: Language },
): SlowestRow {
  const longest = longestWait(recorded, slow.consignment, indicator);
  return {
    ...slow,
    attributes: attributesText(recorded, slow.consignment, language),
    longest:
      longest === undefined
        ? undefined
        : { what: thingName(longest.name, language), hours: lengthOf(longest) / minutesPerHour },
    fees: feesOf(recorded, slow.consignment),
  };
}

/** `general credit, ordinary`: the levels by which consignments are told apart. */
export function attributesText(recorded: Recorded, consignment: number, language: Language): string {
  const attributes = recorded.attributes(consignment);
  return recorded.model.names.groups
    .flatMap(({ attribute }) => {
      const level = attributes[attribute];
      return level === undefined ? [] : [levelName(attribute, String(level), language)];
    })
    .join(wordsOf(language).punctuation.list);
}

/** What a consignment waited for, as far as it lies within an indicator. */
export function waitsWithin(recorded: Recorded, consignment: number, indicator: string): readonly Wait[] {
  const { from, to } = recorded.between(consignment, indicator);
  return waitsOf(recorded, consignment)
    .map((wait) => ({
      ...wait,
      from: Number.isNaN(from) ? wait.from : Math.max(wait.from, from),
      to: Number.isNaN(to) ? wait.to : Math.min(wait.to, to),
    }))
    .filter((wait) => wait.to > wait.from);
}

function longestWait(recorded: Recorded, consignment: number, indicator: string): Wait | undefined {
  return waitsWithin(recorded, consignment, indicator).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}

function lengthOf(wait: Wait | undefined): number {
  return wait === undefined ? 0 : wait.to - wait.from;
}

function feesOf(recorded: Recorded, consignment: number): number {
  return recorded.charges(consignment).reduce((sum, { amount }) => sum + amount, 0);
}

function isListed({ consignment, hours, inBase }: Slow, filter: SlowestFilter, recorded: Recorded): boolean {
  const { isLosing, group, station, hour } = filter;
  if (isLosing === true && !(inBase !== undefined && hours - inBase >= 1 / minutesPerHour)) return false;
  if (group !== undefined && String(recorded.attributes(consignment)[group.attribute]) !== group.level) return false;
  if (station !== undefined)
    return recorded
      .spans(consignment)
      .some(
        ({ activity, requestedAt, begunAt, endedAt }) =>
          isOf(recorded, activity, station) &&
          isIn(hour, { from: requestedAt, to: begunAt ?? endedAt ?? Infinity }, recorded),
      );
  return hour === undefined || hoursOf(arrivalOf(recorded, consignment), recorded) % hoursPerWeek === hour;
}

function isOf({ model }: Recorded, activity: number, station: string): boolean {
  const { needs } = present(model.engine.activities[activity], 'an activity');
  return needs.some(({ resource }) => model.names.resources[resource] === station);
}

/** Whether a time in line lasts, and has something of an hour of the week; none: any. */
function isIn(
  hour: number | undefined,
  { from, to }: { readonly from: SimTime; readonly to: SimTime },
  recorded: Recorded,
): boolean {
  if (to <= from) return false;
  if (hour === undefined) return true;
  const ahead = (((hour - hoursOf(from, recorded)) % hoursPerWeek) + hoursPerWeek) % hoursPerWeek;
  return (
    ahead === 0 || (hoursOf(from, recorded) + ahead) * minutesPerHour - sinceMonday(recorded.model.scenario.start) < to
  );
}

/** Whole hours from the Monday 00:00 before the start, by the clock of the port. */
function hoursOf(at: SimTime, recorded: Recorded): number {
  return Math.floor((sinceMonday(recorded.model.scenario.start) + at) / minutesPerHour);
}

/** When it arrived; where the flow has no arrival, when it was created. */
export function arrivalOf(recorded: Recorded, consignment: number): SimTime {
  const instants = recorded.milestones(consignment);
  const arrived = instants[recorded.model.names.milestones.indexOf('arrived')];
  return arrived === undefined || Number.isNaN(arrived) ? (instants[0] ?? Number.NaN) : arrived;
}
