import { minutesPerHour } from '../base/index.ts';
import { Histories, Identities } from '../rules/index.ts';
import { simulate, type Model, type Observer } from '../simulation/index.ts';
import type { RuleExample, ScenarioResult } from './scenario-result.ts';

/** The result with who every consignment is that it gives as an example, and its whole history: their replications are run once more, and seen. */
export function withHistories(result: ScenarioResult, model: Model): ScenarioResult {
  const { rules } = result;
  if (rules === undefined) return result;
  const wanted = new Map<number, Set<number>>();
  for (const { replication, consignment } of rules.flatMap(({ examples }) => examples))
    wanted.set(replication, (wanted.get(replication) ?? new Set()).add(consignment));
  const seen = new Map<string, Pick<RuleExample, 'particulars' | 'history'>>();
  for (const [replication, consignments] of wanted) {
    const histories = new Histories(model, consignments);
    const identities = new Identities(model, consignments);
    const observer: Observer = {
      happened: (...what) => {
        identities.happened(...what);
        histories.observer.happened(...what);
      },
    };
    const warmUp = result.warmUp * minutesPerHour;
    simulate(model, { replication, warmUp, keepTimes: false, seriesBin: 0, observer, watch: identities });
    for (const [consignment, history] of histories.all())
      seen.set(`${replication} ${consignment}`, { particulars: identities.particulars(consignment), history });
  }
  return {
    ...result,
    rules: rules.map((each) => ({
      ...each,
      examples: each.examples.map((example) => ({
        ...example,
        ...seen.get(`${example.replication} ${example.consignment}`),
      })),
    })),
  };
}
