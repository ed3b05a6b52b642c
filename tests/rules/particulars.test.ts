import { expect, test } from 'vitest';
import { seaImport } from '../../src/flows/sea-import/sea-import.ts';
import { modelOf } from '../simulation/story.ts';
import { freeModel, proveModel, rule, type RuleNotation } from '../../src/rules/index.ts';

const model = freeModel(seaImport);

/** Who goes the history that a proof tells of a rule. */
function who(notation: RuleNotation, of = model): object | undefined {
  return proveModel(of, [rule(notation)]).verdicts[0]?.particulars;
}

test('a proof tells of a history what was asked on the way, and what its condition asks, forgotten or not', () => {
  // Whether it is declared in advance and in two steps is asked at the very start and never again.
  expect(
    who({
      id: 'A',
      absence: { event: 'summaryLodged' },
      when: { value: { atLeast: '50000 CNY', below: '90000 CNY' } },
    }),
  ).toEqual({
    attributes: {
      credit: ['advancedCertified', 'generalCredit'],
      taxable: false,
      value: { unit: 'CNY', atLeast: 50_000, below: 90_000 },
    },
    measures: { advanceDeclaration: true, twoStepDeclaration: true },
    chances: {},
  });
  expect(
    who({ id: 'B', absence: { event: 'returned' }, when: { credit: ['generalCredit'], taxable: true } }),
  ).toMatchObject({
    attributes: { credit: 'generalCredit', taxable: true },
    chances: { selectedForInspection: true, irregularityFound: true, orderedBack: true },
  });
});

test('in any order and with times alike', () => {
  // Papers are lodged before the goods are unloaded: with these delays too.
  expect(
    who({ id: 'A', precedence: { before: 'lodged', need: 'unloaded' }, when: { advanceDeclaration: true } }),
  ).toMatchObject({
    attributes: { credit: 'discredited' },
    measures: { advanceDeclaration: true },
  });
});

test('a rule that holds tells of nobody, one that asks nothing of any consignment', () => {
  expect(who({ id: 'A', absence: { event: 'released', times: 2 } })).toBeUndefined();
  const plain = `name: plain
flow: {initial: a, states: {a: {after: {wait: b}}, b: {type: final, tags: [released]}}}
arrivals: {consignments: {every: 1 h}}
attributes: {goods: {ordinary: 50 %, perishable: 50 %}}
delays: {wait: 1 h}
run: {horizon: 1 week}
`;
  expect(who({ id: 'B', absence: { event: 'released' } }, modelOf(plain))).toEqual({
    attributes: {},
    measures: {},
    chances: {},
  });
});
