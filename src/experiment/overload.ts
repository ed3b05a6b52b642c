import type { Label } from '../base/index.ts';
import { words } from '../customs/index.ts';
import type { ResourceSummary } from './scenario-result.ts';

/** Busy share of the opening time from which a resource may be one that cannot keep up; opening hours leave gaps even then. */
const busyAlways = 0.9;

/** A line that grows steadily from nothing is half its greatest length on average; one that comes and goes is far below. */
const meanOfGreatest = 0.3;

/** A line shorter than this is no alarm, whatever its shape. */
const lineLeast = 20;

/** Whether a resource cannot keep up: always busy, before a line that only grows. */
export function isOverloaded({
  utilisation,
  queueLength,
}: Pick<ResourceSummary, 'utilisation' | 'queueLength'>): boolean {
  return (
    utilisation >= busyAlways && queueLength.max >= lineLeast && queueLength.mean >= meanOfGreatest * queueLength.max
  );
}

/** A sentence for each resource that cannot keep up. */
export function overloadOf(resources: Readonly<Record<string, ResourceSummary>>): readonly Label[] {
  return Object.entries(resources)
    .filter(([, resource]) => isOverloaded(resource))
    .map(([name]) => ({
      en: `Overloaded: ${name} cannot keep up. Its line grows without end; means describe this horizon only.`,
      zh: `能力不足：${words[name]?.zh ?? name}。队列持续增长，均值只代表本次时段。`,
    }));
}
