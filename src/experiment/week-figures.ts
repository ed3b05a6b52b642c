import { minutesPerHour, present } from '../base/index.ts';
import type { StationWeek, Week } from '../simulation/index.ts';
import { estimateOf, meanOfMeans } from './mean-of-means.ts';
import type { Estimate } from './scenario-result.ts';
import { level } from './summarise.ts';

/** What can be told by hour of the week. */
export type WeekQuantity = (typeof weekQuantities)[number];

/** Requests in line; hours that those waited who came then; units in use; consignments an hour that arrive, or that may leave from then on. */
export const weekQuantities = ['waiting', 'wait', 'busy', 'arrivals', 'releases'] as const;

/**
 * A quantity over some hours of the week (0 is Monday 00:00 to 01:00), at a resource where it is one of a resource: the mean
 * over the replications of each one's mean over these hours, with its interval over the replications. NaN where none has
 * anything there.
 */
export function weekFigure(
  weeks: readonly Week[],
  of: { readonly station: string; readonly quantity: WeekQuantity },
  hours: readonly number[],
): Estimate {
  const values = weeks.flatMap((week) => {
    const { parts, per } = partsOf(week, of);
    const all = hours.reduce((sum, hour) => sum + present(per[hour], 'an hour of the week'), 0);
    return all === 0 ? [] : [hours.reduce((sum, hour) => sum + present(parts[hour], 'an hour of the week'), 0) / all];
  });
  const { mean, interval } = estimateOf(values, level);
  const scale = of.quantity === 'wait' ? 1 / minutesPerHour : isRate(of.quantity) ? minutesPerHour : 1;
  return {
    value: values.length === 0 ? Number.NaN : mean * scale,
    interval: interval === null ? null : [interval[0] * scale, interval[1] * scale],
  };
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

/** Hours of wait for a resource by the levels of an attribute; NaN for a level that nobody had. */
export function waitByLevel(
  weeks: readonly Week[],
  of: { readonly station: string; readonly attribute: string },
): Readonly<Record<string, Estimate>> {
  const levels = weeks.map((week) => stationOf(week, of.station).byLevel[of.attribute] ?? {});
  return Object.fromEntries(
    Object.keys(levels[0] ?? {}).map((name) => {
      const waits = levels.map((each) => each[name]);
      const { mean, interval } = meanOfMeans(waits, level);
      const isKnown = waits.some((wait) => wait !== undefined && wait.count > 0);
      return [
        name,
        {
          value: isKnown ? mean / minutesPerHour : Number.NaN,
          interval: interval === null ? null : [interval[0] / minutesPerHour, interval[1] / minutesPerHour],
        },
      ];
    }),
  );
}

/** What is summed up over the hours, and by what it is divided. */
function partsOf(
  week: Week,
  { station, quantity }: { readonly station: string; readonly quantity: WeekQuantity },
): { readonly parts: readonly number[]; readonly per: readonly number[] } {
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
