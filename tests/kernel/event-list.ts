import { compileKernel } from './compile-kernel.ts';

/** Classes of events, in their order at one instant (src/kernel/assembly/event-list.ts). */
export const Rank = { calendar: 0, completion: 1, delay: 2, deadline: 3, arrival: 4 } as const;

/** An event list of its own. */
export interface EventList {
  /** Plans an event for an owner (not 0); gives what it is cancelled by. */
  plan(time: number, rank: number, owner: number): number;
  cancel(node: number): void;
  pending(): number;
  firstTime(): number;
  /** Takes the first event; gives its owner. */
  take(): number;
}

const module = compileKernel('tests/kernel/assembly/event-list.ts');

/** A new event list. */
export function openEventList(): EventList {
  const abort = (): never => {
    throw new Error('the event list has failed an assertion');
  };
  return new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as EventList;
}
