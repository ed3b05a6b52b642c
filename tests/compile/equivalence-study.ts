import fc from 'fast-check';
import type { AnyStateMachine } from 'xstate';
import { guardsOnAlways, type FlowTable } from '../../src/compile/index.ts';
import { walk, type WalkLimits } from '../../src/compile/walk.ts';
import { compare, type Difference } from './compare.ts';
import { machineOf, plan, type Plan } from './random-machine.ts';

/** What became of many random machines. */
export interface Study {
  readonly machines: number;
  readonly compiled: number;
  readonly withParallel: number;
  readonly withHistory: number;
  readonly configurations: { readonly total: number; readonly most: number };
  readonly words: number;
  readonly steps: number;
  readonly reorderedSteps: number;
  /** Machines by the code of the first reason for which they were refused. */
  readonly refused: Readonly<Record<string, number>>;
  readonly differences: readonly { readonly plan: Plan; readonly difference: Difference }[];
}

/** Small machines keep the study quick; larger ones are refused and counted. */
const limits: WalkLimits = { configurationsMax: 300, pathsMax: 128 };

/** Draws machines until `compiledMin` of them have compiled, and compares each with XState over `histories` random histories. */
export function studyEquivalence(options: {
  seed: number;
  compiledMin: number;
  histories: number;
  steps: number;
}): Study {
  const refused: Record<string, number> = {};
  const differences: { plan: Plan; difference: Difference }[] = [];
  const sum = {
    machines: 0,
    compiled: 0,
    withParallel: 0,
    withHistory: 0,
    total: 0,
    most: 0,
    words: 0,
    steps: 0,
    reordered: 0,
  };
  for (const drawn of draw(options.seed)) {
    sum.machines += 1;
    const outcome = tableOf(drawn);
    if (typeof outcome === 'string') {
      refused[outcome] = (refused[outcome] ?? 0) + 1;
      continue;
    }
    const { table, machine } = outcome;
    sum.compiled += 1;
    sum.total += table.configurations.length;
    sum.most = Math.max(sum.most, table.configurations.length);
    sum.words += table.code.length;
    if (has(drawn, (state) => state.kind === 'parallel')) sum.withParallel += 1;
    if (has(drawn, (state) => state.histories.length > 0)) sum.withHistory += 1;
    const reference = machineOf(drawn, { tagsAsActions: true });
    const steady = new Set(guardsOnAlways(machine, table));
    for (let history = 0; history < options.histories; history += 1) {
      const compared = compare(table, reference, { seed: options.seed + history, steps: options.steps }, steady);
      sum.steps += compared.steps;
      sum.reordered += compared.reordered;
      if (compared.difference !== undefined) {
        differences.push({ plan: drawn, difference: compared.difference });
        break;
      }
    }
    if (sum.compiled >= options.compiledMin) break;
  }
  const { machines, compiled, withParallel, withHistory, words, steps } = sum;
  return {
    machines,
    compiled,
    withParallel,
    withHistory,
    configurations: { total: sum.total, most: sum.most },
    words,
    steps,
    reorderedSteps: sum.reordered,
    refused,
    differences,
  };
}

/** The table of a random machine without the rules about lanes and dead ends, which are the user's protection, not the compiler's need; or why there is none. */
function tableOf(drawn: Plan): { table: FlowTable; machine: AnyStateMachine } | string {
  const machine = machineOf(drawn, { tagsAsActions: false });
  const { table, refusals } = walk(machine, 'random', limits);
  return table === undefined || refusals[0] !== undefined ? (refusals[0]?.code ?? 'none') : { table, machine };
}

function* draw(seed: number): Generator<Plan> {
  for (let batch = 0; ; batch += 1) yield* fc.sample(plan, { seed: seed + batch, numRuns: 100 });
}

function has(state: Plan, test: (state: Plan) => boolean): boolean {
  return test(state) || state.children.some((child) => has(child, test));
}
