import { assert, present } from '../base/index.ts';
import { childrenOf, pathOf, propertyOf } from '../flows/index.ts';
import {
  createActor,
  isMachineSnapshot,
  type AnyActorRef,
  type AnyActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
  type ExecutableActionObject,
  type Snapshot,
  type StateValue as XStateValue,
} from 'xstate';
import { Conflicts, type Conflict } from './conflicts.ts';
import { Op, type StateValue } from './flow-table.ts';
import { instrument } from './instrument.ts';
import type { Symbols, Words } from './symbols.ts';

/** One thing that happened within a step: a guard was answered, or an operation done. */
export type Moment = { readonly guard: string; readonly answer: boolean } | { readonly words: Words };

/** A step of the machine as XState made it. */
export interface Trace {
  readonly moments: readonly Moment[];
  readonly end:
    | { readonly kind: 'settled'; readonly snapshot: AnyMachineSnapshot }
    /** No transition took the event. */
    | { readonly kind: 'dropped' }
    /** More than two hundred microsteps; the state values of the last ones. */
    | { readonly kind: 'endless'; readonly values: readonly XStateValue[] };
  readonly conflicts: readonly Conflict[];
  /** Paths of the states that were active before the step and after each microstep of it. */
  readonly active: ReadonlySet<string>;
}

/** A configuration as XState sees it, with nothing of how it was reached but its history states. */
export interface Settled {
  readonly snapshot: AnyMachineSnapshot;
  /** State value, regions in document order. */
  readonly value: StateValue;
  /** Ids of the states that each history state remembers. */
  readonly history: Readonly<Record<string, readonly string[]>>;
}

/** Answers a guard, after what the step has done so far. */
export type GuardAnswer = (guard: string, moments: readonly Moment[]) => boolean;

const microstepsMax = 200;
const dropped = new Error('no transition took the event');
const endless = new Error('a step has no end');

/**
 * XState, asked step by step: what does the machine do in this configuration on this event, when its guards answer so?
 * One actor scope serves all steps.
 */
export class Oracle {
  readonly machine: AnyStateMachine;
  readonly #symbols: Symbols;
  readonly #scope: AnyActorScope;
  readonly #activities: ReadonlyMap<string, AnyActorRef>;
  readonly #conflicts: Conflicts;

  // What is known of the step being made.
  #answer: GuardAnswer = () => true;
  #moments: Moment[] = [];
  /** Answers since the last write: until an attribute changes, a guard cannot. */
  readonly #answered: Map<string, boolean> = new Map();
  /** The event being taken, until its own microstep is over; none while the machine is entered. */
  #event: string | undefined;
  /** The timer whose event is being taken: it is armed no longer, so leaving its state disarms nothing. */
  #spent: number | undefined;
  #previous: AnyMachineSnapshot | undefined;
  #values: XStateValue[] = [];
  /** Paths of the states that were active in the step being made: those it begins with, and those after each of its microsteps. */
  #active: Set<string> = new Set();
  /** Whether XState is asked only whether it would do anything at all. */
  #looking = false;

