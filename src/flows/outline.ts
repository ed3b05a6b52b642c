import type { Label } from '../base/index.ts';
import { and, not, type AnyStateMachine, type AnyStateNode } from 'xstate';
import { actionMeaning } from './action-meaning.ts';
import { isCallable, propertyOf } from './callable.ts';
import type { Flow } from './flow.ts';
import { tagsOf } from './names-of.ts';
import { childrenOf, invokesOf, pathOf } from './states-of.ts';

/** A flow as a reader wants it: lanes, states and transitions in words. Plain data. */
export interface FlowOutline {
  readonly name: string;
  readonly label: Label;
  readonly explanation: Label;
  /** Regions of the machine; a flow without regions is one lane named as the flow. */
  readonly lanes: readonly OutlineLane[];
}

/** A region of the machine. */
export interface OutlineLane {
  readonly name: string;
  readonly states: readonly OutlineState[];
}

/** A state, with those inside it. */
export interface OutlineState {
  readonly name: string;
  /** Dotted path without the machine's name: `declaration.undeclared.preparing`. */
  readonly path: string;
  /** The state's own words, or its name in both languages. */
  readonly label: Label;
  /** Citation; empty where no law speaks. */
  readonly law: string;
  /** Stage of the time in port; empty if the state does not say. */
  readonly stage: string;
  /** Milestones reached by entering. */
  readonly milestones: readonly string[];
  /** Where the state around it begins. */
  readonly isInitial: boolean;
  readonly isFinal: boolean;
  readonly transitions: readonly OutlineTransition[];
  readonly states: readonly OutlineState[];
}

/** A way out of a state, or something that happens in it. */
export interface OutlineTransition {
  readonly waitsFor: WaitsFor;
  /** The question that must be answered with yes, in names; empty if there is none. */
  readonly guard: string;
  /** Path of the state it leads to; none: the state is not left. */
  readonly target: string | undefined;
  /** What it does: `reach inspectionEnded`, `charge storage`, `set pickupPermit true`. */
  readonly actions: readonly string[];
}

/** What a transition waits for: nothing but its guard, a delay or deadline, an activity, an event from outside, the end of the states inside. */
export type WaitsFor =
  | { readonly kind: 'nothing' | 'inside' }
  | { readonly kind: 'delay' | 'activity' | 'event'; readonly name: string };

/** All states of lanes, those inside others after them. */
export function statesOfLanes(lanes: readonly OutlineLane[]): readonly OutlineState[] {
  const within = (state: OutlineState): readonly OutlineState[] => [state, ...state.states.flatMap(within)];
  return lanes.flatMap(({ states }) => states.flatMap(within));
}

/** The outline of a flow, for showing a machine without knowing XState. */
export function outlineOf(flow: Flow): FlowOutline {
  const { machine, name, label, explanation } = flow;
  const { root } = machine;
  const lanes =
    root.type === 'parallel'
      ? childrenOf(root).map((lane) => ({ name: lane.key, states: statesIn(lane, machine) }))
      : [{ name, states: statesIn(root, machine) }];
  return { name, label, explanation, lanes };
}

function statesIn(parent: AnyStateNode, machine: AnyStateMachine): OutlineState[] {
  const [initial] = parent.initial.target ?? [];
  return childrenOf(parent).map((state): OutlineState => {
    const meta: unknown = state.config.meta;
    return {
      name: state.key,
      path: pathOf(state),
      label: { en: text(meta, 'en') || state.key, zh: text(meta, 'zh') || state.key },
      law: text(meta, 'law'),
      stage: text(meta, 'stage'),
      milestones: tagsOf(state),
      isInitial: parent.type === 'parallel' || state === initial,
      isFinal: state.type === 'final',
      transitions: outlineTransitions(state, machine).map(({ told }) => told),
      states: statesIn(state, machine),
    };
  });
}

/** The transitions of one state, each with XState's name of the event that it waits for; those that wait for nothing first. */
export function outlineTransitions(
  state: AnyStateNode,
  machine: AnyStateMachine,
): readonly { readonly event: string; readonly told: OutlineTransition; readonly actions: readonly unknown[] }[] {
  const activities = new Map(invokesOf(state).map(({ activity, id }) => [`xstate.done.actor.${id}`, activity]));
  return [state.always ?? [], ...state.transitions.values()].flat().map((transition) => ({
    event: String(transition.eventType),
    actions: transition.actions,
    told: {
      waitsFor: waitsFor(String(transition.eventType), state, activities),
      guard: transition.guard === undefined ? '' : guardText(transition.guard, machine),
      target: transition.target?.map(pathOf).join(', '),
      actions: transition.actions.flatMap((action) => actionTexts(action, machine)),
    },
  }));
}

function waitsFor(event: string, state: AnyStateNode, activities: ReadonlyMap<string, string>): WaitsFor {
  if (event === '') return { kind: 'nothing' };
  const activity = activities.get(event);
  if (activity !== undefined) return { kind: 'activity', name: activity };
  if (event.startsWith('xstate.after.'))
    return { kind: 'delay', name: event.slice('xstate.after.'.length, -state.id.length - 1) };
  if (event.startsWith('xstate.done.state.')) return { kind: 'inside' };
  return { kind: 'event', name: event };
}

/** A guard in names: `advanceDeclaration or not in goods.atSea`. */
function guardText(guard: unknown, machine: AnyStateMachine): string {
  if (isCallable(guard)) {
    const state = propertyOf(guard, 'stateValue');
    if (state !== undefined) return `in ${statePath(state)}`;
    const parts = propertyOf(guard, 'guards');
    if (!Array.isArray(parts)) return 'a function';
    const texts = parts.map((part) => guardText(part, machine));
    // Not by their names: those do not outlive a bundler.
    const check = propertyOf(guard, 'check');
    if (check === propertyOf(not(''), 'check')) return `not ${bracketed(texts[0] ?? '')}`;
    return check === propertyOf(and([]), 'check')
      ? texts.map((each) => bracketed(each, ' or ')).join(' and ')
      : texts.map((each) => bracketed(each, ' and ')).join(' or ');
  }
  const name = typeof guard === 'string' ? guard : text(guard, 'type');
  const implementation = propertyOf(machine.implementations.guards, name);
  return propertyOf(implementation, 'check') === undefined ? name : guardText(implementation, machine);
}

function bracketed(words: string, ...joints: readonly string[]): string {
  const isLong = (joints.length === 0 ? [' and ', ' or '] : joints).some((joint) => words.includes(joint));
  return isLong ? `(${words})` : words;
}

/** `{declaration: {completing: 'lodged'}}` as `declaration.completing.lodged`. */
function statePath(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]: [string, unknown]) => `${key}.${statePath(inner)}`)
    .join(' and ');
}

function actionTexts(action: unknown, machine: AnyStateMachine): string[] {
  const meaning = actionMeaning(action, machine);
  switch (meaning.kind) {
    case 'assign':
      return meaning.writes.map(
        (write) => `set ${write.attribute} ${'from' in write ? write.from : String(write.value)}`,
      );
    case 'charge':
      return [`charge ${meaning.fee}`];
    case 'reach':
      return [`reach ${meaning.milestone}`];
    case 'raise':
      return [`raise ${meaning.event}`];
    default:
      return [];
  }
}

function text(from: unknown, key: string): string {
  const value = propertyOf(from, key);
  return typeof value === 'string' ? value : '';
}
