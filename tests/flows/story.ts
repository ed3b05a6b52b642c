import {
  getInitialMicrosteps,
  getMicrosteps,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
} from 'xstate';
import { assert, present } from '../../src/base/index.ts';
import { propertyOf } from '../../src/flows/index.ts';

/**
 * One consignment led through a machine by hand: XState decides each step, the story says what happens next, in the words
 * of the scenario (a delay that is over, an activity that is done, an event from outside).
 */
export class Story {
  /** Milestones in the order they were reached. */
  readonly milestones: string[] = [];
  readonly #machine: AnyStateMachine;
  readonly #faults: number;
  #checks = 0;
  #now: AnyMachineSnapshot;

  /** `holds`: named guards that are answered with yes; `faults`: how many checks find a fault, before one finds none. */
  constructor(machine: AnyStateMachine, setting: { holds?: readonly string[]; faults?: number } = {}) {
    const holds = setting.holds ?? [];
    this.#faults = setting.faults ?? 0;
    this.#machine = machine.provide({
      guards: {
        ...Object.fromEntries(holds.map((name) => [name, () => true])),
        faultFound: () => this.#checks <= this.#faults,
      },
    });
    this.#now = this.#take([], getInitialMicrosteps(this.#machine));
  }

  /** Lets things happen one after another; each must be awaited by an active state. */
  goesOn(...happenings: readonly string[]): this {
    for (const happening of happenings) {
      if (happening === 'electronicCheck') this.#checks += 1;
      const type = present(this.#awaited().get(happening), `somebody waits for ${happening} in ${this.state}`);
      this.#now = this.#take(this.#now._nodes, getMicrosteps(this.#machine, this.#now, { type }));
    }
    return this;
  }

  /** What can happen next. */
  get awaits(): readonly string[] {
    return [...this.#awaited().keys()].toSorted();
  }

  /** The states of the lanes: `{"goods":"atSea", ...}`. */
  get state(): string {
    return JSON.stringify(this.#now.value);
  }

  get isOver(): boolean {
    return this.#now.status === 'done';
  }

  #awaited(): Map<string, string> {
    const awaited = new Map<string, string>();
    for (const state of this.#now._nodes) {
      const activities = new Map(
        state.invoke.map(({ id, src }) => [`xstate.done.actor.${id}`, typeof src === 'string' ? src : id]),
      );
      for (const type of state.transitions.keys()) {
        const delay = type.startsWith('xstate.after.')
          ? type.slice('xstate.after.'.length, -state.id.length - 1)
          : undefined;
        awaited.set(activities.get(type) ?? delay ?? type, type);
      }
    }
    return awaited;
  }

  #take(
    before: readonly AnyStateNode[],
    microsteps: readonly (readonly [AnyMachineSnapshot, readonly unknown[]])[],
  ): AnyMachineSnapshot {
    let active: ReadonlySet<AnyStateNode> = new Set(before);
    for (const [snapshot, actions] of microsteps) {
      assert(snapshot.status !== 'error', String(snapshot.error));
      for (const action of actions) {
        const milestone = propertyOf(propertyOf(action, 'params'), 'milestone');
        if (typeof milestone === 'string') this.milestones.push(milestone);
      }
      for (const state of snapshot._nodes) if (!active.has(state)) this.milestones.push(...state.tags);
      active = new Set(snapshot._nodes);
    }
    return present(microsteps.at(-1), 'a step')[0];
  }
}
