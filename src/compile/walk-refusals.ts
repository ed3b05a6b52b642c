import { childrenOf, pathOf, statesOf } from '../flows/index.ts';
import type { AnyStateMachine, StateValue } from 'xstate';
import type { Conflict } from './conflicts.ts';
import type { Refusal } from './flow-table.ts';
import type { Trace } from './oracle.ts';
import type { Symbols } from './symbols.ts';
import { leavesOf } from './leaves-of.ts';

/** Two lanes meet in one microstep, or an `always` leads nowhere. */
export function laneConflict({ kind, what, states }: Conflict, symbols: Symbols): Refusal {
  const [state = '', other = ''] = states;
  switch (kind) {
    case 'written-by-two-lanes': {
      const attribute = symbols.attributes[Number(what)] ?? what;
      return {
        code: kind,
        state,
        reason: `${named(state)} and ${named(other)} use attribute \`${attribute}\` in the same step, one of them writing: which comes first would hang on the past`,
      };
    }
    case 'raised-by-two-lanes':
      return {
        code: kind,
        state,
        reason: `${named(state)} and ${named(other)} raise different events (${what}) in the same step: which comes first would hang on the past`,
      };
    case 'lanes-collide':
      return {
        code: kind,
        state,
        reason: `${named(state)} and ${named(other)} can move at the same instant and one of them leaves its lane: which of them is lost would hang on the past`,
      };
    case 'idle-always':
      return {
        code: kind,
        state,
        reason: `an \`always\` of ${named(state)} changes no state: it would be taken again at every event`,
      };
  }
}

/** A step that never ends; the states of its circle are those of the last microsteps. */
export function endlessStep(values: readonly StateValue[]): Refusal {
  const texts = values.map((value) => JSON.stringify(value));
  const last = texts.length - 1;
  const before = texts.lastIndexOf(texts[last] ?? '', last - 1);
  const circle = values.slice(before < 0 ? 0 : before + 1);
  const leaves = circle.map((value) => leavesOf(value));
  // A state that never changes within the circle has no part in it.
  const moving = [...new Set(leaves.flat())].filter((leaf) => leaves.some((some) => !some.includes(leaf)));
  const states = moving.length > 0 ? moving : (leaves[0] ?? []);
  return {
    code: 'endless-step',
    state: states[0] ?? '',
    reason: `\`always\` and raised events can go round for ever: ${states.join(' -> ')}`,
  };
}

/** Too many combinations of answers in one step. */
export function pathLimit(pathsMax: number, value: unknown, guards: readonly string[], trace: Trace): Refusal {
  const asked = new Set(trace.moments.flatMap((moment) => ('guard' in moment ? [moment.guard] : [])));
  const names = guards.filter((guard) => asked.has(guard));
  const state = leavesOf(value).join(' and ');
  return {
    code: 'too-many-paths',
    state,
    reason: `one step out of ${state === '' ? 'the start' : state} asks so many guards that there are more than ${pathsMax} ways through it: ${names.join(', ')}`,
  };
}

/** Too many configurations; the parallel state whose lanes multiply most is named. */
export function configurationLimit(
  configurationsMax: number,
  machine: AnyStateMachine,
  values: readonly unknown[],
): Refusal {
  const lanes = statesOf(machine)
    .filter((state) => state.type === 'parallel')
    .map((state) => ({
      state: pathOf(state),
      regions: childrenOf(state).map((region) => ({
        name: region.key,
        count: new Set(values.map((value) => JSON.stringify(at(value, region.path)))).size,
      })),
    }))
    .toSorted((a, b) => product(b.regions) - product(a.regions));
  const [worst] = lanes;
  const by = worst === undefined ? '' : `: ${worst.regions.map(({ name, count }) => `${name} (${count})`).join(' x ')}`;
  return {
    code: 'too-many-configurations',
    state: worst?.state ?? '',
    reason: `more than ${configurationsMax} combinations of states can be reached; what multiplies is lanes side by side${by}`,
  };
}

function named(state: string): string {
  return state === '' ? 'the machine' : state;
}

function product(regions: readonly { readonly count: number }[]): number {
  return regions.reduce((whole, { count }) => whole * count, 1);
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (inner: unknown, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}
