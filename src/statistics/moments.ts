/** Observations in short. */
export interface Moments {
  readonly count: number;
  /** 0 when there is none. */
  readonly mean: number;
  /** Sum of squared deviations from the mean. */
  readonly squares: number;
  /** Infinity when there is none. */
  readonly min: number;
  /** -Infinity when there is none. */
  readonly max: number;
}

/** No observations. */
export const noMoments: Moments = { count: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity };

/** `moments` with one more observation (Welford 1962). */
export function addTo(moments: Moments, observation: number): Moments {
  const count = moments.count + 1;
  const change = observation - moments.mean;
  const mean = moments.mean + change / count;
  return {
    count,
    mean,
    squares: moments.squares + change * (observation - mean),
    min: Math.min(moments.min, observation),
    max: Math.max(moments.max, observation),
  };
}

/**
 * The moments of both sets of observations together (Chan, Golub, LeVeque 1983).
 * Rounding hangs on the order: merged in the order of replications, the same replications give the same bits.
 */
export function mergeMoments(one: Moments, other: Moments): Moments {
  if (one.count === 0) return other;
  if (other.count === 0) return one;
  const count = one.count + other.count;
  const change = other.mean - one.mean;
  const share = other.count / count;
  return {
    count,
    mean: one.mean + change * share,
    squares: one.squares + other.squares + change * change * one.count * share,
    min: Math.min(one.min, other.min),
    max: Math.max(one.max, other.max),
  };
}
