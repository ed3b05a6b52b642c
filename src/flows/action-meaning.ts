import type { AnyStateMachine } from 'xstate';
import { isCallable, propertyOf } from './callable.ts';
import { writesOf, type Write } from './writes-of.ts';

/** What an action of a machine says to the engine. */
export type ActionMeaning =
  | { readonly kind: 'assign'; readonly writes: readonly Write[] }
  | { readonly kind: 'charge'; readonly fee: string }
  | { readonly kind: 'reach'; readonly milestone: string }
  | { readonly kind: 'raise'; readonly event: string }
  /** Not in the dialect; `reason` is a sentence fragment without subject's state. */
  | { readonly kind: 'foreign'; readonly code: string; readonly reason: string };

/** Reads one action as it stands in a machine: an `assign`, a `raise`, or a named action, which the machine's implementations may explain. */
export function actionMeaning(action: unknown, machine: AnyStateMachine): ActionMeaning {
  if (isCallable(action)) return builtIn(action, undefined);
  const name = typeof action === 'string' ? action : propertyOf(action, 'type');
  if (typeof name !== 'string') return foreign('unknown-action', 'an action is neither a name nor one of XState’s');
  const params = propertyOf(action, 'params');
  if (isCallable(params)) return foreign('inline-function', `the parameters of action \`${name}\` are a function`);
  if (name === 'charge' || name === 'reach') return chargeOrReach(name, params);
  const implementation = propertyOf(machine.implementations.actions, name);
  if (!isCallable(implementation))
    return foreign(
      'unknown-action',
      `action \`${name}\` is neither \`charge\` nor \`reach\`, and the machine does not say what it assigns`,
    );
  return builtIn(implementation, params, name);
}

function chargeOrReach(name: 'charge' | 'reach', params: unknown): ActionMeaning {
  const what = propertyOf(params, name === 'charge' ? 'fee' : 'milestone');
  if (typeof what !== 'string')
    return foreign(
      'unknown-action',
      `action \`${name}\` does not say which ${name === 'charge' ? 'fee' : 'milestone'}`,
    );
  return name === 'charge' ? { kind: 'charge', fee: what } : { kind: 'reach', milestone: what };
}

function builtIn(action: unknown, params: unknown, name?: string): ActionMeaning {
  const called = name === undefined ? 'an action' : `action \`${name}\``;
  const type = propertyOf(action, 'resolve') === undefined ? undefined : propertyOf(action, 'type');
  if (type === 'xstate.assign') {
    const writes = writesOf(propertyOf(action, 'assignment'), params);
    return writes.ok
      ? { kind: 'assign', writes: writes.value }
      : foreign(writes.wrong.code, `an assign ${writes.wrong.reason}`);
  }
  if (type === 'xstate.raise') {
    if (propertyOf(action, 'delay') !== undefined)
      return foreign('delayed-raise', 'an event is raised after a delay: say `after` instead');
    const event = propertyOf(propertyOf(action, 'event'), 'type');
    return typeof event === 'string'
      ? { kind: 'raise', event }
      : foreign('inline-function', 'a raised event is computed by a function');
  }
  if (typeof type === 'string')
    return foreign(
      'foreign-action',
      `${called} is \`${type.replace('xstate.', '')}\`, which has no meaning to the engine`,
    );
  return foreign(
    'inline-function',
    `${called} is a function: only constants and attributes can be assigned, fees charged, milestones reached`,
  );
}

function foreign(code: string, reason: string): ActionMeaning {
  return { kind: 'foreign', code, reason };
}
