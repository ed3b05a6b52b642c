import { present } from '../base/index.ts';
import { actionMeaning, isMapping, listOf, pathOf, statesOf, tagsOf, type Mapping } from '../flows/index.ts';
import { assign, createMachine, fromCallback, raise, type AnyStateMachine, type AnyStateNode } from 'xstate';
import type { Symbols, Words } from './symbols.ts';

/** Who is asked and told while XState steps an instrumented machine. */
export interface Witness {
  /** Answers a named guard. */
  ask(guard: string): boolean;
  /** Notes an operation of an action that stands in state `state`. */
  note(words: Words, state: string): void;
  /** Notes that a transition of state `state` raises an event. */
  raises(event: string, state: string): void;
}

/**
 * The same machine with every action and guard replaced by one that tells the witness; a state's tags are reached on entry.
 * States, targets, events, `stateIn`, `and`, `or`, `not`, history and raised events stay XState's.
 * An assign stays an assign: XState asks `always` again only when a snapshot has changed.
 */
export function instrument(machine: AnyStateMachine, symbols: Symbols, witness: Witness): AnyStateMachine {
  const states = new Map(statesOf(machine).map((state) => [pathOf(state), state]));

  const told = (action: unknown, state: string, onTransition: boolean): readonly unknown[] => {
    const meaning = actionMeaning(action, machine);
    const tell =
      (words: Words): unknown =>
      () =>
        witness.note(words, state);
    switch (meaning.kind) {
      case 'charge':
        return [tell(symbols.charge(meaning.fee))];
      case 'reach':
        return [tell(symbols.reach(meaning.milestone))];
      case 'raise':
        // Raised on entry or exit, events come in document order; on transitions, in the order XState keeps its states.
        return [...(onTransition ? [() => witness.raises(meaning.event, state)] : []), raise({ type: meaning.event })];
      case 'assign': {
        const note = (): Record<string, never> => {
          for (const write of meaning.writes) witness.note(symbols.write(write), state);
          return {};
        };
        return [assign(note)];
      }
      case 'foreign':
        return [];
    }
  };

  const toldAll = (actions: unknown, state: string, onTransition: boolean): readonly unknown[] =>
    listOf(actions).flatMap((action) => told(action, state, onTransition));

  const transition = (value: unknown, state: string): unknown =>
    isMapping(value) ? { ...value, actions: toldAll(value['actions'], state, true) } : value;
  const transitions = (value: unknown, state: string): unknown =>
    Array.isArray(value) ? value.map((each) => transition(each, state)) : transition(value, state);
  const byName = (value: unknown, state: string): unknown =>
    isMapping(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, transitions(each, state)]))
      : value;

  const stateConfig = (config: Mapping, path: string): Mapping => {
    const state = present(states.get(path), `state ${path}`);
    const initial = config['initial'];
    return {
      ...config,
      initial: isMapping(initial) ? { ...initial, actions: toldAll(initial['actions'], path, false) } : initial,
      entry: [...reached(state), ...toldAll(config['entry'], path, false)],
      exit: toldAll(config['exit'], path, false),
      on: byName(config['on'], path),
      after: byName(config['after'], path),
      always: transitions(config['always'], path),
      onDone: transitions(config['onDone'], path),
      invoke: listOf(config['invoke']).map((invoke, index) => ({
        src: 'clearsim.activity',
        id: present(state.invoke[index], 'an invoke').id,
        onDone: transitions(isMapping(invoke) ? invoke['onDone'] : undefined, path),
      })),
      states: isMapping(config['states'])
        ? Object.fromEntries(
            Object.entries(config['states']).map(([key, child]) => [
              key,
              stateConfig(isMapping(child) ? child : {}, path === '' ? key : `${path}.${key}`),
            ]),
          )
        : undefined,
    };
  };
  const reached = (state: AnyStateNode): readonly unknown[] =>
    tagsOf(state).map((tag) => () => witness.note(symbols.reach(tag), pathOf(state)));

  const config: AnyStateMachine['config'] = {
    ...stateConfig(isMapping(machine.config) ? machine.config : {}, ''),
    context: {},
    id: machine.id,
    options: { maxIterations: 1000 },
  };
  const { guards } = machine.implementations;
  return createMachine(config, {
    actors: { 'clearsim.activity': fromCallback(() => undefined) },
    delays: Object.fromEntries(symbols.timers.map(({ delay }) => [delay, 1])),
    guards: { ...guards, ...Object.fromEntries(symbols.guards.map((name) => [name, () => witness.ask(name)])) },
  });
}