  constructor(machine: AnyStateMachine, symbols: Symbols) {
    this.#symbols = symbols;
    this.machine = instrument(machine, symbols, {
      ask: (guard) => this.#ask(guard),
      note: (words, state) => this.#note(words, state),
      raises: (event, state) => this.#conflicts.raises(event, state),
    });
    this.#conflicts = new Conflicts(this.machine);
    const scope = realScope((snapshot, transitions) => this.#microstep(snapshot, transitions));
    this.#scope = {
      ...scope,
      defer: () => undefined,
      actionExecutor: (action) => this.#execute(action),
    };
    this.#activities = new Map(
      symbols.activities.map(({ id }) => [id, createActor(inert, { id, parent: scope.self })]),
    );
  }

  /** Enters the machine. */
  enter(answer: GuardAnswer): Trace {
    return this.#trace(undefined, answer, () => {
      const snapshot = this.machine.getInitialSnapshot(this.#scope);
      if (snapshot.status === 'active') this.#findIdle(snapshot);
      return snapshot;
    });
  }

  /** Takes an event in a configuration. */
  step(snapshot: AnyMachineSnapshot, event: string, answer: GuardAnswer): Trace {
    this.#previous = snapshot;
    return this.#trace(event, answer, () => this.machine.transition(snapshot, { type: event }, this.#scope));
  }

  /** What is lasting in a snapshot. XState keeps more: the order in which states were entered, which hangs on the past. */
  settle(snapshot: AnyMachineSnapshot): Settled {
    const value = inDocumentOrder(this.machine.root, valueOf(snapshot));
    const remembered = Object.entries(snapshot.historyValue)
      .map(([id, states]) => [id, states.toSorted((a, b) => a.order - b.order)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    const resolved = this.machine.resolveState({ value, historyValue: Object.fromEntries(remembered), context: {} });
    const active = resolved._nodes.toSorted((a, b) => a.order - b.order);
    const children = Object.fromEntries(
      active.flatMap((state) => state.invoke.map(({ id }) => [id, present(this.#activities.get(id), id)])),
    );
    return {
      snapshot: { ...resolved, _nodes: active, children },
      value,
      history: Object.fromEntries(remembered.map(([id, states]) => [id, states.map((state) => state.id)])),
    };
  }

  /** A configuration by its state value and what its history states remember. */
  settled(value: StateValue, history: Settled['history']): Settled {
    const remembered = Object.entries(history).map(
      ([id, states]) => [id, states.map((state) => this.machine.getStateNodeById(state))] as const,
    );
    const historyValue = Object.fromEntries(remembered);
    return this.settle(this.machine.resolveState({ value, historyValue, context: {} }));
  }

  #trace(event: string | undefined, answer: GuardAnswer, run: () => AnyMachineSnapshot): Trace {
    this.#answer = answer;
    this.#moments = [];
    this.#answered.clear();
    this.#event = event;
    this.#spent = event === undefined ? undefined : this.#symbols.timer(event);
    this.#values = [];
    this.#active = new Set(event === undefined ? [] : this.#previous?._nodes.map((state) => state.path.join('.')));
    const end = this.#run(run);
    return { moments: this.#moments, end, conflicts: this.#conflicts.take(), active: this.#active };
  }

  #run(run: () => AnyMachineSnapshot): Trace['end'] {
    try {
      const snapshot = run();
      // XState catches what is thrown while it enters a machine, and nothing else.
      if (snapshot.status === 'error') throw snapshot.error;
      return { kind: 'settled', snapshot };
    } catch (error) {
      if (error === dropped) return { kind: 'dropped' };
      if (error === endless) return { kind: 'endless', values: this.#values };
      throw error;
    }
  }

  #ask(guard: string): boolean {
    const known = this.#answered.get(guard);
    if (known !== undefined) return known;
    const answer = this.#answer(guard, this.#moments);
    this.#answered.set(guard, answer);
    this.#moments.push({ guard, answer });
    return answer;
  }

  #note(words: Words, state: string): void {
    this.#moments.push({ words });
    this.#conflicts.note(words, state);
    if (words[0] === Op.set || words[0] === Op.copy) this.#answered.clear();
  }

  /** Told by XState of every action, in order; XState's own end with what they would do to the world. */
  #execute(action: ExecutableActionObject): void {
    const { type, params } = action;
    if (!type.startsWith('xstate.')) action.exec?.(action.info, params);
    else if (type === 'xstate.raise') this.#arm(propertyOf(propertyOf(params, 'event'), 'type'));
    else if (type === 'xstate.cancel') this.#disarm(propertyOf(params, 'sendId'));
    else if (type === 'xstate.spawnChild')
      this.#moments.push({ words: [Op.begin, this.#activity(propertyOf(params, 'id'))] });
    else if (type === 'xstate.stopChild')
      this.#moments.push({ words: [Op.end, this.#activity(propertyOf(params, 'id'))] });
    else assert(false, `action ${type} was refused`);
  }

  /** A raised event is a timer's when it is one of `after`; others are taken within the step. */
  #arm(type: unknown): void {
    const timer = this.#symbols.timer(String(type));
    if (timer === undefined) return;
    if (timer === this.#spent) this.#spent = undefined;
    this.#moments.push({ words: [Op.arm, timer] });
  }

  #disarm(type: unknown): void {
    const timer = present(this.#symbols.timer(String(type)), `timer ${String(type)}`);
    if (timer === this.#spent) this.#spent = undefined;
    else this.#moments.push({ words: [Op.disarm, timer] });
  }

  #activity(id: unknown): number {
    return present(this.#symbols.activity(String(id)), `activity ${String(id)}`);
  }

  /**
   * Of the first microstep XState tells nobody, so whether an `always` after it changed nothing is found afterwards:
   * it would be taken again at an event that nobody knows, the guards answering as before.
   */
  #findIdle(snapshot: AnyMachineSnapshot): void {
    const { machine } = this;
    const moments = this.#moments;
    this.#moments = [];
    this.#answer = () => false;
    this.#previous = snapshot;
    this.#looking = true;
    try {
      machine.transition(snapshot, { type: 'clearsim.nothing' }, this.#scope);
    } catch (error) {
      if (error !== dropped) throw error;
    } finally {
      this.#looking = false;
      this.#moments = moments;
    }
  }

  /** Told by XState after each microstep, save the one that enters the machine. */
  #microstep(snapshot: AnyMachineSnapshot, transitions: readonly Transition[]): void {
    if (this.#looking) {
      if (transitions.length === 0) return;
      if (transitions[0]?.eventType === '') this.#conflicts.idle(transitions.map(({ source }) => pathOf(source)));
      throw dropped;
    }
    // XState would go on to ask every `always` again, though nothing has changed since they were last refused.
    if (this.#event !== undefined && transitions.length === 0) throw dropped;
    this.#event = undefined;
    for (const state of snapshot._nodes) this.#active.add(state.path.join('.'));
    this.#conflicts.takes(transitions);
    this.#conflicts.endMicrostep();
    if (transitions[0]?.eventType === '' && snapshot === this.#previous)
      this.#conflicts.idle(transitions.map(({ source }) => pathOf(source)));
    this.#previous = snapshot;
    this.#values.push(valueOf(snapshot));
    if (this.#values.length >= microstepsMax) throw endless;
  }
}

type Transition = Pick<AnyTransitionDefinition, 'eventType' | 'source' | 'target'>;

/** The scope of a real actor, as XState hands it to its logic; `microstep` hears of every microstep made in it. */
function realScope(
  microstep: (snapshot: AnyMachineSnapshot, transitions: readonly Transition[]) => void,
): AnyActorScope {
  let scope: AnyActorScope | undefined;
  createActor(
    {
      ...inert,
      getInitialSnapshot: (given: AnyActorScope) => {
        scope = given;
        return inert.getInitialSnapshot();
      },
    },
    {
      inspect: (event) => {
        if (event.type === '@xstate.microstep' && isMachineSnapshot(event.snapshot))
          microstep(event.snapshot, event._transitions);
      },
    },
  );
  return present(scope, 'the scope of an actor');
}

/** An actor that does nothing. */
const inert = {
  transition: (snapshot: InertSnapshot): InertSnapshot => snapshot,
  getInitialSnapshot: (): InertSnapshot => ({ status: 'active', output: undefined, error: undefined }),
  getPersistedSnapshot: (snapshot: InertSnapshot): InertSnapshot => snapshot,
};

type InertSnapshot = Snapshot<undefined> & { readonly status: 'active' };

/** A snapshot's state value, which XState types as anything. */
function valueOf(snapshot: { readonly value: XStateValue }): XStateValue {
  return snapshot.value;
}

/** A state value with its regions in document order. */
function inDocumentOrder(state: AnyStateNode, value: XStateValue): StateValue {
  if (typeof value === 'string') return value;
  return Object.fromEntries(
    childrenOf(state).flatMap((child) => {
      const inner = value[child.key];
      return inner === undefined ? [] : [[child.key, inDocumentOrder(child, inner)]];
    }),
  );
}
