import type { Minutes } from '../base/index.ts';
import type { Times } from './pair.ts';

/** Course of an indicator by arrival: sum and count in bins of equal width from the start of the run. */
export interface Series {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** The course of indicator `of`, cut into bins of `bin` minutes up to `to`. */
export function seriesOf(times: Times, options: { of: string; bin: Minutes; to: Minutes }): Series {
  const bins = Math.ceil(options.to / options.bin);
  const series = { sums: new Float64Array(bins), counts: new Float64Array(bins) };
  const values = times.indicators.get(options.of);
  for (const [number, arrival] of times.arrivals.entries()) {
    const value = values?.[number] ?? Number.NaN;
    const bin = Math.floor(arrival / options.bin);
    if (Number.isNaN(value) || !(bin >= 0 && bin < bins)) continue;
    series.sums[bin] = (series.sums[bin] ?? 0) + value;
    series.counts[bin] = (series.counts[bin] ?? 0) + 1;
  }
  return series;
}
