import type { Interval } from './willink.ts';

/**
 * How precisely a mean is known: the longer side of its interval by its size. 0 for an interval without length,
 * Infinity for any other around 0.
 */
export function relativeHalfWidth([low, high]: Interval, mean: number): number {
  const longer = Math.max(mean - low, high - mean);
  return longer === 0 ? 0 : longer / Math.abs(mean);
}
