import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { present } from '../base/index.ts';
import { actionMeaning } from './action-meaning.ts';
import { tagsOf } from './names-of.ts';
import { listOf } from './plain.ts';
import { childrenOf, invokesOf, pathOf, statesOf } from './states-of.ts';
import { transitionsOf, type Transition } from './transitions.ts';

/** What may happen where a machine is in a state or takes a transition, by name. */
export interface Effects {
  /** Dotted paths of states that are entered and left. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
  readonly milestones: readonly string[];
  readonly fees: readonly string[];
  /** Activities that begin and end. */
  readonly begun: readonly string[];
  readonly ended: readonly string[];
  /** Delays and deadlines that fall due. */
  readonly due: readonly string[];
}

/** A state or transition of a machine with its effects. */
export interface Effective {
  /** Dotted path of a state, or name of a transition. */
  readonly name: string;
  readonly effects: Effects;
}

/** Every state of a machine but itself: what happens by entering and leaving it and the states inside it, and what is done there. */
export function stateEffects(machine: AnyStateMachine): readonly Effective[] {
  return statesOf(machine)
    .filter(({ type, parent }) => type !== 'history' && parent !== undefined)
    .map((state) => {
      const all = statesIn(state);
      const moved = moving({ entered: all, left: all }, machine);
      return {
        name: pathOf(state),
        effects: { ...moved, ended: all.flatMap(invokesOf).map(({ activity }) => activity), due: [] },
      };
    });
}

/** Every transition of a machine: what it waits for, what it does, and what happens by leaving and entering states by it. */
export function transitionEffects(machine: AnyStateMachine): readonly Effective[] {
  const nodes = new Map(statesOf(machine).map((state) => [pathOf(state), state]));
  return transitionsOf(machine).map((transition) => {
    const { waitsFor } = transition.told;
    const done = doneBy(transition.actions, machine);
    const moved = moving(movesOf(transition, nodes), machine);
    return {
      name: transition.name,
      effects: {
        ...moved,
        milestones: [...done.milestones, ...moved.milestones],
        fees: [...done.fees, ...moved.fees],
        ended: waitsFor.kind === 'activity' ? [waitsFor.name] : [],
        due: waitsFor.kind === 'delay' ? [waitsFor.name] : [],
      },
    };
  });
}

interface Moves {
  readonly entered: readonly AnyStateNode[];
  readonly left: readonly AnyStateNode[];
}

/** States that a transition leads out of, whatever is active inside them, and into, with what begins inside. */
function movesOf({ state, told: { target } }: Transition, nodes: ReadonlyMap<string, AnyStateNode>): Moves {
  if (target === undefined) return { entered: [], left: [] };
  const node = (path: string): AnyStateNode => present(nodes.get(path), path);
  const targets = target.split(', ');
  const before = around(state);
  const after = targets.flatMap(around);
  return {
    left: before.filter((path) => !after.includes(path)).flatMap((path) => statesIn(node(path))),
    entered: [
      ...after.filter((path) => !before.includes(path)).map(node),
      ...targets.flatMap((path) => begunIn(node(path))),
    ],
  };
}

function moving({ entered, left }: Moves, machine: AnyStateMachine): Omit<Effects, 'ended' | 'due'> {
  const done = doneBy(
    [...entered.flatMap(({ config }) => listOf(config.entry)), ...left.flatMap(({ config }) => listOf(config.exit))],
    machine,
  );
  return {
    entered: entered.map(pathOf),
    left: left.map(pathOf),
    milestones: [...entered.flatMap(tagsOf), ...done.milestones],
    fees: done.fees,
    begun: entered.flatMap(invokesOf).map(({ activity }) => activity),
  };
}

/** Milestones and fees of actions. */
function doneBy(actions: readonly unknown[], machine: AnyStateMachine): Pick<Effects, 'milestones' | 'fees'> {
  const meanings = actions.map((action) => actionMeaning(action, machine));
  return {
    milestones: meanings.flatMap((each) => (each.kind === 'reach' ? [each.milestone] : [])),
    fees: meanings.flatMap((each) => (each.kind === 'charge' ? [each.fee] : [])),
  };
}

/** A path and those of the states around it. */
function around(path: string): readonly string[] {
  return path.split('.').map((_, at, keys) => keys.slice(0, at + 1).join('.'));
}

/** A state with all those inside it. */
function statesIn(state: AnyStateNode): readonly AnyStateNode[] {
  return [state, ...childrenOf(state).flatMap(statesIn)];
}

/** States inside a state that begin with it. */
function begunIn(state: AnyStateNode): readonly AnyStateNode[] {
  const begun: readonly AnyStateNode[] = state.type === 'parallel' ? childrenOf(state) : (state.initial?.target ?? []);
  return begun.flatMap((each) => [each, ...begunIn(each)]);
}
