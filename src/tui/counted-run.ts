import { minutesPerHour, type Minutes } from '../base/index.ts';
import type { Shared } from './shared.ts';

/** A replication of a scenario, as the experiment counts it. */
export interface CountedRun {
  readonly scenario: string;
  /** From 0. */
  readonly replication: number;
  /** What came before it is not counted. */
  readonly warmUp: Minutes;
}

/** A replication of a scenario as it counts now; none before the warm-up is known: the start-up would be in it. */
export function countedRun(
  scenario: string,
  replication: number,
  { progress }: Pick<Shared, 'progress'>,
): CountedRun | undefined {
  const found = progress?.comparison.scenarios.find((each) => each.scenario === scenario);
  return found === undefined || found.provisional
    ? undefined
    : { scenario, replication, warmUp: found.warmUp * minutesPerHour };
}
