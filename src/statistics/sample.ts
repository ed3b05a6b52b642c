/** Independent values, one of each replication, by their number, mean, and sums of squared and cubed deviations from the mean. */
export interface Sample {
  readonly count: number;
  readonly mean: number;
  readonly squares: number;
  readonly cubes: number;
}

/** The sample of these values; mean 0 when there is none. */
export function sampleOf(values: readonly number[]): Sample {
  const count = values.length;
  if (count === 0) return { count, mean: 0, squares: 0, cubes: 0 };
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / count;
  let squares = 0;
  let cubes = 0;
  for (const value of values) {
    const off = value - mean;
    squares += off * off;
    cubes += off * off * off;
  }
  return { count, mean, squares, cubes };
}
