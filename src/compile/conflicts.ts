import { childrenOf, pathOf, statesOf } from '../flows/index.ts';
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import { Op } from './flow-table.ts';
import type { Words } from './symbols.ts';

/** Something in a microstep whose outcome would hang on the order in which states were once entered. */
export interface Conflict {
  readonly kind: 'written-by-two-lanes' | 'raised-by-two-lanes' | 'lanes-collide' | 'idle-always';
  /** Index of the attribute, or the events; empty for the other kinds. */
  readonly what: string;
  /** Dotted paths. */
  readonly states: readonly string[];
}

/** Watches over the microsteps of a step. */
export class Conflicts {
  readonly #machine: AnyStateMachine;
  #uses: { readonly attribute: number; readonly writes: boolean; readonly state: string }[] = [];
  #raised: { readonly event: string; readonly state: string }[] = [];
  #found: Conflict[] = [];

  constructor(machine: AnyStateMachine) {
    this.#machine = machine;
  }

  note(words: Words, state: string): void {
    const [operation, attribute = -1, from = -1] = words;
    if (operation !== Op.set && operation !== Op.copy) return;
    this.#uses.push({ attribute, writes: true, state });
    if (operation === Op.copy) this.#uses.push({ attribute: from, writes: false, state });
  }

  raises(event: string, state: string): void {
    this.#raised.push({ event, state });
  }

  /** These transitions were found for one event; where one leaves its lane, another lane's is lost, and which is lost hangs on the past. */
  takes(transitions: readonly LaneTransition[]): void {
    for (const [a, b] of pairs(transitions)) {
      if (collide(a, b))
        this.#found.push({ kind: 'lanes-collide', what: '', states: [pathOf(a.source), pathOf(b.source)] });
    }
  }

  /** An `always` of these states was taken and changed nothing. */
  idle(states: readonly string[]): void {
    this.#found.push({ kind: 'idle-always', what: '', states });
  }

  endMicrostep(): void {
    for (const [a, b] of pairs(this.#uses)) {
      if (
        a.attribute === b.attribute &&
        (a.writes || b.writes) &&
        areInTwoLanes(this.#machine.root, a.state, b.state)
      ) {
        this.#found.push({ kind: 'written-by-two-lanes', what: String(a.attribute), states: [a.state, b.state] });
      }
    }
    for (const [a, b] of pairs(this.#raised)) {
      if (a.event !== b.event && areInTwoLanes(this.#machine.root, a.state, b.state)) {
        this.#found.push({ kind: 'raised-by-two-lanes', what: `${a.event}, ${b.event}`, states: [a.state, b.state] });
      }
    }
    this.#uses = [];
    this.#raised = [];
  }

  /** What was found since it was last asked. */
  take(): readonly Conflict[] {
    this.endMicrostep();
    const found = this.#found;
    this.#found = [];
    return found;
  }
}

/** What matters here of a transition. */
export type LaneTransition = Pick<AnyTransitionDefinition, 'source' | 'target'>;

/**
 * Pairs of `always` of different lanes of which one leaves its lane. Should both be possible at one instant, XState takes
 * the one whose states were entered earlier, which no table can know.
 */
export function collidingAlways(machine: AnyStateMachine): readonly Conflict[] {
  const always = statesOf(machine).flatMap((state) => state.always ?? []);
  return pairs(always)
    .filter(([a, b]) => collide(a, b))
    .map(([a, b]) => ({ kind: 'lanes-collide', what: '', states: [pathOf(a.source), pathOf(b.source)] }));
}

/** Whether two transitions belong to different lanes and one of them leaves its own. */
function collide(a: LaneTransition, b: LaneTransition): boolean {
  return leaves(a, laneOf(a.source, b.source)) || leaves(b, laneOf(b.source, a.source));
}

function leaves(transition: LaneTransition, lane: AnyStateNode | undefined): boolean {
  return (
    lane !== undefined && transition.target !== undefined && transition.target.some((target) => !isInside(target, lane))
  );
}

/** The region that holds `state` and not `other`, of the parallel state that parts them; none if no parallel state does. */
function laneOf(state: AnyStateNode, other: AnyStateNode): AnyStateNode | undefined {
  let lane: AnyStateNode | undefined = state;
  while (lane?.parent !== undefined && !isInside(other, lane.parent)) lane = lane.parent;
  return lane?.parent?.type === 'parallel' && !isInside(other, lane) && other !== lane.parent ? lane : undefined;
}

function isInside(state: AnyStateNode, outer: AnyStateNode): boolean {
  return state === outer || (state.parent !== undefined && isInside(state.parent, outer));
}

/** Whether two states (dotted paths) lie in different regions of a parallel state. */
export function areInTwoLanes(root: AnyStateNode, a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  const [first, second] = [a.split('.'), b.split('.')];
  let state: AnyStateNode | undefined = root;
  for (let depth = 0; depth < Math.min(first.length, second.length); depth += 1) {
    if (first[depth] !== second[depth]) return state?.type === 'parallel';
    state = state === undefined ? undefined : childrenOf(state).find((child) => child.key === first[depth]);
  }
  return false;
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b) => [a, b] as const));
}
