import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** Every state of a machine in document order, the machine's root first, history states included. */
export function statesOf(machine: AnyStateMachine): readonly AnyStateNode[] {
  const found: AnyStateNode[] = [];
  const visit = (state: AnyStateNode): void => {
    found.push(state);
    for (const child of childrenOf(state)) visit(child);
  };
  visit(machine.root);
  return found;
}

/** The states directly inside a state, in document order. */
export function childrenOf(state: AnyStateNode): readonly AnyStateNode[] {
  const children: Readonly<Record<string, AnyStateNode>> = state.states;
  return Object.values(children);
}

/**
 * An invoke of a state: which activity, under which id (`0.machine.state` unless it names one). An activity without a name has XState's,
 * `xstate.invoke...`.
 */
export interface Invoked {
  readonly activity: string;
  readonly id: string;
}

/** The invokes of a state, in the order they are written. */
export function invokesOf(state: AnyStateNode): readonly Invoked[] {
  return state.invoke.map(({ src, id }: { src: unknown; id: string }) => ({
    activity: typeof src === 'string' ? src : 'xstate.invoke',
    id,
  }));
}

/** Dotted path of a state, without the machine's name: `declaration.preparing`; empty for the machine itself. */
export function pathOf(state: AnyStateNode): string {
  return state.path.join('.');
}
