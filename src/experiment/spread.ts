import { Remembered, minutesPerHour, present } from '../base/index.ts';
import type { RunResult } from '../simulation/index.ts';
import { mergeHistograms, quantilesOf, shareInterval, sharesAtMost, type Histogram } from '../statistics/index.ts';
import { estimateOf } from './mean-of-means.ts';
import type { Interval } from './scenario-result.ts';
import { level } from './summarise.ts';

/** Steps of the share from one quantile of a spread to the next: 0, 1/200 .. 1. */
const steps = 200;

/**
 * How an indicator is spread over all consignments of all replications: hours that 0, 0.5, 1 .. 100 % of them do not exceed,
 * ascending, from the least to the greatest; none where nobody has it.
 */
export function spreadOf(runs: readonly RunResult[], indicator: string): readonly number[] {
  return spreads.of(runs, indicator, () => {
    const tallies = runs.map((run) => present(run.indicators[indicator], indicator));
    const least = Math.min(...tallies.map((tally) => tally.min));
    const greatest = Math.max(...tallies.map((tally) => tally.max));
    const shares = Array.from({ length: steps + 1 }, (_, step) => step / steps);
    // A quantile is one of the observations: a bucket may reach beyond.
    return quantilesOf(mergeHistograms(histogramsOf(runs, indicator)), shares).map(
      (minutes) => Math.min(Math.max(minutes, least), greatest) / minutesPerHour,
    );
  });
}

/** The shares of consignments within each quantile of a spread, with their intervals: how far the curve is known. */
export function bandOf(runs: readonly RunResult[], indicator: string): readonly Share[] {
  return bands.of(runs, indicator, () => sharesWithin(runs, indicator, spreadOf(runs, indicator)));
}

const spreads = new Remembered<readonly RunResult[], readonly number[]>();
const bands = new Remembered<readonly RunResult[], readonly Share[]>();

/** A share of consignments, 0..1. */
export interface Share {
  readonly share: number;
  readonly interval: Interval;
}

/** Shares of consignments whose indicator is at most so many hours (ascending): means of the replications' shares; none where nobody has it. */
export function sharesWithin(
  runs: readonly RunResult[],
  indicator: string,
  hours: readonly number[],
): readonly Share[] {
  const bounds = hours.map((each) => each * minutesPerHour);
  const found = histogramsOf(runs, indicator)
    .map((histogram) => sharesAtMost(histogram, bounds))
    .filter((shares) => shares.length > 0);
  if (found.length === 0) return [];
  return hours.map((_, at) => {
    const shares = found.map((each) => present(each[at], 'a share'));
    return { share: estimateOf(shares, level).mean, interval: shareInterval(shares, level) };
  });
}

function histogramsOf(runs: readonly RunResult[], indicator: string): readonly Histogram[] {
  return runs.map((run) => present(run.indicators[indicator], indicator).histogram);
}
