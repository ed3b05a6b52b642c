import type { AnyStateMachine } from 'xstate';
import type { Label } from '../base/index.ts';
import { isCallable, propertyOf } from './callable.ts';

/** What a guard of a machine asks, all its parts together. */
export interface GuardMeaning {
  /** Names the scenario must define. */
  readonly names: readonly string[];
  /** What `stateIn` asks for, as written. */
  readonly states: readonly unknown[];
  /** Parts that are not in the dialect. */
  readonly foreign: readonly { readonly code: string; readonly reason: Label }[];
}

/** Reads one guard as it stands in a machine: a name, `stateIn`, or `and`, `or`, `not` of such. */
export function guardMeaning(guard: unknown, machine: AnyStateMachine): GuardMeaning {
  const names: string[] = [];
  const states: unknown[] = [];
  const foreign: { code: string; reason: Label }[] = [];
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
        reason: {
          en: 'a guard is a function: name it and let the scenario say when it holds',
          zh: '条件是函数：请给它名称，由方案说明何时成立',
        },
      });
      return;
    }
    const name = typeof part === 'string' ? part : propertyOf(part, 'type');
    if (typeof name !== 'string') {
      foreign.push({
        code: 'unknown-guard',
        reason: { en: 'a guard is neither a name nor one of XState’s', zh: '条件既不是名称，也不是 XState 自带的条件' },
      });
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
        reason: {
          en: `guard \`${name}\` has parameters: give each case a name of its own`,
          zh: `条件 \`${name}\` 带参数：请为每种情形各取名称`,
        },
      });
    } else if (readsEvent(implementation)) {
      foreign.push({
        code: 'reads-event',
        reason: { en: `guard \`${name}\` reads what an event carries`, zh: `条件 \`${name}\` 读取了事件携带的内容` },
      });
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
