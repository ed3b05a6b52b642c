import { minutesPerDay, minutesPerHour } from '../base/index.ts';
import {
  cameShare,
  longestLine,
  weekFigure,
  weekLevels,
  type WeekQuantity,
  type WeekQuestion,
} from '../experiment/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { hoursPerWeek, type Week } from '../simulation/index.ts';
import type { Figure } from './numbers.ts';

/** A quantity by hour of the day and weekday, by the clock of the port. */
export interface WeekView {
  /** Name of the resource. */
  readonly station: string;
  readonly quantity: WeekQuantity;
  readonly replications: number;
  /** Monday first. */
  readonly days: readonly DayView[];
  /** Where one density of the picture ends and the next begins, ascending: 1, 3, 6 and 12 times a round number; none where nothing is drawn. */
  readonly steps: readonly number[];
  readonly chosen: HourView;
  /** Nothing of the week can be told from chance. */
  readonly isScarce: boolean;
  /** Share (0..1) of the waiting that lies in hours in which the resource is never open; none where there are no such hours, or nobody waits. */
  readonly closedShare: number | undefined;
}

/** A day of the week. */
export interface DayView {
  /** 24 values; 0 where what is known of the hour cannot be told from chance (see `weekLevels`). */
  readonly hours: readonly number[];
  readonly mean: number;
  /** Opening hours of the resource in hours from midnight: 9 to 12, 13.5 to 17.5. */
  readonly open: readonly { readonly from: number; readonly to: number }[];
}

/** An hour of the week. */
export interface HourView {
  /** 0 is Monday 00:00 to 01:00. */
  readonly hour: number;
  /** The quantity shown. */
  readonly figure: Figure;
  /** The longest line at the resource in this hour, of all replications. */
  readonly longest: number;
  /** Hours of wait of those who came in it. */
  readonly wait: Figure;
  /** Their share (0..1) of all who came. */
  readonly share: number;
}

/** What is shown of the week of a scenario. */
export interface WeekOptions extends WeekQuestion {
  readonly scenario: Scenario;
  /** Hour of the week; none: that of the greatest value. */
  readonly hour: number | undefined;
}

/** The view of a week by one quantity, from some replications of it. */
export function weekView(weeks: readonly Week[], { scenario, hour, ...of }: WeekOptions): WeekView {
  const open = openingHours(scenario, of.station);
  const values = weekLevels(weeks, of);
  const days = Array.from({ length: 7 }, (_, day): DayView => {
    const hours = Array.from({ length: 24 }, (__, at) => day * 24 + at);
    return {
      hours: values.slice(day * 24, day * 24 + 24),
      mean: weekFigure(weeks, of, hours).value,
      open: open
        .map(({ from, to }) => ({ from: Math.max(0, from - day * 24), to: Math.min(24, to - day * 24) }))
        .filter(({ from, to }) => from < to),
    };
  });
  const most = greatest(values);
  const shown = hour ?? Math.max(0, values.indexOf(most));
  return {
    station: of.station,
    quantity: of.quantity,
    replications: weeks.length,
    days,
    steps: most > 0 ? stepsOf(most) : [],
    chosen: {
      hour: shown,
      figure: weekFigure(weeks, of, [shown]),
      longest: longestLine(weeks, { station: of.station, hour: shown }),
      wait: weekFigure(weeks, { ...of, quantity: 'wait' }, [shown]),
      share: cameShare(weeks, { station: of.station, hour: shown }),
    },
    isScarce: !(most > 0),
    closedShare: closedShare(weeks, of.station, open),
  };
}

/** 1, 3, 6 and 12 times the greatest of 1, 2 and 5 times a power of ten with which the last of them is reached by a value above 0. */
export function stepsOf(most: number): readonly number[] {
  const [digits = '1', exponent = '0'] = (most / 12).toExponential().split('e');
  const round = [5, 2, 1].find((each) => each <= Number(digits)) ?? 1;
  return [1, 3, 6, 12].map((step) => Number(`${step * round}e${exponent}`));
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, each) => (each > most ? each : most), 0);
}

/** Opening hours of a resource in hours of the week; the whole week where it has no calendar. */
function openingHours(scenario: Scenario, station: string): readonly { readonly from: number; readonly to: number }[] {
  const calendar = scenario.calendars[scenario.resources[station]?.calendar ?? ''];
  const spans = calendar?.week ?? [{ open: 0, close: 7 * minutesPerDay }];
  return spans.map(({ open, close }) => ({ from: open / minutesPerHour, to: close / minutesPerHour }));
}

function closedShare(
  weeks: readonly Week[],
  station: string,
  open: ReturnType<typeof openingHours>,
): number | undefined {
  const isClosed = (hour: number): boolean => open.every(({ from, to }) => to <= hour || from >= hour + 1);
  const waiting = (of: (hour: number) => boolean): number =>
    weeks
      .flatMap((week) => week.stations[station]?.waiting.filter((_, hour) => of(hour)) ?? [])
      .reduce((sum, each) => sum + each, 0);
  const all = waiting(() => true);
  const hasClosed = Array.from({ length: hoursPerWeek }, (_, hour) => hour).some(isClosed);
  return hasClosed && all > 0 ? waiting(isClosed) / all : undefined;
}
