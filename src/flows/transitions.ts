import type { AnyStateMachine } from 'xstate';
import { outlineTransitions, type OutlineTransition } from './outline.ts';
import { pathOf, statesOf } from './states-of.ts';

/** A transition of a machine, by where it stands. */
export interface Transition {
  /** Dotted path of the state that has it; empty: the machine. */
  readonly state: string;
  /** XState's name of the event that it waits for; empty for `always`. */
  readonly event: string;
  /** Its place among those of its state that wait for the same event: the first whose guard holds is taken. */
  readonly index: number;
  readonly told: OutlineTransition;
  /** As they stand in the machine. */
  readonly actions: readonly unknown[];
  /** `declaration.lodged --electronicCheck--> declaration.accepted`, with ` (2)` behind it where another of the same list is called so. */
  readonly name: string;
}

/** Every transition of a machine, state by state in document order. */
export function transitionsOf(machine: AnyStateMachine): readonly Transition[] {
  const transitions = statesOf(machine).flatMap((node) => {
    const state = pathOf(node);
    const counts = new Map<string, number>();
    return outlineTransitions(node, machine).map(({ event, told, actions }) => {
      const index = counts.get(event) ?? 0;
      counts.set(event, index + 1);
      return { state, event, index, told, actions, name: `${state} --${waitingText(told)}--> ${told.target ?? state}` };
    });
  });
  const shared = new Set(transitions.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) < at));
  return transitions.map((each) =>
    shared.has(each.name) ? { ...each, name: `${each.name} (${each.index + 1})` } : each,
  );
}

function waitingText({ waitsFor }: OutlineTransition): string {
  if ('name' in waitsFor) return waitsFor.name;
  return waitsFor.kind === 'inside' ? 'done inside' : 'always';
}
