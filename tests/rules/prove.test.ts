import { expect, test } from 'vitest';
import { Graph } from '../../src/rules/graph.ts';
import type { Claim } from '../../src/rules/rule.ts';
import { prove, unknownNames, type Verdict } from '../../src/rules/prove.ts';
import { modelOf } from '../simulation/story.ts';

/** A small import: goods that may be inspected and must be paid for, in two lanes. What is planted changes its text. */
function port(planted: readonly (readonly [string, string])[] = []): Graph {
  const text = planted.reduce((before, [what, by]) => {
    if (!before.includes(what)) throw new Error(`nothing to change: ${what}`);
    return before.replace(what, by);
  }, small);
  return new Graph(modelOf(text), 100_000);
}

const small = `name: small port
flow:
  type: parallel
  states:
    goods:
      initial: atSea
      states:
        atSea: {on: {ARRIVED: inYard}}
        inYard:
          tags: [arrived]
          always:
            - {guard: {in: papers.inspecting}, target: atBay}
            - {guard: {in: papers.released}, target: leaving}
            - {guard: {in: papers.refused}, target: withheld}
        atBay: {always: {guard: {not: {in: papers.inspecting}}, target: inYard}}
        leaving: {after: {pickUp: removed}}
        removed: {type: final, tags: [removed]}
        withheld: {type: final}
    papers:
      initial: preparing
      states:
        preparing: {always: {guard: {not: {in: goods.atSea}}, target: writing}}
        writing: {after: {preparation: lodged, threeMonths: refused}}
        lodged: {tags: [lodged], after: {electronicCheck: [{guard: faultFound, target: writing}, {target: accepted}]}}
        accepted: {tags: [accepted], always: [{guard: selectedForInspection, target: inspecting}, {target: owing}]}
        inspecting: {tags: [inspectionStarted], invoke: {src: inspection, onDone: [{guard: irregularityFound, target: refused}, {target: owing}]}}
        owing: {always: [{guard: {not: taxable}, target: released}, {target: due}]}
        due: {after: {payment: {target: released, actions: {reach: paid}}}}
        released: {type: final, tags: [released]}
        refused: {type: final, tags: [returned]}
arrivals: {vessels: {every: 6 h, carry: 3, voyage: 20 h}}
attributes: {taxable: 50 %}
chances: {faultFound: {share: 10 %, drawn: eachVisit}, selectedForInspection: 20 %, irregularityFound: 10 %}
activities: {inspection: {needs: officers, takes: 4 h}}
delays: {preparation: 10 h, threeMonths: 90 d, electronicCheck: 1 min, payment: 1 d, pickUp: 5 h}
resources: {officers: 2}
run: {horizon: 1 week, warmUp: 0 h, seed: small, replications: 1}`;

function look(claim: Claim, graph: Graph): Verdict {
  const rule = { id: 'R', says: { en: 'rule', zh: '规则' }, source: 'assumption', claim };
  expect(unknownNames(rule, graph)).toEqual([]);
  return prove(rule, graph);
}

const rules: Readonly<Record<string, Claim>> = {
  accepted: { template: 'precedence', a: 'accepted', b: 'released' },
  onlyOnce: { template: 'absence', a: 'accepted', times: 2 },
  inspectionEnds: { template: 'response', a: 'start:inspection', b: 'end:inspection' },
  inspectedHere: { template: 'precedence', a: 'arrived', b: 'inspectionStarted' },
  noHandOver: { never: ['papers.inspecting', 'goods.leaving'] },
  permit: { template: 'precedence', a: 'released', b: 'removed' },
  refusedStays: { template: 'notResponse', a: 'returned', b: ['released', 'removed'] },
  oneOfTwo: { template: 'exclusiveChoice', a: 'released', b: 'returned' },
  canRelease: { possible: 'removed' },
  canRefuse: { possible: 'returned' },
  canEnd: { canEnd: true },
};

