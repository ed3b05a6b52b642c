import { minutesPerHour, minutesPerWeek, type Minutes, type Label } from '../base/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Series } from '../simulation/index.ts';
import { mser5 } from '../statistics/index.ts';

/** Replications whose average shows where the start-up ends. On single runs MSER-5 cuts queues too late and biases them. */
export const pilotReplications = 10;

/** Bins of the series that MSER-5 looks at. */
const bins = 1000;

/** The warm-up where no run is needed to know it; none where it has to be found. */
export function knownWarmUp(scenario: Scenario): Minutes | undefined {
  const { warmUp, study, stopAfter } = scenario.run;
  if (warmUp !== 'auto') return warmUp;
  // A terminating study is about its start; `stopAfter` counts the first consignments.
  return study === 'terminating' || stopAfter !== undefined ? 0 : undefined;
}

/** Width of the bins of the series from which the warm-up is found. */
export function seriesBin(scenario: Scenario): Minutes {
  return (scenario.run.horizon ?? 0) / bins;
}

/** A warm-up in minutes, 0 where nothing is left out. */
export interface FoundWarmUp {
  readonly warmUp: Minutes;
  /** What the reader must know about it. */
  readonly notes: readonly Label[];
}

/**
 * Where the average course of the headline indicator over the pilot replications settles (MSER-5), rounded up to whole weeks
 * where any resource keeps opening hours. A run too short to show it is not cut, and says so.
 */
export function findWarmUp(series: readonly Series[], scenario: Scenario): FoundWarmUp {
  const found = mser5(averageOf(series));
  const width = seriesBin(scenario);
  const cut = found === 'tooShort' ? Infinity : found * width;
  const isWeekly = Object.values(scenario.resources).some((resource) => resource.calendar !== undefined);
  const warmUp = isWeekly ? Math.ceil(cut / minutesPerWeek) * minutesPerWeek : cut;
  const horizon = scenario.run.horizon ?? 0;
  if (warmUp <= horizon / 2) return { warmUp, notes: [] };
  const advised = Math.ceil((2 * horizon) / minutesPerHour);
  return {
    warmUp: 0,
    notes: [
      {
        en: `The run is too short to find its warm-up: nothing is left out; a horizon of at least ${advised} h is advised.`,
        zh: `运行过短，无法确定预热期：未排除任何部分；建议时段至少 ${advised} h。`,
      },
    ],
  };
}

/** Mean of each bin over all replications; a bin without a consignment repeats the one before it. */
function averageOf(series: readonly Series[]): number[] {
  const length = Math.max(0, ...series.map((each) => each.sums.length));
  const averages: number[] = [];
  for (let bin = 0; bin < length; bin++) {
    const sum = series.reduce((total, each) => total + (each.sums[bin] ?? 0), 0);
    const count = series.reduce((total, each) => total + (each.counts[bin] ?? 0), 0);
    const before = averages.at(-1);
    if (count > 0) averages.push(sum / count);
    else if (before !== undefined) averages.push(before);
    else averages.push(Number.NaN);
  }
  const first = averages.find((value) => !Number.isNaN(value)) ?? 0;
  return averages.map((value) => (Number.isNaN(value) ? first : value));
}
