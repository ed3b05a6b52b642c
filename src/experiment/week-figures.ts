import { minutesPerHour, present } from '../base/index.ts';
import { hoursPerWeek, type ByHour, type StationWeek, type Week } from '../simulation/index.ts';
import { estimateOf } from './mean-of-means.ts';
import type { Estimate } from './scenario-result.ts';
import { level } from './summarise.ts';

/** What can be told by hour of the week. */
export type WeekQuantity = (typeof weekQuantities)[number];

/** Requests in line; hours that those waited who came then; units in use; consignments an hour that arrive, or that may leave from then on. */
export const weekQuantities = ['waiting', 'wait', 'busy', 'arrivals', 'releases'] as const;

/** A quantity of the week: `station` is the resource that it is told of, where it is one of a resource. */
export interface WeekQuestion {
  readonly station: string;
  readonly quantity: WeekQuantity;
}

/**
 * A quantity over some hours of the week (0 is Monday 00:00 to 01:00): the mean over the replications of each one's mean over
 * these hours, with its interval over the replications, as far as that is not negative. NaN where none has anything there.
 */
export function weekFigure(weeks: readonly Week[], of: WeekQuestion, hours: readonly number[]): Estimate {
  return estimateAbove0(valuesOf(weeks, of, hours));
}

/** The values of {@link weekFigure} for each hour of the week: without intervals, which cost a hundred times as much. */
export function weekCourse(weeks: readonly Week[], of: WeekQuestion): ByHour {
  const all = weeks.map((week) => partsOf(week, of));
  return Array.from({ length: hoursPerWeek }, (_, hour) => {
    const values = all.flatMap(({ parts, per }) => {
      const divisor = present(per[hour], 'an hour of the week');
      return divisor === 0 ? [] : [present(parts[hour], 'an hour of the week') / divisor];
    });
    return meanOf(values) * scaleOf(of.quantity);
  });
}

/**
 * Observations without which the level of an hour is not told from chance: the least count whose exact 95 % interval, were it of a
 * Poisson distribution (Garwood 1936), lies within its half and its double.
 */
export const observationsLeast = 12;

/**
 * The values of {@link weekCourse}, and 0 where they rest on fewer than {@link observationsLeast}: consignments, or hours that they
 * stood in line or units worked.
 */
export function weekLevels(weeks: readonly Week[], of: WeekQuestion): ByHour {
  const all = weeks.map((week) => partsOf(week, of));
  const isKnown = (hour: number): boolean => {
    const observed = all.reduce(
      (sum, { parts, per }) => sum + present((of.quantity === 'wait' ? per : parts)[hour], 'an hour of the week'),
      0,
    );
    const isCount = of.quantity === 'wait' || isRate(of.quantity);
    return observed / (isCount ? 1 : minutesPerHour) >= observationsLeast;
  };
  return weekCourse(weeks, of).map((value, hour) => (isKnown(hour) ? value : 0));
}

/** The longest line at a resource in an hour of the week, of all replications. */
export function longestLine(weeks: readonly Week[], of: { readonly station: string; readonly hour: number }): number {
  return Math.max(0, ...weeks.map((week) => stationOf(week, of.station).longest[of.hour] ?? 0));
}

/** The share (0..1) of those that asked for a resource who came in an hour of the week; 0 where nobody asked at all. */
export function cameShare(weeks: readonly Week[], of: { readonly station: string; readonly hour: number }): number {
  const came = weeks.map((week) => stationOf(week, of.station).came);
  const all = came.flat().reduce((sum, each) => sum + each, 0);
  return all === 0 ? 0 : came.reduce((sum, each) => sum + (each[of.hour] ?? 0), 0) / all;
}

/** Hours of wait for a resource by the levels of an attribute, as {@link weekFigure} tells them; NaN for a level that nobody had. */
export function waitByLevel(
  weeks: readonly Week[],
  of: { readonly station: string; readonly attribute: string },
): Readonly<Record<string, Estimate>> {
  const levels = weeks.map((week) => stationOf(week, of.station).byLevel[of.attribute] ?? {});
  return Object.fromEntries(
    Object.keys(levels[0] ?? {}).map((name) => {
      const waits = levels.flatMap(({ [name]: wait }) =>
        wait === undefined || wait.count === 0 ? [] : [wait.mean / minutesPerHour],
      );
      return [name, estimateAbove0(waits)];
    }),
  );
}

/** The mean of values that cannot be negative, with its interval as far as that is not; NaN where there is none. */
function estimateAbove0(values: readonly number[]): Estimate {
  const { interval } = estimateOf(values, level);
  return { value: meanOf(values), interval: interval === null ? null : [Math.max(0, interval[0]), interval[1]] };
}

/** The mean of each replication that has anything in these hours. */
function valuesOf(weeks: readonly Week[], of: WeekQuestion, hours: readonly number[]): readonly number[] {
  const scale = scaleOf(of.quantity);
  return weeks.flatMap((week) => {
    const { parts, per } = partsOf(week, of);
    const all = sumOver(per, hours);
    return all === 0 ? [] : [(sumOver(parts, hours) / all) * scale];
  });
}

/** From minutes, and by the minute, to hours and by the hour. */
function scaleOf(quantity: WeekQuantity): number {
  if (quantity === 'wait') return 1 / minutesPerHour;
  return isRate(quantity) ? minutesPerHour : 1;
}

function sumOver(values: ByHour, hours: readonly number[]): number {
  return hours.reduce((sum, hour) => sum + present(values[hour], 'an hour of the week'), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

/** What is summed up over the hours, and by what it is divided. */
function partsOf(week: Week, { station, quantity }: WeekQuestion): { readonly parts: ByHour; readonly per: ByHour } {
  if (isRate(quantity)) return { parts: week[quantity], per: week.minutes };
  const { waiting, waited, busy, came } = stationOf(week, station);
  if (quantity === 'wait') return { parts: waited, per: came };
  return { parts: quantity === 'waiting' ? waiting : busy, per: week.minutes };
}

function isRate(quantity: WeekQuantity): quantity is 'arrivals' | 'releases' {
  return quantity === 'arrivals' || quantity === 'releases';
}

function stationOf(week: Week, station: string): StationWeek {
  return present(week.stations[station], station);
}
