import { nearestWord } from '../base/index.ts';
import type { Log } from '../logs/index.ts';
import type { Model } from '../simulation/index.ts';
import { allEvents, eventNames } from './event-names.ts';

/** An event of a log that nobody knows: a slip of the pen, or what rules do not speak of. */
export interface UnknownEvent {
  /** As rules would name it. */
  readonly name: string;
  /** How often it happens. */
  readonly count: number;
  /** The nearest word that is known. */
  readonly nearest: string | undefined;
}

/**
 * Events of a log that neither rules (`named`) nor the flow know: those that have a near word first, the most frequent first among equals.
 * `names`: of the log's events. Fees of a log of ours are not among them: the scenario names them, and not the flow.
 */
export function unknownEvents(
  log: Log,
  names: readonly string[],
  { named, model }: { readonly named: ReadonlySet<string>; readonly model: Model },
): readonly UnknownEvent[] {
  const events = eventNames(model);
  // Logs tell of the end of what only holds, and of fees that a term charges: rules about runs do not.
  const known = new Set([
    ...named,
    ...allEvents(events),
    ...events.activities.map((name) => `end:${name}`),
    ...events.fees.map((name) => `fee:${name}`),
  ]);
  const counts = new Map<string, number>();
  const occurrences = new Int32Array(names.length);
  for (const event of log.event) occurrences[event] = (occurrences[event] ?? 0) + 1;
  for (const [event, name] of names.entries())
    if (!known.has(name) && log.events[event]?.kind !== 'fee')
      counts.set(name, (counts.get(name) ?? 0) + (occurrences[event] ?? 0));
  const words = [...known];
  return [...counts]
    .map(([name, count]) => ({ name, count, nearest: nearestWord(name, words) }))
    .toSorted((a, b) => Number(b.nearest !== undefined) - Number(a.nearest !== undefined) || b.count - a.count);
}
