import type { GainersView } from '../../report/index.ts';
import type { Command } from '../keys.ts';
import { neighbour } from '../neighbour.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { openSlowest } from '../slowest/state.ts';
import { viewOf, type GainersState } from './state.ts';

/** Whether a command would do something now. */
export function works(command: Command, own: GainersState, shared: Shared): boolean {
  const view = viewOf(own, shared);
  switch (command) {
    case 'down':
    case 'up':
    case 'first':
    case 'last':
      return (view?.rows.length ?? 0) > 1;
    case 'nextItem':
    case 'previousItem':
      return shared.names.length > 2;
    case 'attribute':
      return (view?.attributes.length ?? 0) > 1;
    case 'nextIndicator':
    case 'previousIndicator':
      return (view?.indicators.length ?? 0) > 1;
    case 'open':
      return (view?.rows.length ?? 0) > 0;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: GainersState, shared: Shared): Outcome<GainersState> {
  const view = viewOf(own, shared);
  if (input.kind !== 'command' || view === undefined) return {};
  const row = pointed(input.command, { at: own.row, count: view.rows.length });
  if (row !== undefined) return { own: { ...own, row } };
  switch (input.command) {
    case 'nextItem':
      return { shared: { chosen: variantBeside(view, shared, 1) } };
    case 'previousItem':
      return { shared: { chosen: variantBeside(view, shared, -1) } };
    case 'attribute':
      return {
        own: { ...own, row: 0, attribute: neighbour([undefined, ...view.attributes], own.attribute, 1) },
      };
    case 'nextIndicator':
    case 'previousIndicator': {
      const step = input.command === 'nextIndicator' ? 1 : -1;
      return { shared: { indicator: neighbour(view.indicators, view.indicator.name, step) } };
    }
    case 'open':
      return view.variant === undefined
        ? {}
        : {
            shared: { chosen: view.variant.scenario },
            open: openSlowest(
              { ...shared, chosen: view.variant.scenario },
              { isLosing: true, group: view.rows[own.row]?.group },
            ),
          };
    default:
      return {};
  }
}

function variantBeside({ variant }: GainersView, { names, base }: Shared, step: 1 | -1): string {
  const variants = names.filter((name) => name !== base);
  return neighbour(variants, variant?.scenario ?? '', step);
}
