import { expect, test } from 'vitest';
import { checkNames } from '../../src/rules/check-names.ts';
import { Graph } from '../../src/rules/graph.ts';
import type { Claim } from '../../src/rules/rule.ts';
import { prove, type Verdict } from '../../src/rules/prove.ts';
import type { ConditionDraft } from '../../src/notation/index.ts';
import { proveModel } from '../../src/rules/prove-model.ts';
import { modelOf } from '../simulation/story.ts';
import { smallPort, smallPortWith, smallRules } from './faults.ts';

/** The small port, with pieces of its text replaced. */
function port(changes: readonly (readonly [string, string])[] = []): Graph {
  return new Graph(modelOf(smallPortWith(changes)), 100_000);
}

function look(claim: Claim, graph: Graph): Verdict {
  const rule = { id: 'R', says: { en: 'rule', zh: '规则' }, source: 'assumption', claim };
  return prove(rule, graph);
}

test('the small port keeps its rules', () => {
  const graph = port();
  expect(graph.isComplete).toBe(true);
  expect(Object.values(smallRules).map(({ id, claim }) => [id, look(claim, graph).verdict])).toEqual(
    Object.keys(smallRules).map((id) => [id, 'holds']),
  );
});

test('the counterexample is a shortest history, told step by step', () => {
  const { verdict, story } = look({ template: 'absence', a: 'removed', times: 1 }, port());
  expect(verdict).toBe('broken');
  // By hand: the ship, the papers, the check (neither inspected nor taxed), the truck.
  expect(story?.map(({ cause }) => cause)).toEqual([
    '',
    'ARRIVED',
    'due:preparation',
    'due:electronicCheck',
    'due:pickUp',
  ]);
  expect(story?.at(-1)).toEqual({
    cause: 'due:pickUp',
    events: ['due:pickUp', 'leave:goods.leaving', 'removed', 'enter:goods.removed'],
    states: ['goods.removed', 'papers.released'],
  });
});

