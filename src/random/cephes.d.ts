/**
 * What is used of cephes, whose own types do not reach ESM (its `exports` names none).
 * The functions are WebAssembly: they throw where the C library would report a range error.
 */
declare module 'cephes' {
  /** Fulfilled when the functions can be called. */
  export const compiled: Promise<void>;
  /** Regularised lower and upper incomplete gamma function. */
  export function igam(shape: number, x: number): number;
  export function igamc(shape: number, x: number): number;
  /** Regularised incomplete beta function, and its inverse in x. */
  export function incbet(alpha: number, beta: number, x: number): number;
  export function incbi(alpha: number, beta: number, probability: number): number;
  /** Logarithms of the gamma and of the beta function. */
  export function lgam(x: number): number;
  export function lbeta(alpha: number, beta: number): number;
  /** The x that chi-squared exceeds with this probability. */
  export function chdtri(degrees: number, probability: number): number;
  /** Standard normal distribution function and its inverse. */
  export function ndtr(z: number): number;
  export function ndtri(probability: number): number;
  /** Student's t distribution function and its inverse; degrees of freedom are cut to an integer. */
  export function stdtr(degrees: number, t: number): number;
  export function stdtri(degrees: number, probability: number): number;
}
