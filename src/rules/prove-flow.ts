import { assert, wrong } from '../base/index.ts';
import type { Flow } from '../flows/index.ts';
import { parseScenario } from '../scenario/index.ts';
import { prepare, type Model } from '../simulation/index.ts';
import { Graph } from './graph.ts';
import { prove, unknownNames, type Verdict } from './prove.ts';
import type { Rule } from './rule.ts';

/** What a proof has found about a flow. */
export interface Proof {
  readonly flow: string;
  /** Ways that a consignment may stand, and steps between them. */
  readonly states: number;
  readonly steps: number;
  /** Whether all of them were looked at. */
  readonly isComplete: boolean;
  readonly verdicts: readonly Verdict[];
}

/** States at which an exploration is cut. */
const statesMax = 2_000_000;

/**
 * Proves rules of a built-in flow with its defaults, but that every measure may be used or not and every chance may come or not; what
 * is pending comes in any order. Each rule must name what the flow has.
 */
export function proveFlow(flow: Flow, rules: readonly Rule[]): Proof {
  const graph = new Graph(freeModel(flow), statesMax);
  return {
    flow: flow.name,
    states: graph.states,
    steps: graph.steps,
    isComplete: graph.isComplete,
    verdicts: rules.map((rule) => {
      const unknown = unknownNames(rule, graph);
      assert(unknown.length === 0, `rule ${rule.id} names what ${flow.name} has: ${unknown.join(', ')}`);
      return prove(rule, graph);
    }),
  };
}

/** The flow with its defaults, its measures and chances left open. */
function freeModel(flow: Flow): Model {
  const text = `name: ${flow.name}\nflow: ${flow.name}\nrun: {horizon: 1 week}\n`;
  const parsed = parseScenario({ file: `${flow.name}.yaml`, text }, () => wrong('a flow needs no files'));
  assert(parsed.ok, `the defaults of ${flow.name} make a scenario`);
  const { base } = parsed.value;
  const model = prepare({
    ...base,
    measures: Object.fromEntries(Object.keys(flow.measures).map((name) => [name, open])),
    chances: Object.fromEntries(
      Object.entries(base.chances).map(([name, chance]) => [name, { ...chance, share: open }]),
    ),
  });
  assert(model.ok, `${flow.name} can be prepared`);
  return model.value;
}

/** A share that says neither yes nor no. */
const open = { is: 0.5 };
