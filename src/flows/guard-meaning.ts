import type { AnyStateMachine } from 'xstate';
import { isCallable, propertyOf } from './callable.ts';

/** What a guard of a machine asks, all its parts together. */
export interface GuardMeaning {
  /** Names the scenario must define. */
  readonly names: readonly string[];
  /** What `stateIn` asks for, as written. */
  readonly states: readonly unknown[];
  /** Parts that are not in the dialect. */
  readonly foreign: readonly { readonly code: string; readonly reason: string }[];
}

/** Reads one guard as it stands in a machine: a name, `stateIn`, or `and`, `or`, `not` of such. */
export function guardMeaning(guard: unknown, machine: AnyStateMachine): GuardMeaning {
  const names: string[] = [];
  const states: unknown[] = [];
  const foreign: { code: string; reason: string }[] = [];
  const read = (part: unknown): void => {
    if (part === undefined) return;
    if (isBuiltIn(part)) {
      const parts = propertyOf(part, 'guards');
      if (Array.isArray(parts)) parts.forEach(read);
      else states.push(propertyOf(part, 'stateValue'));
      return;
    }
    if (isCallable(part)) {
      foreign.push({
        code: 'inline-function',
        reason: 'a guard is a function: name it and let the scenario say when it holds',
      });
      return;
    }
    const name = typeof part === 'string' ? part : propertyOf(part, 'type');
    if (typeof name !== 'string') {
      foreign.push({ code: 'unknown-guard', reason: 'a guard is neither a name nor one of XState’s' });
      return;
    }
    const implementation = propertyOf(machine.implementations.guards, name);
    // A name for `stateIn(...)` or `and([...])` is answered by the configuration, not by the scenario.
    if (isBuiltIn(implementation)) {
      read(implementation);
      return;
    }
    if (propertyOf(part, 'params') !== undefined) {
      foreign.push({
        code: 'guard-with-parameters',
        reason: `guard \`${name}\` has parameters: give each case a name of its own`,
      });
    } else if (readsEvent(implementation)) {
      foreign.push({ code: 'reads-event', reason: `guard \`${name}\` reads what an event carries` });
    } else if (!names.includes(name)) names.push(name);
  };
  read(guard);
  return { names, states, foreign };
}

function isBuiltIn(guard: unknown): boolean {
  return isCallable(guard) && propertyOf(guard, 'check') !== undefined;
}

/** Whether a named implementation (of a guard or a delay) looks at the event, found by calling it. */
export function readsEvent(implementation: unknown): boolean {
  if (!isCallable(implementation)) return false;
  let touched = false;
  const get = (): undefined => {
    touched = true;
    return undefined;
  };
  try {
    implementation({ context: {}, event: new Proxy({}, { get }) }, undefined);
  } catch {
    // What it does with an empty context is its own affair: it is never called again.
  }
  return touched;
}
