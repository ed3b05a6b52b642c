import { minutesPerHour } from '../base/index.ts';
import { Histories, type HistoryStep } from '../rules/index.ts';
import { simulate, type Model } from '../simulation/index.ts';
import type { ScenarioResult } from './scenario-result.ts';

/** The result with the whole history of every consignment that it gives as an example: their replications are run once more, and seen. */
export function withHistories(result: ScenarioResult, model: Model): ScenarioResult {
  const { rules } = result;
  if (rules === undefined) return result;
  const wanted = new Map<number, Set<number>>();
  for (const { replication, consignment } of rules.flatMap(({ examples }) => examples))
    wanted.set(replication, (wanted.get(replication) ?? new Set()).add(consignment));
  const seen = new Map<number, ReadonlyMap<number, readonly HistoryStep[]>>();
  for (const [replication, consignments] of wanted) {
    const histories = new Histories(model, consignments);
    const warmUp = result.warmUp * minutesPerHour;
    simulate(model, { replication, warmUp, keepTimes: false, seriesBin: 0, observer: histories.observer });
    seen.set(replication, histories.all());
  }
  return {
    ...result,
    rules: rules.map((each) => ({
      ...each,
      examples: each.examples.map((example) => ({
        ...example,
        history: seen.get(example.replication)?.get(example.consignment) ?? [],
      })),
    })),
  };
}
