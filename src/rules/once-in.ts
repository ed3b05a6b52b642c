import type { Model } from '../simulation/index.ts';
import { checkSize } from './check-size.ts';
import { Graph } from './graph.ts';
import { prove } from './prove.ts';
import type { Rule } from './rule.ts';
import type { Events } from './rule-words.ts';
import { listOf } from './symbols.ts';

/** States that are looked at: a fraction of a second. */
const statesMax = 100_000;

/** Tells whether no consignment of a model meets more than one of some events, nor one of them twice; false where that is not soon known. */
export function onceIn(model: Model): (events: Events) => boolean {
  let graph: Graph | undefined;
  return (events) => {
    // Fees that a term charges are no events of a graph.
    if (listOf(events).some((event) => event.startsWith('fee:')) || checkSize(model).length > 0) return false;
    const atMostOnce: Rule = {
      id: 'once',
      says: { en: '', zh: '' },
      source: '',
      claim: { template: 'absence', a: events, times: 2 },
    };
    return prove(atMostOnce, (graph ??= new Graph(model, statesMax))).verdict === 'holds';
  };
}
