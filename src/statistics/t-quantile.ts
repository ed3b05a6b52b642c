import { stdtri } from './special-functions.ts';

/** The quantile of Student's t law of this probability (0..1 exclusive) for whole degrees of freedom from 1; to 1e-11 relative. */
export function tQuantile(probability: number, degrees: number): number {
  return stdtri(degrees, probability);
}