test('a chance that is drawn once is not drawn anew: no history contradicts itself', () => {
  const twice = `name: twice
flow:
  initial: first
  states:
    first: {after: {rest: [{guard: lucky, target: won}, {target: lost}]}}
    won: {tags: [accepted], after: {rest: [{guard: lucky, target: again}, {target: odd}]}}
    lost: {after: {rest: [{guard: lucky, target: odd}, {target: over}]}}
    again: {type: final, tags: [released]}
    odd: {type: final, tags: [rejected]}
    over: {type: final, tags: [returned]}
arrivals: {consignments: {every: 1 h}}
chances: {lucky: 50 %}
delays: {rest: 1 h}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;
  const never: Claim = { template: 'absence', a: 'rejected', times: 1 };
  expect(look(never, new Graph(modelOf(twice), 1000)).verdict).toBe('holds');
  const anew = twice.replace('lucky: 50 %', 'lucky: {share: 50 %, drawn: eachVisit}');
  expect(look(never, new Graph(modelOf(anew), 1000)).verdict).toBe('broken');
  const surely = twice.replace('lucky: 50 %', 'lucky: 100 %');
  expect(look({ possible: 'returned' }, new Graph(modelOf(surely), 1000)).verdict).toBe('broken');
});

test('a rule whose event never happens says nothing; one that was not looked at to the end is open', () => {
  const idle = port([['selectedForInspection: 20 %', 'selectedForInspection: 0 %']]);
  expect(look({ template: 'response', a: 'start:inspection', b: 'end:inspection' }, idle).verdict).toBe('never');
  const cut = new Graph(modelOf(smallPort), 3);
  expect(cut.isComplete).toBe(false);
  expect(look({ template: 'absence', a: 'removed', times: 1 }, cut).verdict).toBe('open');
  expect(look({ canEnd: true }, cut).verdict).toBe('open');
  // By hand: entering and the ship (or the papers) were followed, what comes after them was not.
  expect(cut.depth).toBe(2);
  expect(look({ template: 'absence', a: 'removed', times: 1 }, cut).depth).toBe(2);
  // What was found all the same is told.
  expect(look({ possible: 'arrived' }, cut).verdict).toBe('holds');
  expect(look({ template: 'absence', a: 'lodged', times: 1 }, new Graph(modelOf(smallPort), 2)).verdict).toBe('broken');
});

test('what only holds is granted before it tells the machine: two may begin at once', () => {
  const both = modelOf(`name: both
flow:
  initial: both
  states:
    both: {invoke: [{src: holdA, onDone: over}, {src: holdB, onDone: over}]}
    over: {type: final, tags: [released]}
arrivals: {consignments: {every: 1 h}}
activities: {holdA: {needs: a, holds: true}, holdB: {needs: b, holds: true}}
resources: {a: 1, b: 1}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`);
  const claim: Claim = { template: 'notCoexistence', a: 'start:holdA', b: 'start:holdB' };
  expect(look(claim, new Graph(both, 1000)).verdict).toBe('broken');
});

test('a fee that only a term charges is no event', () => {
  const late = modelOf(`name: late
flow: {initial: a, states: {a: {tags: [arrived], after: {rest: b}}, b: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 1 h}}
delays: {rest: 10 d}
terms: {clear: {from: arrived, to: released, within: 1 d, charge: lateness}}
fees: {lateness: 100 CNY}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`);
  const rule = { id: 'R', says: { en: '', zh: '' }, source: '', claim: { possible: 'fee:lateness' } as const };
  expect(checkNames([rule], late).map(({ found }) => found)).toEqual(['fee:lateness']);
});

test('names that the flow does not have are told, with the nearest', () => {
  const rule = { id: 'R', says: { en: '', zh: '' }, source: '' };
  const told = (claim: Claim, when?: ConditionDraft): readonly string[] =>
    checkNames([{ ...rule, claim, ...(when === undefined ? {} : { when }) }], modelOf(smallPort)).map(
      ({ path, message, nearest = '' }) => `${path.join('.')}: ${message.en} (${nearest})`,
    );
  expect(told({ possible: ['removed', 'remved'] })).toEqual([
    'rules.0.possible.1: small port has no event "remved" (removed)',
  ]);
  expect(told({ never: { all: [{ in: 'goods.atBey' }, { not: { in: 'papers.due' } }] } })).toEqual([
    'rules.0.never.all.0.in: small port has no state "goods.atBey" (goods.atBay)',
  ]);
  expect(told({ template: 'response', a: 'lodged', b: 'paid', window: { from: 'arived' } })).toEqual([
    'rules.0.response.from: small port has no event "arived" (arrived)',
  ]);
  expect(told({ possible: 'paid' }, { at: ['taxabel'], attribute: 'taxabel', is: true })).toEqual([
    'rules.0.when.taxabel: no attribute, measure or chance is called "taxabel" (taxable)',
  ]);
});

test('a rule with a condition concerns those of whom it holds when it is triggered', () => {
  const of = (claim: Claim, isTaxed: boolean): Verdict => {
    const when = { at: ['taxable'], attribute: 'taxable', is: isTaxed };
    const rule = { id: 'R', says: { en: '', zh: '' }, source: '', claim, when };
    const [verdict] = proveModel(modelOf(smallPort), [rule]).verdicts;
    if (verdict === undefined) throw new Error('no verdict');
    return verdict;
  };
  // Only who is taxed pays.
  expect(of({ template: 'precedence', a: 'paid', b: 'released' }, true).verdict).toBe('holds');
  expect(of({ template: 'precedence', a: 'paid', b: 'released' }, false).verdict).toBe('broken');
  expect(of({ possible: 'paid' }, true).verdict).toBe('holds');
  expect(of({ possible: 'paid' }, false).verdict).toBe('broken');
  expect(of({ template: 'absence', a: 'enter:papers.due', times: 1 }, false).verdict).toBe('holds');
  expect(of({ template: 'absence', a: 'enter:papers.due', times: 1 }, true).verdict).toBe('broken');
  expect(of({ never: { in: 'papers.due' } }, false).verdict).toBe('holds');
  expect(of({ never: { in: 'papers.due' } }, true).verdict).toBe('broken');
});

test('between two events, never a third', () => {
  const between: Claim = {
    template: 'between',
    a: 'enter:papers.inspecting',
    b: 'leave:papers.inspecting',
    c: 'enter:goods.leaving',
  };
  expect(look(between, port()).verdict).toBe('holds');
  const careless = port([
    ['atBay: {always: {guard: {not: {in: papers.inspecting}}, target: inYard}}', 'atBay: {after: {pickUp: leaving}}'],
  ]);
  const { verdict, story = [] } = look(between, careless);
  expect(verdict).toBe('broken');
  expect(story.at(-1)?.events).toContain('enter:goods.leaving');
});

test('what a rule about states asks at each step is no event to another rule with the same condition', () => {
  const when = { at: ['taxable'], attribute: 'taxable', is: true };
  const about = { says: { en: '', zh: '' }, source: '', when };
  const next: Claim = { template: 'notChainResponse', a: 'arrived', b: 'lodged' };
  const [alone, beside] = [[], [{ ...about, id: 'S', claim: { never: { in: 'goods.withheld' } } }]].map((others) => {
    const { verdicts } = proveModel(modelOf(smallPort), [{ ...about, id: 'N', claim: next }, ...others]);
    return verdicts[0]?.verdict;
  });
  expect(alone).toBe('broken');
  expect(beside).toBe('broken');
});
