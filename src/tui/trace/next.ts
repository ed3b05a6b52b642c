import { walkOfStory } from '../../learn/index.ts';
import type { Command } from '../keys.ts';
import type { Input, Outcome } from '../place.ts';
import { pointed } from '../pointed.ts';
import type { Shared } from '../shared.ts';
import { openStep } from '../step/state.ts';
import type { TraceState } from './state.ts';
import { traceWords } from './words.ts';

/** Whether a command would do something now. */
export function works(command: Command, { history: { story }, chosen }: TraceState): boolean {
  switch (command) {
    case 'down':
    case 'last':
    case 'forward':
      return chosen < story.length - 1;
    case 'up':
    case 'first':
    case 'backward':
      return chosen > 0;
    case 'open':
      return true;
    default:
      return false;
  }
}

/** What follows an input. */
export function next(input: Input, own: TraceState, shared: Shared): Outcome<TraceState> {
  if (input.kind !== 'command') return {};
  if (input.command === 'open') return stepped(own, shared);
  const move = { forward: 'down', backward: 'up' } as const;
  const command = input.command === 'forward' || input.command === 'backward' ? move[input.command] : input.command;
  const chosen = pointed(command, { at: own.chosen, count: own.history.story.length });
  return chosen === undefined ? {} : { own: { ...own, chosen } };
}

/** A consignment that goes this way is stepped, if there is one. */
function stepped({ scenario, history }: TraceState, { modelOf, language }: Shared): Outcome<TraceState> {
  const walk = walkOfStory(modelOf(scenario), history);
  if (walk === undefined) return { note: { isAlarm: true, text: traceWords(language).noWalk } };
  return { open: openStep({ scenario }, walk) };
}
