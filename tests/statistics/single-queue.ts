import type { Law } from '../../src/random/index.ts';
import { Variates } from '../random/variates.ts';

/** Waits and times in system of the first `count` items of a single queue (Lindley's recursion), starting with `backlog` work ahead. */
export function* singleQueue(
  next: () => number,
  plan: { readonly gap: Law; readonly service: Law; readonly count: number; readonly backlog?: number },
): Generator<{ wait: number; stay: number }> {
  const variates = new Variates([plan.gap, plan.service]);
  const draw = (law: number): number => {
    return variates.draw(law, next(), 0);
  };
  let wait = 0;
  for (let each = 0; each < (plan.backlog ?? 0); each++) wait += draw(1);
  const found = { wait, stay: 0 };
  for (let item = 0; item < plan.count; item++) {
    found.wait = wait;
    found.stay = wait + draw(1);
    yield found;
    wait = Math.max(0, found.stay - draw(0));
  }
}
