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

/** Dotted path of a state, without the machine's name: `declaration.preparing`; empty for the machine itself. */
export function pathOf(state: AnyStateNode): string {
  return state.path.join('.');
}
