import type { engineModel } from '../engine/index.ts';

/** What happens by a step, and what brings it about; many steps share one. */
export interface Label {
  /** `ARRIVED`, `due:payment`, `start:inspection`, `end:inspection`, `granted:inspectionBay`; empty: it enters. */
  readonly cause: string;
  /** What was waited for (see {@link Pending}); -1: it enters. */
  readonly by: number;
  readonly events: readonly string[];
  /** Timers that are armed by it, again perhaps. */
  readonly armed: readonly number[];
}

/** Something that a consignment waits for. `source` numbers the timers, then the activities, then the arrival of the ship. */
export type Pending = { readonly source: number } & (
  | { readonly kind: 'timer'; readonly timer: engineModel.Timer; readonly isAnchored: boolean }
  /** It begins, is over, or is granted if it only holds. */
  | { readonly kind: 'start' | 'end' | 'grant'; readonly activity: engineModel.Activity }
  | { readonly kind: 'arrival'; readonly travel: number }
);

/** A condition that is asked of a consignment at some events; where it holds, the event is told marked. */
export interface Mark {
  readonly guard: number;
  readonly events: ReadonlySet<string>;
}

/** A label in words that are the same for equal labels. */
export function labelText({ cause, by, events, armed }: Label): string {
  return [cause, by, ...armed, ...events].join(' ');
}

/** Whether what brings a step about is an event by itself, the first one of it. */
export function isEvent(cause: string): boolean {
  return cause.startsWith('due:') || cause.startsWith('start:') || cause.startsWith('end:');
}
