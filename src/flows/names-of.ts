import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { actionMeaning } from './action-meaning.ts';
import { propertyOf } from './callable.ts';
import type { FlowNames } from './flow.ts';
import { guardMeaning } from './guard-meaning.ts';
import { listOf } from './plain.ts';
import { invokesOf, statesOf } from './states-of.ts';

/** Every name a machine uses, each once, in document order (within a state: as XState lists its transitions). What is not in the dialect is left out. */
export function namesOf(machine: AnyStateMachine): FlowNames {
  const names = {
    guards: new Set<string>(),
    activities: new Set<string>(),
    delays: new Set<string>(),
    attributes: new Set<string>(),
    fees: new Set<string>(),
    milestones: new Set<string>(),
    events: new Set<string>(),
  };
  const raised = new Set<string>();
  for (const state of statesOf(machine)) {
    for (const tag of tagsOf(state)) names.milestones.add(tag);
    for (const { activity } of invokesOf(state)) names.activities.add(activity);
    for (const delay of Object.keys(state.config.after ?? {})) names.delays.add(delay);
    for (const event of Object.keys(state.config.on ?? {})) if (!isWildcard(event)) names.events.add(event);
    for (const guard of guardsIn(state)) for (const name of guardMeaning(guard, machine).names) names.guards.add(name);
    for (const action of actionsIn(state)) {
      const meaning = actionMeaning(action, machine);
      if (meaning.kind === 'charge') names.fees.add(meaning.fee);
      if (meaning.kind === 'reach') names.milestones.add(meaning.milestone);
      if (meaning.kind === 'raise') raised.add(meaning.event);
      if (meaning.kind !== 'assign') continue;
      for (const write of meaning.writes) {
        names.attributes.add(write.attribute);
        if ('from' in write) names.attributes.add(write.from);
      }
    }
  }
  // What the machine says to itself nobody need deliver.
  for (const event of raised) names.events.delete(event);
  return {
    guards: [...names.guards],
    activities: [...names.activities],
    delays: [...names.delays],
    attributes: [...names.attributes],
    fees: [...names.fees],
    milestones: [...names.milestones],
    events: [...names.events],
  };
}

/** Tags of a state itself, in the order they are written. */
export function tagsOf(state: AnyStateNode): readonly string[] {
  return state.tags.map(String);
}

/** Milestones that are reached by entering a final state, each once. */
export function finalMilestones(machine: AnyStateMachine): readonly string[] {
  return [...new Set(statesOf(machine).flatMap((state) => (state.type === 'final' ? tagsOf(state) : [])))];
}

/** Every guard of a state's own transitions, as it stands in the machine. */
export function guardsIn(state: AnyStateNode): readonly unknown[] {
  return transitionsIn(state).map((transition) => propertyOf(transition, 'guard'));
}

/** Every action a state writes down: on entry, on its own transitions, on exit (without the arming of its timers). */
export function actionsIn(state: AnyStateNode): readonly unknown[] {
  return [
    ...listOf(state.config.entry),
    ...listOf(propertyOf(state.config.initial, 'actions')),
    ...transitionsIn(state).flatMap((transition) => listOf(propertyOf(transition, 'actions'))),
    ...listOf(state.config.exit),
  ];
}

/** Whether an event descriptor stands for many events: `*`, `trader.*`. */
export function isWildcard(descriptor: string): boolean {
  return descriptor === '*' || descriptor.endsWith('.*');
}

/** Whether an event descriptor, by name or by wildcard, hears events of this type. */
export function hears(descriptor: string, type: string): boolean {
  return descriptor === type || (isWildcard(descriptor) && type.startsWith(descriptor.slice(0, -1)));
}

function transitionsIn(state: AnyStateNode): readonly unknown[] {
  return [...state.transitions.values(), state.always ?? []].flat();
}
