import { walk } from '../src/compile/walk.ts';
import { wrong, verbatim } from '../src/base/index.ts';
import { parseScenario } from '../src/scenario/index.ts';
import { prepare, type Model } from '../src/simulation/index.ts';

/** A synthetic machine: its lanes, states of each, and chances in each. */
export interface Grid {
  readonly lanes: number;
  readonly states: number;
  readonly chances: number;
}

/**
 * A machine of lanes that each go through so many states: chances are asked in the first of them and again, in reverse, in the last, so that
 * what they have come out as must be known in between.
 */
export function gridModel(grid: Grid): Model {
  const parsed = parseScenario({ file: 'grid.yaml', text: JSON.stringify(scenarioOf(grid)) }, () =>
    wrong(verbatim('no files')),
  );
  if (!parsed.ok) throw new Error(parsed.wrong.map(({ message }) => message.en).join('\n'));
  const { base } = parsed.value;
  // More configurations than a flow may have.
  const { table } = walk(base.flow.machine, 'grid', { configurationsMax: Number.POSITIVE_INFINITY, pathsMax: 512 });
  const model = prepare(base, { find: () => table, put: () => undefined });
  if (!model.ok) throw new Error(model.wrong.map(({ message }) => message.en).join('\n'));
  return model.value;
}

function scenarioOf({ lanes, states, chances }: Grid): unknown {
  const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
  const stateOf = (lane: number, state: number): unknown => {
    if (state === states - 1) return { type: 'final', tags: [`done${lane}`] };
    const asked = Math.min(state, states - 2 - state);
    const target = `s${state + 1}`;
    const lucky = { guard: `chance${lane}${asked}`, target, actions: { reach: `lucky${lane}` } };
    return { after: { [`delay${lane}`]: asked < chances ? [lucky, { target }] : target } };
  };
  return {
    name: 'grid',
    flow: {
      type: 'parallel',
      states: Object.fromEntries(
        numbers(lanes).map((lane) => [
          `lane${lane}`,
          {
            initial: 's0',
            states: Object.fromEntries(numbers(states).map((state) => [`s${state}`, stateOf(lane, state)])),
          },
        ]),
      ),
    },
    arrivals: { consignments: { every: '1 h' } },
    chances: Object.fromEntries(
      numbers(lanes).flatMap((lane) => numbers(chances).map((chance) => [`chance${lane}${chance}`, '50 %'])),
    ),
    delays: Object.fromEntries(numbers(lanes).map((lane) => [`delay${lane}`, '1 h'])),
    run: { horizon: '1 week', warmUp: '0 h', seed: 'grid', replications: 1 },
  };
}
