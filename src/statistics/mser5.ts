/**
 * How many of the first values of a series to drop as its warm-up, a multiple of 5: the cut after which the mean of the rest
 * is known best. The series is an average over at least 10 replications; on a single run the rule does harm.
 * Only the first half is searched; `tooShort` if the best cut lies in the last tenth of that, or there are fewer than 50 values.
 * White, Cobb, Spratt: A comparison of five steady-state truncation heuristics (WSC 2000).
 */
export function mser5(series: readonly number[]): number | 'tooShort' {
  const batches = batchMeans(series);
  if (batches.length < batchesMin) return 'tooShort';
  const cutMax = Math.floor(batches.length / 2);
  let best = cutMax;
  let least = Infinity;
  // Backwards, so that mean and squares (Welford) of the rest grow by one batch a turn.
  let mean = 0;
  let squares = 0;
  for (let cut = batches.length - 1; cut >= 0; cut--) {
    const count = batches.length - cut;
    const batch = batches[cut] as number;
    const change = batch - mean;
    mean += change / count;
    squares += change * (batch - mean);
    const badness = squares / (count * count);
    if (cut <= cutMax && badness <= least) {
      least = badness;
      best = cut;
    }
  }
  return best > cutMax * 0.9 ? 'tooShort' : best * batchSize;
}

const batchSize = 5;
const batchesMin = 10;

/** Means of five values each; what is left over at the end is dropped. */
function batchMeans(series: readonly number[]): readonly number[] {
  return Array.from({ length: Math.floor(series.length / batchSize) }, (_, batch) => {
    let sum = 0;
    for (let at = batch * batchSize; at < (batch + 1) * batchSize; at++) sum += series[at] as number;
    return sum / batchSize;
  });
}
