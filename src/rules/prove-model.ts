import { assert, drive, present, wrong } from '../base/index.ts';
import type { Flow } from '../flows/index.ts';
import { parseScenario } from '../scenario/index.ts';
import { prepare, type Model } from '../simulation/index.ts';
import { checkNames } from './check-names.ts';
import { addCondition, conditionKey } from './condition.ts';
import { Graph } from './graph.ts';
import { TimedProof } from './prove-timed.ts';
import { prove, type Verdict } from './prove.ts';
import type { Rule } from './rule.ts';
import { whoWent, type GraphStep } from './search.ts';
import { triggersOf } from './symbols.ts';
import type { Mark } from './label.ts';

/** What a proof has found about a flow. */
export interface Proof {
  readonly flow: string;
  /** Ways that a consignment may stand, and steps between them. */
  readonly states: number;
  readonly steps: number;
  /** Whether all of them were looked at. */
  readonly isComplete: boolean;
  /** If not: every history of up to so many steps, entering counted, was looked at, by every rule. */
  readonly depth?: number;
  readonly verdicts: readonly Verdict[];
}

/** States at which a timed exploration is cut. */
const statesMax = 2_000_000;

/**
 * Proves rules of a model: what is pending comes in any order, resources are free whenever they like. Where a history is found, it is
 * looked whether one is possible with the delays of the model. Each rule must name what the model has.
 */
export function proveModel(model: Model, rules: readonly Rule[]): Proof {
  return drive(proving(model, rules));
}

/** The same, rule by rule: after each it yields, so that whoever drives it can leave it. */
export function* proving(model: Model, rules: readonly Rule[]): Generator<void, Proof, void> {
  const unknown = checkNames(rules, model);
  assert(unknown.length === 0, `rules name what the model has: ${unknown.map(({ message }) => message.en).join(', ')}`);
  const graph = new Graph(model);
  const timed = new TimedProof(model, statesMax);
  const marked = new Map<string, { readonly graph: Graph; readonly timed: TimedProof }>();
  for (const { like, conditioned } of conditionsOf(rules, model)) {
    assert(conditioned !== undefined, 'the conditions are right');
    const { model: own, mark } = conditioned;
    const both = { graph: new Graph(own, undefined, mark), timed: new TimedProof(own, statesMax, mark) };
    for (const { id } of like) marked.set(id, both);
    yield;
  }
  const verdicts: Verdict[] = [];
  for (const rule of rules) {
    const by = marked.get(rule.id) ?? { graph, timed };
    const who = (history: readonly GraphStep[]): Pick<Verdict, 'particulars'> => ({
      particulars: whoWent(model, by.graph, history),
    });
    verdicts.push(by.timed.timed(prove(rule, by.graph, who)));
    yield;
  }
  const depth = Math.min(graph.depth, ...verdicts.map((verdict) => verdict.depth ?? Infinity));
  return {
    flow: model.scenario.flow.name,
    states: graph.states,
    steps: graph.steps,
    isComplete: depth === Infinity,
    ...(depth === Infinity ? {} : { depth }),
    verdicts,
  };
}

/**
 * What is found about rules whatever delays last. A name that the model does not have stands for what never
 * happens; a rule whose condition asks for what it does not have is open.
 */
export function verdictsOf(model: Model, rules: readonly Rule[], statesAtMost: number): readonly Verdict[] {
  const graph = new Graph(model, statesAtMost);
  const graphs = new Map<string, Graph | undefined>();
  for (const { like, conditioned } of conditionsOf(rules, model)) {
    const own = conditioned && new Graph(conditioned.model, statesAtMost, conditioned.mark);
    for (const { id } of like) graphs.set(id, own);
  }
  return rules.map((rule) => {
    const own = graphs.has(rule.id) ? graphs.get(rule.id) : graph;
    return own === undefined ? { rule, verdict: 'open', story: undefined } : prove(rule, own);
  });
}

/** Rules that have one condition, and the model that asks it where one of them is triggered; none where it asks for what the model does not have. */
interface Alike {
  readonly like: readonly Rule[];
  readonly conditioned: { readonly model: Model; readonly mark: Mark } | undefined;
}

/** Rules with conditions, by their conditions. */
function conditionsOf(rules: readonly Rule[], model: Model): readonly Alike[] {
  const found = new Map<string, Rule[]>();
  for (const rule of rules) {
    if (rule.when === undefined) continue;
    const key = conditionKey(rule.when);
    found.set(key, [...(found.get(key) ?? []), rule]);
  }
  return [...found.values()].map((like): Alike => {
    const added = addCondition(present(like[0]?.when, 'a condition'), model);
    if (!added.ok) return { like, conditioned: undefined };
    const mark = { guard: added.value.guard, events: new Set(like.flatMap(triggersOf)) };
    return { like, conditioned: { model: added.value.model, mark } };
  });
}

/**
 * A built-in flow with its defaults, but that every measure may be used or not and every chance may come or not: what a proof of the
 * flow itself is about.
 */
export function freeModel(flow: Flow): Model {
  const text = `name: ${flow.name}\nflow: ${flow.name}\nrun: {horizon: 1 week}\n`;
  const parsed = parseScenario({ file: `${flow.name}.yaml`, text }, () =>
    wrong({ en: 'a flow needs no files', zh: '流程不需要文件' }),
  );
  assert(parsed.ok, `the defaults of ${flow.name} make a scenario`);
  const { base } = parsed.value;
  const model = prepare({
    ...base,
    flow,
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
