import { fromCallback, type AnyActorLogic } from 'xstate';

/** An action that reaches a milestone on a transition. */
export interface Reach {
  readonly type: 'reach';
  readonly params: { readonly milestone: string };
}

/** The action that reaches `milestone`. */
export function reach(milestone: string): Reach {
  return { type: 'reach', params: { milestone } };
}

/**
 * An activity for XState tools: it begins and never ends by itself, so that a machine opened in them waits to be told.
 * How long it takes is the scenario's affair.
 */
export const inertActivity: AnyActorLogic = fromCallback(() => undefined);

/** A delay for XState tools, in milliseconds: the longest that a browser's timer can wait, 24.8 days. A longer one would fire at once. */
export const inertDelay = 2_147_483_647;
