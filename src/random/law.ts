/**
 * A probability law as plain data. Durations are in minutes, money in units of its currency, counts are counts.
 * `cv` is the coefficient of variation (standard deviation by mean), at least 0 exclusive.
 */
export type Law =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'exponential'; readonly mean: number }
  | { readonly kind: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'gamma'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'weibull'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'erlang'; readonly k: number; readonly mean: number }
  | { readonly kind: 'hyperexponential'; readonly mean: number; readonly cv: number }
  | { readonly kind: 'uniform'; readonly min: number; readonly max: number }
  | { readonly kind: 'triangular'; readonly min: number; readonly mode: number; readonly max: number }
  /** `mean` and `sd` before truncation at 0. */
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'beta'; readonly min: number; readonly max: number; readonly mean: number; readonly sd: number }
  /** Measured values, in any order; the quantile function interpolates between them. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
  | { readonly kind: 'poisson'; readonly mean: number }
  /** Number of failures before the first success; `mean` is their mean. */
  | { readonly kind: 'geometric'; readonly mean: number }
  /** Shares sum to 1 within 1e-9. */
  | { readonly kind: 'mixture'; readonly parts: readonly { readonly share: number; readonly of: Law }[] };
