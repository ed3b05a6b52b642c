import { expect, test } from 'vitest';
import { Amounts, type AmountFinding } from '../../src/rules/amounts.ts';
import { rule } from '../../src/rules/build.ts';
import type { Rule } from '../../src/rules/rule.ts';
import { simulate } from '../../src/simulation/index.ts';
import { modelOf } from '../simulation/story.ts';

function look(text: string, rules: readonly Rule[]): readonly AmountFinding[] {
  const amounts = new Amounts(modelOf(text), rules);
  const { model, watch } = amounts;
  simulate(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0, observer: amounts, ...watch });
  return amounts.findings();
}

const late: Rule = {
  id: 'L',
  says: { en: '', zh: '' },
  source: '',
  claim: { amount: { fee: 'lateDeclaration', equals: 'statutory' } },
};

/** Arrived on Monday, 6 March 2017, at noon, and accepted so many days later; the term ends with Monday, the 20th. */
const accepted = (days: number, value = '100000 CNY'): string => `name: late
flow: {initial: a, states: {a: {tags: [arrived], after: {rest: b}}, b: {type: final, tags: [accepted]}}}
start: 2017-03-06T12:00+08:00
arrivals: {consignments: {every: 1000 weeks}}
attributes: {value: ${value}}
delays: {rest: ${days} d}
terms: {clear: {from: arrived, to: accepted, within: 14 calendar days, roll: firstFeeDay, charge: lateDeclaration}}
fees: {lateDeclaration: statutory}
run: {stopAfter: 1 consignments, warmUp: 0 h, seed: small, replications: 1}`;

test('what the law says and what the engine charges are the same, day by day', () => {
  // One CNY in two thousand a day: 50 CNY on the first fee day, the 21st, which is fifteen days after the arrival.
  for (const [days, charged] of [
    [14, 0],
    [15, 50],
    [16, 100],
    [20, 300],
  ] as const) {
    const none = rule({ id: 'N', absence: { event: 'x' } });
    const atMost = { ...none, claim: { amount: { fee: 'lateDeclaration', atMost: charged } } } as const;
    const more = { ...none, claim: { amount: { fee: 'lateDeclaration', atLeast: charged + 1 } } } as const;
    const [statutory, most, least] = look(accepted(days), [late, atMost, more]);
    expect(statutory?.counts).toEqual({ kept: 1, broken: 0, open: 0, never: 0 });
    expect(most?.counts.kept).toBe(1);
    expect(least?.examples).toEqual([{ consignment: 0, charged, expected: { atLeast: charged + 1 } }]);
  }
  // Less than 50 CNY is not charged.
  expect(
    look(accepted(15, '99000 CNY'), [{ ...late, claim: { amount: { fee: 'lateDeclaration', atMost: 0 } } }])[0]?.counts
      .kept,
  ).toBe(1);
});

test('in a run of sea import every fee is what the law says', () => {
  const pay: Rule = { ...late, claim: { amount: { fee: 'latePayment', equals: 'statutory' } } };
  const text = `name: sea
flow: sea-import
delays: {payment: exponential(14 d)}
run: {horizon: 2 weeks, warmUp: 0 h, seed: amounts, replications: 1}`;
  const findings = look(text, [late, pay]);
  for (const { counts } of findings) {
    expect(counts.broken).toBe(0);
    expect(counts.kept).toBeGreaterThan(1000);
  }
  const nothing = findings.map(({ rule: { claim } }): Rule => ({
    ...late,
    claim: { amount: { fee: 'amount' in claim ? claim.amount.fee : '', atMost: 0 } },
  }));
  // Both fees are charged at all.
  for (const { counts } of look(text, nothing)) expect(counts.broken).toBeGreaterThan(0);
});

test('a condition is asked when the flow has ended: of attributes that are drawn, and of what the flow has written by then', () => {
  // The live ones are charged once more, and are marked on their way.
  const text = `name: goods
flow:
  initial: a
  states:
    a: {entry: {charge: handling}, tags: [arrived], after: {rest: [{guard: live, target: b, actions: {set: {marked: true}}}, {target: c}]}}
    b: {type: final, entry: {charge: handling}}
    c: {type: final}
start: 2017-03-06T12:00+08:00
arrivals: {consignments: {every: 1 h}}
attributes: {live: 50 %, marked: {initial: false}}
delays: {rest: 10 min}
fees: {handling: 100 CNY}
run: {stopAfter: 40 consignments, warmUp: 0 h, seed: goods, replications: 1}`;
  const exactly = (equals: string, when: Readonly<Record<string, unknown>>): Rule =>
    rule({ id: 'A', amount: { fee: 'handling', equals }, when });
  const [live, dead, marked, unmarked, wrong] = look(text, [
    exactly('200 CNY', { live: true }),
    exactly('100 CNY', { live: false }),
    exactly('200 CNY', { marked: true }),
    exactly('100 CNY', { marked: false }),
    exactly('100 CNY', { live: true }),
  ]).map(({ counts }) => counts);
  expect(live?.kept).toBeGreaterThan(0);
  expect(dead?.kept).toBeGreaterThan(0);
  expect(live).toEqual({ kept: live?.kept, broken: 0, open: 0, never: dead?.kept });
  expect(dead).toEqual({ kept: dead?.kept, broken: 0, open: 0, never: live?.kept });
  expect([marked, unmarked]).toEqual([live, dead]);
  expect(wrong).toEqual({ kept: 0, broken: live?.kept, open: 0, never: dead?.kept });
});
