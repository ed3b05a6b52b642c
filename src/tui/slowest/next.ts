import type { SlowestSort } from '../../report/index.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { chosenFrom } from '../chosen-from.ts';
import { pointed } from '../pointed.ts';
import { replicationsOf } from '../replications-of.ts';
import type { Shared } from '../shared.ts';
import { openTimeline } from '../timeline/state.ts';
import { pointerIn, shownOf } from './shown.ts';
import { indicatorOf, recordingOf, sortsOf, type SlowestState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: SlowestState, shared: Shared): boolean {
  switch (command) {
    case 'down':
    case 'up':
    case 'first':
    case 'last':
    case 'pageDown':
    case 'pageUp':
      return shownOf(own, shared).length > 1;
    case 'open':
      return shownOf(own, shared).length > 0;
    case 'filter':
    case 'sort':
      return recordingOf(own, shared) !== undefined;
    case 'forward':
      return own.replication + 1 < (shared.progress?.replications ?? 0);
    case 'backward':
      return own.replication > 0;
    case 'nextItem':
    case 'previousItem':
      return shared.names.length > 1;
    case 'nextIndicator':
    case 'previousIndicator':
      return (recordingOf(own, shared)?.model.names.indicators.length ?? 0) > 1;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: SlowestState, shared: Shared): Outcome<SlowestState> {
  switch (input.kind) {
    case 'filter':
      return { own: { ...own, filter: input.text } };
    case 'command':
      return commanded(input.command, own, shared);
    case 'said':
      return chosenFrom(sortsOf(own, shared), input.rest, shared, (sort) => ({ own: sorted(own, sort) }));
    case 'told':
      return within(own, shared);
    default:
      return {};
  }
}

/** A file that was changed may have fewer replications now. */
function within(own: SlowestState, { progress }: Shared): Outcome<SlowestState> {
  const last = progress === undefined ? own.replication : Math.max(0, replicationsOf(progress) - 1);
  return own.replication > last ? { own: { ...own, replication: last, at: undefined } } : {};
}

/** Rows of a page, whatever the window: those of the smallest. */
const page = 15;

function commanded(command: Command, own: SlowestState, shared: Shared): Outcome<SlowestState> {
  const shown = shownOf(own, shared);
  const at = pointerIn(own, shown);
  const to = pointed(command, { at, count: shown.length, page });
  if (to !== undefined) return { own: { ...own, at: shown[to]?.consignment } };
  switch (command) {
    case 'sort':
      return { own: sorted(own, neighbour(sortsOf(own, shared), own.sort, 1)) };
    case 'forward':
      return { own: { ...own, replication: own.replication + 1, at: undefined } };
    case 'backward':
      return { own: { ...own, replication: own.replication - 1, at: undefined } };
    case 'nextItem':
      return toScenario(neighbour(shared.names, own.scenario, 1), own);
    case 'previousItem':
      return toScenario(neighbour(shared.names, own.scenario, -1), own);
    case 'nextIndicator':
    case 'previousIndicator': {
      const recorded = recordingOf(own, shared);
      if (recorded === undefined) return {};
      const step = command === 'nextIndicator' ? 1 : -1;
      return {
        own: { ...own, at: undefined },
        shared: { indicator: neighbour(recorded.model.names.indicators, indicatorOf(recorded, shared), step) },
      };
    }
    case 'open': {
      const slow = shown[at];
      return slow === undefined
        ? {}
        : { own: { ...own, at: slow.consignment }, open: openTimeline(own, slow.consignment) };
    }
    default:
      return {};
  }
}

/** In another order, from the top. */
function sorted(own: SlowestState, sort: SlowestSort): SlowestState {
  return { ...own, sort, at: undefined };
}

function toScenario(scenario: string, own: SlowestState): Outcome<SlowestState> {
  return { own: { ...own, scenario, at: undefined }, shared: { chosen: scenario } };
}
