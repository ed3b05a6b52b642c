import type { Automaton } from './automaton.ts';

/**
 * How a rule may stand at the end of a case. `open`: something is still owed and the case has not ended, or a time is missing that
 * would tell. `never`: nothing triggered it.
 */
export const standings = ['kept', 'broken', 'open', 'never'] as const;

/** One of them. */
export type Standing = (typeof standings)[number];

/** Cases that are shown for a rule. */
export const examplesMax = 5;

/** How the rule of a machine stands with a case in this state (`mode`); `hasEnded` is false where the case is cut off, and what is owed may still come. */
export function standingOf(
  { isKept, isBroken, triggers }: Automaton,
  { mode, isTriggered }: { readonly mode: number; readonly isTriggered: boolean },
  hasEnded: boolean,
): Standing {
  if (isBroken[mode] === true) return 'broken';
  if (isKept[mode] !== true) return hasEnded ? 'broken' : 'open';
  // What is about the whole of a history is triggered by every history.
  return isTriggered || triggers.includes(0) ? 'kept' : 'never';
}
