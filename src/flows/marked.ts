import { createMachine, type AnyStateMachine } from 'xstate';
import { reach } from './dialect.ts';
import { listOf } from './plain.ts';
import { rewrite } from './rewrite.ts';
import { pathOf, statesOf } from './states-of.ts';
import { transitionsOf, type Transition } from './transitions.ts';

/** A machine that tells more than its own milestones, and what each that was added stands for. */
export interface Marked {
  readonly machine: AnyStateMachine;
  /** By milestone: the state that was entered; states that are passed within a step are told too. */
  readonly states: ReadonlyMap<string, string>;
  /** By milestone: the transition that was taken. */
  readonly transitions: ReadonlyMap<string, Transition>;
}

/** The machine with a milestone for every state that is entered and every transition that is taken; else it does what it did. */
export function marked(machine: AnyStateMachine): Marked {
  const transitions = transitionsOf(machine);
  const states = statesOf(machine)
    .filter(({ type, parent }) => type !== 'history' && parent !== undefined)
    .map(pathOf);
  const taken = (at: number): string => `taken:${at}`;
  const entered = (at: number): string => `entered:${at}`;
  const config = rewrite(machine, {
    transitions: (list, event, state) =>
      list.map((each, index) => {
        const at = transitions.findIndex(
          (other) => other.state === pathOf(state) && other.event === event && other.index === index,
        );
        return { ...each, actions: [reach(taken(at)), ...listOf(each['actions'])] };
      }),
    state: (of, state) => {
      const at = states.indexOf(pathOf(state));
      return at < 0 ? of : { ...of, entry: [reach(entered(at)), ...listOf(of['entry'])] };
    },
  });
  return {
    machine: createMachine(config, machine.implementations),
    states: new Map(states.map((state, at) => [entered(at), state])),
    transitions: new Map(transitions.map((transition, at) => [taken(at), transition])),
  };
}
