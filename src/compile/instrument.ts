import { present } from '../base/index.ts';
import { actionMeaning, isMapping, listOf, pathOf, propertyOf, rewrite, tagsOf } from '../flows/index.ts';
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

  const reached = (state: AnyStateNode): readonly unknown[] =>
    tagsOf(state).map((tag) => () => witness.note(symbols.reach(tag), pathOf(state)));

  const rewritten = rewrite(machine, {
    transitions: (list, _, state) =>
      list.map((each) => ({ ...each, actions: toldAll(each['actions'], pathOf(state), true) })),
    state: (of, state) => {
      const path = pathOf(state);
      const { initial, invoke } = of;
      return {
        ...of,
        initial: isMapping(initial) ? { ...initial, actions: toldAll(initial['actions'], path, false) } : initial,
        entry: [...reached(state), ...toldAll(of['entry'], path, false)],
        exit: toldAll(of['exit'], path, false),
        invoke: listOf(invoke).map((each, index) => ({
          src: 'clearsim.activity',
          id: present(state.invoke[index], 'an invoke').id,
          onDone: propertyOf(each, 'onDone'),
        })),
      };
    },
  });
  const config: AnyStateMachine['config'] = {
    ...rewritten,
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
