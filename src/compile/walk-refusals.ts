import { verbatim, type Label } from '../base/index.ts';
import { childrenOf, pathOf, statesOf } from '../flows/index.ts';
import { allOf } from '../notation/index.ts';
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
        reason: {
          en: `${named(state).en} and ${named(other).en} use attribute \`${attribute}\` in the same step, one of them writing: which comes first would hang on the past`,
          zh: `${named(state).zh} 和 ${named(other).zh} 在同一步使用属性 \`${attribute}\`，且其一写入：先后取决于过往`,
        },
      };
    }
    case 'raised-by-two-lanes':
      return {
        code: kind,
        state,
        reason: {
          en: `${named(state).en} and ${named(other).en} raise different events (${what}) in the same step: which comes first would hang on the past`,
          zh: `${named(state).zh} 和 ${named(other).zh} 在同一步引发不同事件（${what}）：先后取决于过往`,
        },
      };
    case 'lanes-collide':
      return {
        code: kind,
        state,
        reason: {
          en: `${named(state).en} and ${named(other).en} can move at the same instant and one of them leaves its lane: which of them is lost would hang on the past`,
          zh: `${named(state).zh} 和 ${named(other).zh} 可在同一瞬间转移，且其一离开其并行分支：哪一个失效取决于过往`,
        },
      };
    case 'idle-always':
      return {
        code: kind,
        state,
        reason: {
          en: `an \`always\` of ${named(state).en} changes no state: it would be taken again at every event`,
          zh: `${named(state).zh} 的一个 \`always\` 不改变状态：每个事件都会再次触发它`,
        },
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
    reason: {
      en: `\`always\` and raised events can go round for ever: ${states.join(' -> ')}`,
      zh: `\`always\` 与引发的事件会循环不止：${states.join(' -> ')}`,
    },
  };
}

/** Too many combinations of answers in one step. */
export function pathLimit(pathsMax: number, value: unknown, guards: readonly string[], trace: Trace): Refusal {
  const asked = new Set(trace.moments.flatMap((moment) => ('guard' in moment ? [moment.guard] : [])));
  const names = guards.filter((guard) => asked.has(guard));
  const leaves = leavesOf(value);
  const from = leaves.length === 0 ? { en: 'the start', zh: '起点' } : allOf(leaves);
  return {
    code: 'too-many-paths',
    state: leaves[0] ?? '',
    reason: {
      en: `one step out of ${from.en} asks so many guards that there are more than ${pathsMax} ways through it: ${names.join(', ')}`,
      zh: `从 ${from.zh} 出发的一步所问条件过多，走法超过 ${pathsMax} 种：${names.join('、')}`,
    },
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
  const by = worst === undefined ? undefined : worst.regions.map(({ name, count }) => `${name} (${count})`).join(' x ');
  return {
    code: 'too-many-configurations',
    state: worst?.state ?? '',
    reason: {
      en: `more than ${configurationsMax} combinations of states can be reached; what multiplies is lanes side by side${by === undefined ? '' : `: ${by}`}`,
      zh: `可达的状态组合超过 ${configurationsMax} 种；并行分支使其成倍增加${by === undefined ? '' : `：${by}`}`,
    },
  };
}

/** What a state is called in a sentence. */
export function named(state: string): Label {
  return state === '' ? { en: 'the machine', zh: '状态机' } : verbatim(state);
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
