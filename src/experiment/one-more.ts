import { Remembered, assert, minutesPerHour, present, type Minutes } from '../base/index.ts';
import { prepare, type Model, type RunResult } from '../simulation/index.ts';
import { estimateOf } from './mean-of-means.ts';
import { replicate } from './replicate.ts';
import type { Estimate } from './scenario-result.ts';
import { level } from './summarise.ts';
import { waitFor } from './wait-for.ts';

/** What one unit more of a resource saves in one replication, under the same luck. Plain data, in hours; null where there is nothing to compare. */
export interface OneMore {
  /** From 0. */
  readonly replication: number;
  /** Mean wait for the resource, less that with one unit more. */
  readonly wait: number | null;
  /** The same of the means of indicators. */
  readonly indicators: Readonly<Record<string, number | null>>;
}

/** Models with one unit more of a resource, by model and resource: each is linked once a thread. */
const enlarged = new Remembered<Model, Model>();

/** Runs one replication of a model as it is and with one unit more of a resource. It yields as {@link replicate} does. */
export function* oneMore(
  model: Model,
  {
    resource,
    replication,
    warmUp,
  }: { readonly resource: string; readonly replication: number; readonly warmUp: Minutes },
): Generator<number, OneMore, void> {
  const models = [model, enlarged.of(model, resource, () => enlarge(model, resource))];
  const { results } = yield* replicate(models, { replication, warmUp, seriesBin: 0, models: [0, 1] });
  const [before, after] = [present(results[0], 'a run'), present(results[1], 'a run')];
  const wait = (run: RunResult): number | null => meanOf(waitFor(model.scenario, resource, run));
  return {
    replication,
    wait: less(wait(before), wait(after)),
    indicators: Object.fromEntries(
      Object.entries(before.indicators).map(([name, own]) => {
        const other = after.indicators[name];
        return [name, less(meanOf(own), other === undefined ? null : meanOf(other))];
      }),
    ),
  };
}

/** What one unit more saves, in hours, from some replications: the mean of the savings with its interval; none where nothing is to compare. */
export function savedBy(
  runs: readonly OneMore[],
  of: (run: OneMore) => number | null | undefined,
): Estimate | undefined {
  const saved = runs.flatMap((run) => of(run) ?? []);
  const { mean, interval } = estimateOf(saved, level);
  return saved.length === 0 ? undefined : { value: mean, interval };
}

function enlarge({ scenario }: Model, name: string): Model {
  const resource = present(scenario.resources[name], name);
  const resources = { ...scenario.resources, [name]: { ...resource, count: resource.count + 1 } };
  const model = prepare({ ...scenario, resources });
  assert(model.ok, 'a scenario that could be prepared can be with more of a resource');
  return model.value;
}

function meanOf({ count, mean }: { readonly count: number; readonly mean: number }): number | null {
  return count === 0 ? null : mean / minutesPerHour;
}

function less(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : before - after;
}
