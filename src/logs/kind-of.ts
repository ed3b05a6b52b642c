import type { EventKind } from './log.ts';

const kinds: ReadonlyMap<string, EventKind> = new Map([
  ['', 'event'],
  ['start', 'start'],
  ['complete', 'complete'],
]);

/**
 * The kind of an event by the transition of its activity (`lifecycle:transition` of XES, in small or capital letters); undefined for one
 * that no rule speaks of.
 */
export function kindOf(transition: string): EventKind | undefined {
  return kinds.get(transition) ?? kinds.get(transition.trim().toLowerCase());
}
