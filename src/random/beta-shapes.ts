import type { Law } from './law.ts';

/** The two shapes of a beta law given by its ends, mean and standard deviation; not positive where there is no such law. */
export function betaShapes(law: Extract<Law, { kind: 'beta' }>): { readonly alpha: number; readonly beta: number } {
  const range = law.max - law.min;
  const mean = (law.mean - law.min) / range;
  const sd = law.sd / range;
  const sum = (mean * (1 - mean)) / (sd * sd) - 1;
  return { alpha: mean * sum, beta: (1 - mean) * sum };
}