test('the small port keeps its rules', () => {
  const graph = port();
  expect(graph.isComplete).toBe(true);
  expect(Object.entries(rules).map(([name, claim]) => [name, look(claim, graph).verdict])).toEqual(
    Object.keys(rules).map((name) => [name, 'holds']),
  );
});

test.each<{ what: string; planted: readonly (readonly [string, string])[]; breaks: string }>([
  {
    what: 'released without acceptance',
    planted: [['{target: accepted}]', '{target: owing}]']],
    breaks: 'accepted',
  },
  {
    what: 'accepted twice',
    planted: [
      [
        '[{guard: irregularityFound, target: refused}, {target: owing}]',
        '[{guard: irregularityFound, target: lodged}, {target: owing}]',
      ],
    ],
    breaks: 'onlyOnce',
  },
  {
    what: 'an inspection that is given up',
    planted: [
      ['inspecting: {tags: [inspectionStarted], ', 'inspecting: {tags: [inspectionStarted], after: {payment: owing}, '],
    ],
    breaks: 'inspectionEnds',
  },
  {
    what: 'inspected at sea',
    planted: [
      [
        'preparing: {always: {guard: {not: {in: goods.atSea}}, target: writing}}',
        'preparing: {after: {pickUp: writing}}',
      ],
    ],
    breaks: 'inspectedHere',
  },
  {
    what: 'pick-up while the inspection goes on',
    planted: [
      ['- {guard: {in: papers.inspecting}, target: atBay}', '- {guard: {in: papers.inspecting}, target: leaving}'],
    ],
    breaks: 'noHandOver',
  },
  {
    what: 'pick-up without release',
    planted: [['tags: [arrived]\n', 'tags: [arrived]\n          after: {pickUp: leaving}\n']],
    breaks: 'permit',
  },
  {
    what: 'refused goods that are handed over',
    planted: [['{guard: {in: papers.refused}, target: withheld}', '{guard: {in: papers.refused}, target: leaving}']],
    breaks: 'refusedStays',
  },
  {
    what: 'papers without an end',
    planted: [
      [
        'refused: {type: final, tags: [returned]}',
        'refused: {tags: [returned], after: {payment: {guard: lucky, target: released}}}',
      ],
      ['chances: {', 'chances: {lucky: 0 %, '],
    ],
    breaks: 'canEnd',
  },
  {
    what: 'a port that never hands over',
    planted: [['leaving: {after: {pickUp: removed}}', 'leaving: {after: {pickUp: withheld}}']],
    breaks: 'canRelease',
  },
])('planted: $what', ({ planted, breaks }) => {
  const graph = port(planted);
  const { verdict, story } = look(rules[breaks] ?? { canEnd: true }, graph);
  expect(verdict).toBe('broken');
  if (story !== undefined) expect(story.length).toBeLessThanOrEqual(10);
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
  expect(look(rules['inspectionEnds'] ?? { canEnd: true }, idle).verdict).toBe('never');
  const cut = new Graph(modelOf(small), 3);
  expect(cut.isComplete).toBe(false);
  expect(look({ template: 'absence', a: 'removed', times: 1 }, cut).verdict).toBe('open');
  expect(look({ canEnd: true }, cut).verdict).toBe('open');
  // What was found all the same is told.
  expect(look({ possible: 'arrived' }, cut).verdict).toBe('holds');
  expect(look({ template: 'absence', a: 'lodged', times: 1 }, new Graph(modelOf(small), 2)).verdict).toBe('broken');
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
  expect(unknownNames(rule, new Graph(late, 1000))).toEqual(['fee:lateness']);
});

test('names that the flow does not have are told', () => {
  const rule = { id: 'R', says: { en: '', zh: '' }, source: '' };
  const graph = port();
  expect(unknownNames({ ...rule, claim: { possible: ['removed', 'remved'] } }, graph)).toEqual(['remved']);
  expect(unknownNames({ ...rule, claim: { never: ['goods.atBey', 'papers.due'] } }, graph)).toEqual(['goods.atBey']);
});
