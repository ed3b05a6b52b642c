import { fixed, type TimelineView } from '../../report/index.ts';
import type { Command } from '../keys.ts';
import type { Input, Outcome } from '../place.ts';
import type { Shared } from '../shared.ts';
import { listOf } from '../slowest/state.ts';
import { baseViewOf, openTimeline, viewOf, type TimelineState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: TimelineState, shared: Shared): boolean {
  const view = viewOf(own, shared);
  switch (command) {
    case 'left':
    case 'right':
      return (view?.events.length ?? 0) > 0;
    case 'down':
    case 'up':
    case 'copy':
      return (view?.waits.length ?? 0) > 0;
    case 'compareBase':
      return baseViewOf(own, shared) !== undefined;
    case 'nextItem':
    case 'previousItem':
      return listOf(own, shared).length > 1;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: TimelineState, shared: Shared): Outcome<TimelineState> {
  const view = viewOf(own, shared);
  if (input.kind !== 'command' || view === undefined) return {};
  switch (input.command) {
    case 'left':
      return { own: { ...own, event: Math.max(0, (own.event ?? 0) - 1) } };
    case 'right':
      return { own: { ...own, event: Math.min(view.events.length - 1, (own.event ?? -1) + 1) } };
    case 'down':
      return { own: { ...own, event: eventOf(view, rowAt(view, own) + 1) } };
    case 'up':
      return { own: { ...own, event: eventOf(view, Math.max(0, rowAt(view, own) - 1)) } };
    case 'compareBase':
      return { own: { ...own, hasBase: !own.hasBase } };
    case 'nextItem':
      return { own: beside(own, shared, 1) };
    case 'previousItem':
      return { own: beside(own, shared, -1) };
    case 'copy':
      return {
        errand: {
          kind: 'copy',
          text: view.waits.map(({ what, hours, holder }) => `${what}\t${fixed(hours, 1)}\t${holder}`).join('\n'),
        },
      };
    default:
      return {};
  }
}

/** The wait at which the pointer is; -1: none. */
export function rowAt({ waits }: TimelineView, { event }: TimelineState): number {
  return event === undefined ? -1 : waits.findIndex((wait) => wait.event === event);
}

function eventOf({ waits }: TimelineView, row: number): number | undefined {
  const { event } = waits[Math.min(row, waits.length - 1)] ?? { event: -1 };
  return event < 0 ? undefined : event;
}

/** The next one of the list, or the one before; it stays where the list ends. */
function beside(own: TimelineState, shared: Shared, step: 1 | -1): TimelineState {
  const list = listOf(own, shared);
  const at = list.findIndex(({ consignment }) => consignment === own.consignment);
  const other = list[Math.min(Math.max(0, at + step), list.length - 1)];
  return other === undefined || other.consignment === own.consignment
    ? own
    : { ...openTimeline(own, other.consignment), hasBase: own.hasBase };
}
