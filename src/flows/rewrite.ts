import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { present } from '../base/index.ts';
import { isMapping, listOf, type Mapping } from './plain.ts';
import { childrenOf } from './states-of.ts';

/** What becomes of the parts of a machine. */
export interface Rewriting {
  /** The transitions of a state that wait for the same event (XState's name of it; empty for `always`); an empty list: it waits no longer. */
  readonly transitions: (list: readonly Mapping[], event: string, state: AnyStateNode) => readonly Mapping[];
  /** The configuration of a state, its transitions and the states inside rewritten. */
  readonly state?: (config: Mapping, state: AnyStateNode) => Mapping;
}

/** The configuration of a machine with its parts rewritten; transitions that are only a target become `{target}`. */
export function rewrite(machine: AnyStateMachine, { transitions, state: finish }: Rewriting): Mapping {
  const list = (value: unknown, event: string, state: AnyStateNode): unknown => {
    const before = listOf(value).map((each): Mapping => (isMapping(each) ? each : { target: each }));
    const after = before.length === 0 ? [] : transitions(before, event, state);
    return after.length === 0 ? undefined : after;
  };
  const byName = (value: unknown, eventOf: (name: string) => string, state: AnyStateNode): unknown =>
    isMapping(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([name, each]) => [name, list(each, eventOf(name), state)] as const)
            .filter(([, after]) => after !== undefined),
        )
      : value;
  const rewritten = (state: AnyStateNode): Mapping => {
    const config: Mapping = isMapping(state.config) ? state.config : {};
    const invoke = listOf(config['invoke']).map((each, index) => {
      const { id } = present(state.invoke[index], 'an invoke');
      return isMapping(each) ? { ...each, onDone: list(each['onDone'], `xstate.done.actor.${id}`, state) } : each;
    });
    const children = childrenOf(state);
    const after: Mapping = {
      ...config,
      on: byName(config['on'], (name) => name, state),
      after: byName(config['after'], (name) => `xstate.after.${name}.${state.id}`, state),
      always: list(config['always'], '', state),
      onDone: list(config['onDone'], `xstate.done.state.${state.id}`, state),
      invoke,
      ...(children.length === 0
        ? {}
        : { states: Object.fromEntries(children.map((child) => [child.key, rewritten(child)])) }),
    };
    return finish === undefined ? after : finish(after, state);
  };
  return rewritten(machine.root);
}
