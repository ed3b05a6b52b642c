import type { PairResult } from './run-result.ts';

/** Indicators of every counted consignment of a run, by its number; NaN where not counted or not reached. */
export interface Times {
  /** Instant of arrival of counted consignments, NaN of others. */
  readonly arrivals: Float64Array;
  readonly indicators: ReadonlyMap<string, Float64Array>;
}

/** A change of less than a minute is none. */
const leastChange = 1;

/** Sets a variant against the base, consignment by consignment, for every indicator that both have. */
export function pair(base: Times, variant: Times): Readonly<Record<string, PairResult>> {
  const result: Record<string, PairResult> = {};
  for (const [name, before] of base.indicators) {
    const after = variant.indicators.get(name);
    if (after !== undefined) result[name] = compare({ before, after, base, variant });
  }
  return result;
}

function compare(of: { before: Float64Array; after: Float64Array; base: Times; variant: Times }): PairResult {
  let better = 0;
  let worse = 0;
  let same = 0;
  let unfinished = 0;
  let sum = 0;
  const numbers = Math.min(of.base.arrivals.length, of.variant.arrivals.length);
  for (let number = 0; number < numbers; number++) {
    if (Number.isNaN(of.base.arrivals[number]) || Number.isNaN(of.variant.arrivals[number])) continue;
    const change = (of.after[number] ?? Number.NaN) - (of.before[number] ?? Number.NaN);
    if (Number.isNaN(change)) unfinished++;
    else {
      sum += change;
      if (change <= -leastChange) better++;
      else if (change >= leastChange) worse++;
      else same++;
    }
  }
  const count = better + worse + same;
  return { better, worse, same, unfinished, change: { count, mean: count === 0 ? 0 : sum / count } };
}
