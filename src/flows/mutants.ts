import { createMachine, not, type AnyStateMachine, type AnyStateNode, type AnyTransitionDefinition } from 'xstate';
import { assert, present } from '../base/index.ts';
import { isCallable } from './callable.ts';
import type { Mapping } from './plain.ts';
import { rewrite } from './rewrite.ts';
import { childrenOf, pathOf, statesOf } from './states-of.ts';
import { transitionsOf, type Transition } from './transitions.ts';

/** How a machine is changed. */
export type MutantKind =
  /** A transition asks no more. */
  | 'guardDropped'
  /** A transition asks for the contrary. */
  | 'guardNegated'
  | 'transitionDropped'
  /** A transition leads to a state beside the one that it led to. */
  | 'retargeted'
  /** A delay or deadline with several ways out is not waited for. (With one way out: `transitionDropped`.) */
  | 'delayDropped'
  /** Of two neighbouring ways out of the same, the second is asked first. */
  | 'orderSwapped'
  /** Of two neighbouring ways out of the same, each leads to where the other led. */
  | 'targetsSwapped';

/** A machine with one small fault. */
export interface Mutant {
  readonly kind: MutantKind;
  /** What was changed where, in words that survive other changes: `retargeted to goods.leaving: goods.inYard --always--> goods.atInspection`. */
  readonly name: string;
  /** Names of the transitions that were changed. */
  readonly of: readonly string[];
  readonly machine: AnyStateMachine;
  /** Where it differs: in the transitions of a state that wait for the same event (XState's name; empty for `always`). */
  readonly at: { readonly state: string; readonly event: string };
}

/** Every machine that differs from this one by one small fault, transition by transition. */
export function mutantsOf(machine: AnyStateMachine): readonly Mutant[] {
  const transitions = transitionsOf(machine);
  return transitions.flatMap((transition) => {
    const { state, event, index } = transition;
    const beside = transitions.filter((each) => each.state === state && each.event === event);
    return [
      ...changesOf(transition, machine),
      ...(index === 0 && beside.length > 1 && transition.told.waitsFor.kind === 'delay' ? [delayDropped(beside)] : []),
      ...(beside[index + 1] === undefined ? [] : swaps(transition, present(beside[index + 1], 'a neighbour'))),
    ].map(({ change, ...mutant }) => ({
      ...mutant,
      at: { state, event },
      machine: changed(machine, transition, change),
    }));
  });
}

/** A mutant before it is made: what becomes of the transitions of one state that wait for the same event. */
type Planned = Omit<Mutant, 'machine' | 'at'> & { readonly change: (list: readonly Mapping[]) => readonly Mapping[] };

function changesOf(transition: Transition, machine: AnyStateMachine): readonly Planned[] {
  const { index, name } = transition;
  const { guard, target } = definitionOf(transition, machine);
  const of = [name];
  const at =
    (change: (transition: Mapping) => Mapping) =>
    (list: readonly Mapping[]): readonly Mapping[] =>
      list.map((each, place) => (place === index ? change(each) : each));
  return [
    ...(guard === undefined
      ? []
      : ([
          {
            kind: 'guardDropped',
            name: `guard dropped: ${name}`,
            of,
            change: at((each) => ({ ...each, guard: undefined })),
          },
          {
            kind: 'guardNegated',
            name: `guard negated: ${name}`,
            of,
            change: at((each) => ({ ...each, guard: negated(guard) })),
          },
        ] as const)),
    {
      kind: 'transitionDropped',
      name: `dropped: ${name}`,
      of,
      change: (list) => list.filter((_, place) => place !== index),
    },
    ...siblingsOf(target).map((sibling): Planned => ({
      kind: 'retargeted',
      name: `retargeted to ${sibling}: ${name}`,
      of,
      change: at((each) => ({ ...each, target: [`#${machine.id}.${sibling}`] })),
    })),
  ];
}

/** XState's `not` of whatever guard a machine has. */
function negated(guard: unknown): unknown {
  const negate: unknown = not;
  assert(isCallable(negate), '`not` is a function');
  return negate(guard);
}

/** A transition as XState has read it. */
function definitionOf({ state, event, index }: Transition, machine: AnyStateMachine): AnyTransitionDefinition {
  const node = present(
    statesOf(machine).find((each) => pathOf(each) === state),
    state,
  );
  return present((event === '' ? node.always : node.transitions.get(event))?.[index], 'a transition');
}

/** Paths of the states beside a target; none if there is no target or more than one. */
function siblingsOf([target, ...others]: readonly AnyStateNode[] = []): readonly string[] {
  if (target?.parent === undefined || others.length > 0) return [];
  return childrenOf(target.parent)
    .filter((sibling) => sibling !== target)
    .map(pathOf);
}

function delayDropped(beside: readonly Transition[]): Planned {
  const [first] = beside;
  const { state, told } = present(first, 'a transition');
  return {
    kind: 'delayDropped',
    name: `delay dropped: ${state} --${'name' in told.waitsFor ? told.waitsFor.name : ''}-->`,
    of: beside.map(({ name }) => name),
    change: () => [],
  };
}

function swaps(first: Transition, second: Transition): readonly Planned[] {
  const of = [first.name, second.name];
  const { index } = first;
  const names = `${first.name} and ${second.name.slice(second.state.length + 1)}`;
  return [
    {
      kind: 'orderSwapped',
      name: `order swapped: ${names}`,
      of,
      change: (list) =>
        list.map((each, at) => (at === index ? list[index + 1] : at === index + 1 ? list[index] : each) ?? each),
    },
    ...(first.told.target === second.told.target
      ? []
      : [
          {
            kind: 'targetsSwapped' as const,
            name: `targets swapped: ${names}`,
            of,
            change: (list: readonly Mapping[]) =>
              list.map((each, at) => {
                const other = at === index ? list[index + 1] : at === index + 1 ? list[index] : each;
                return { ...each, target: other?.['target'] };
              }),
          },
        ]),
  ];
}

function changed(machine: AnyStateMachine, { state, event }: Transition, change: Planned['change']): AnyStateMachine {
  const config = rewrite(machine, {
    transitions: (list, waited, at) => (waited === event && pathOf(at) === state ? change(list) : list),
  });
  return createMachine(config, machine.implementations);
}
