import { type Interval, willinkInterval } from './willink.ts';

/** Confidence interval (level 0..1) of a share from its value (0..1) in each replication, kept within 0..1; null for fewer than two. */
export function shareInterval(shares: readonly number[], level: number): Interval | null {
  const interval = willinkInterval(shares, level);
  return interval && [Math.max(0, interval[0]), Math.min(1, interval[1])];
}
