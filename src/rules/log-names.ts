import type { LoggedEvent } from '../logs/index.ts';

/**
 * What rules call the events of a log, in their order. `named`: the events that rules name. Starts, ends and fees have their prefix. That
 * something was completed is what rules say of it: `end:inspection`, or `inspection` as a milestone; where they say neither it is the end
 * of an activity if the log tells of its start, else a milestone.
 */
export function logNames(events: readonly LoggedEvent[], named: ReadonlySet<string>): readonly string[] {
  const started = new Set(events.filter(({ kind }) => kind === 'start').map(({ name }) => name));
  return events.map(({ name, kind }) => {
    if (kind === 'event') return name;
    if (kind !== 'complete') return `${kind}:${name}`;
    const end = `end:${name}`;
    return named.has(end) || (started.has(name) && !named.has(name)) ? end : name;
  });
}
