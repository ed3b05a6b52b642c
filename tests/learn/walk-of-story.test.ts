import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { builtInFlows } from '../../src/flows/index.ts';
import { walkOfStory, type Told } from '../../src/learn/index.ts';
import { freeModel, proveModel, rule, ruleBooks, standingsAlong, type Rule } from '../../src/rules/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';
import { faults, smallPortWith } from '../rules/faults.ts';
import { standOf } from './walks.ts';

const free = freeModel(present(builtInFlows['sea-import'], 'sea-import'));

/** The story that a proof tells of a rule, and whom it is about. */
function toldOf(model: Model, of: Rule): Told {
  const { story = [], particulars } = present(proveModel(model, [of]).verdicts[0], 'a verdict');
  return { story, particulars: present(particulars, 'whom it is about') };
}

test('a counterexample by hand: the goods are handed over while they are inspected', () => {
  // The gate does not ask whether the inspection is over.
  const model = modelOf(
    smallPortWith([
      ['{guard: {in: papers.inspecting}, target: atBay}', '{guard: {in: papers.inspecting}, target: leaving}'],
    ]),
  );
  const wrong = rule({ id: 'X', never: { all: [{ in: 'papers.inspecting' }, { in: 'goods.leaving' }] } });
  const told = toldOf(model, wrong);
  const { story } = told;
  const walk = present(walkOfStory(model, told), 'a walk');
  expect(walk.turns).toEqual([
    { comes: 'ARRIVED', at: 1200, lane: 'goods' },
    { comes: 'due:preparation', at: 1800, lane: 'papers' },
    { comes: 'due:electronicCheck', chances: ['selectedForInspection'], at: 1801, lane: 'papers' },
  ]);
  expect(standOf(model, walk).steps.at(-1)?.states).toEqual(['goods.leaving', 'papers.inspecting']);
  expect(standingsAlong(wrong, story, model)).toEqual(['kept', 'kept', 'kept', 'broken']);
});

test('the state of a rule along a story: not triggered, owed, broken when the flow has ended', () => {
  const model = modelOf(smallPortWith([]));
  const owed = rule({ id: 'X', response: { after: 'inspectionStarted', then: 'released' } });
  const { story } = toldOf(model, owed);
  expect(story.map(({ cause }) => cause).slice(1)).toEqual([
    'ARRIVED',
    'due:preparation',
    'due:electronicCheck',
    'start:inspection',
    'end:inspection',
  ]);
  expect(standingsAlong(owed, story, model)).toEqual(['never', 'never', 'never', 'open', 'open', 'broken']);
});

test('stories that a proof tells of the shipped rules can be walked by one whom the rule concerns', () => {
  // Some of them, for one in two steps, through an inspection, and of the green channel: to prove all takes seconds.
  const rules = (ruleBooks['sea-import'] ?? []).filter(({ id }) => ['P2', 'P4', 'P30b', 'W04'].includes(id));
  const { verdicts } = proveModel(free, rules);
  expect(verdicts).toHaveLength(4);
  for (const { rule: of, story = [], particulars } of verdicts) {
    const walk = walkOfStory(free, { story, particulars: present(particulars, of.id) });
    expect(walk, of.id).toBeDefined();
    if (walk === undefined) continue;
    expect(standOf(free, walk).steps.at(-1)?.states.toSorted(), of.id).toEqual(story.at(-1)?.states.toSorted());
    // W04 is about perishable goods.
    if (of.id === 'W04') expect(walk.attributes['goods']).toBe('perishable');
  }
});

test('stories of planted faults can be walked', () => {
  const some = faults.filter((_, index) => index % 20 === 0);
  for (const { what, model: make, rule: broken } of some) {
    const model = make();
    const [verdict] = proveModel(model, [broken]).verdicts;
    if (verdict?.story === undefined) continue;
    expect(walkOfStory(model, toldOf(model, broken)), what).toBeDefined();
  }
});

test('an amount that a story hangs on is chosen', () => {
  const model = modelOf(
    smallPortWith([
      ['{guard: {not: taxable}, target: released}', '{guard: isCheap, target: released}'],
      [
        'attributes: {taxable: 50 %}',
        'attributes: {value: exponential(3000 CNY)}\nconditions: {isCheap: {value: {below: 100 CNY}}}',
      ],
    ]),
  );
  const told = toldOf(model, rule({ id: 'X', precedence: { before: 'released', need: 'paid' } }));
  expect(walkOfStory(model, told)?.attributes).toEqual({ value: 50 });
});

test('an order that the delays do not allow is no walk', () => {
  const model = modelOf(smallPortWith([]));
  const entry = standOf(model, { attributes: {}, measures: {}, chances: {}, turns: [] }).steps[0];
  const story = [
    { cause: '', events: [], states: entry?.states ?? [] },
    { cause: 'ARRIVED', events: ['arrived'], states: ['goods.inYard', 'papers.writing'] },
    // Three months pass before the ten hours of preparation are over.
    { cause: 'due:threeMonths', events: ['returned'], states: ['goods.withheld', 'papers.refused'] },
  ];
  expect(walkOfStory(model, { story, particulars: { attributes: {}, measures: {}, chances: {} } })).toBeUndefined();
});
