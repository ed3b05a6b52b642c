import { listOf } from './symbols.ts';
import type { Graph } from './graph.ts';
import { prove } from './prove.ts';
import type { Rule } from './rule.ts';
import type { Events } from './rule-words.ts';

/** Whether no consignment meets more than one of these events, nor one of them twice; false where a graph does not tell. */
export function comesOnce(events: Events, graph: Graph): boolean {
  // Fees that a term charges are no events of a graph.
  if (listOf(events).some((event) => event.startsWith('fee:'))) return false;
  const atMostOnce: Rule = {
    id: 'once',
    says: { en: '', zh: '' },
    source: '',
    claim: { template: 'absence', a: events, times: 2 },
  };
  return prove(atMostOnce, graph).verdict === 'holds';
}
