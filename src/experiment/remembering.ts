import { present } from '../base/index.ts';
import type { Paired, RunResult, Series } from '../simulation/index.ts';
import type { Pool } from './pool.ts';
import type { Order, Replication, Stop } from './replicate.ts';

/** What replications have found, by what was run; an experiment whose variants change takes from it what it need not run again. */
export class Memory {
  readonly #runs: Map<string, Known> = new Map();

  of(key: string): Known | undefined {
    return this.#runs.get(key);
  }

  keep(key: string, known: Known): void {
    this.#runs.set(key, known);
  }
}

/** What is known of one model in one replication. */
interface Known {
  readonly result: RunResult;
  /** Against the base; null where pairing is lost, or for the base itself. */
  readonly pair: Paired | null;
  /** Of the base; null where none was wanted. */
  readonly series: Series | null;
}

/**
 * A pool that runs only what the memory does not have. `keys` say which model is which, base first: a model with another key is
 * another one. A variant belongs to its base. Replications that were stopped are not remembered.
 */
export function remembering(pool: Pool, keys: readonly string[], memory: Memory): Pool {
  const keyOf = (order: Order, model: number): string =>
    JSON.stringify([order.replication, order.warmUp, order.seriesBin, keys[0], ...(model === 0 ? [] : [keys[model]])]);
  return {
    width: pool.width,
    simulated: () => pool.simulated(),
    async replicate(order) {
      const missing = order.models.filter((model) => memory.of(keyOf(order, model)) === undefined);
      const fresh = missing.length === 0 ? undefined : await pool.replicate({ ...order, models: withBase(missing) });
      if (fresh !== undefined && fresh.stop === null) {
        for (const [at, model] of withBase(missing).entries()) memory.keep(keyOf(order, model), knownIn(fresh, at));
      }
      const stop: Stop | null = fresh?.stop ?? null;
      const known = order.models.map((model) => {
        const at = fresh === undefined ? -1 : withBase(missing).indexOf(model);
        return fresh !== undefined && at >= 0 ? knownIn(fresh, at) : present(memory.of(keyOf(order, model)), 'a run');
      });
      return {
        replication: order.replication,
        results: known.map(({ result }) => result),
        pairs: known.slice(1).map(({ pair }) => pair),
        series: known[0]?.series ?? null,
        stop,
      };
    },
  };
}

/** A variant is set against its base, which is run again for it. */
function withBase(models: readonly number[]): readonly number[] {
  return models[0] === 0 ? models : [0, ...models];
}

function knownIn({ results, pairs, series }: Replication, at: number): Known {
  return {
    result: present(results[at], 'a result'),
    pair: at === 0 ? null : (pairs[at - 1] ?? null),
    series: at === 0 ? series : null,
  };
}
