import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrong, verbatim } from '../../src/base/index.ts';
import { parseScenario } from '../../src/scenario/index.ts';
import { arbitraries, check, flows, matchers, rules } from '../../src/testing.ts';
import { smallPort } from '../rules/faults.ts';

const seaImport = flows.builtIn('sea-import');
const port = flows.read(smallPort);
const permit = rules.build({ id: 'permit', precedence: { need: 'released', before: 'removed' } });
const free = rules.build({ id: 'free', says: 'Nobody pays.', absence: { event: 'paid' } });

test('a rule is a predicate of flows: built-in toSatisfy takes it', () => {
  expect(port).toSatisfy(permit);
  expect(port).not.toSatisfy(free);
  for (const rule of rules.read('rules: [{id: a, possible: removed}, {id: b, canEnd: true}]'))
    expect(port).toSatisfy(rule);
});

test('the matcher tells the story, and leaves other functions as they are', () => {
  const { pass, message } = matchers.toSatisfy(port, free);
  expect(pass).toBe(false);
  expect(message().split('\n')).toEqual([
    'free is broken: Nobody pays.',
    '1. (begins) enter:goods enter:goods.atSea enter:papers enter:papers.preparing',
    '2. ARRIVED leave:goods.atSea leave:papers.preparing arrived enter:goods.inYard enter:papers.writing',
    '3. due:preparation due:preparation leave:papers.writing lodged enter:papers.lodged',
    '4. due:electronicCheck due:electronicCheck leave:papers.lodged accepted enter:papers.due',
    '5. due:payment due:payment leave:goods.inYard leave:papers.due paid released enter:goods.leaving enter:papers.released',
  ]);
  expect(matchers.toSatisfy(port, permit).pass).toBe(true);
  expect(matchers.toSatisfy(3, (value: unknown) => value === 3).pass).toBe(true);
  expect(matchers.toSatisfy(3, (value: unknown) => value === 4).pass).toBe(false);
  expect(() => matchers.toSatisfy(3, permit)).toThrow('a rule is asked of a flow');
  expect(() => matchers.toSatisfy(port, 'permit')).toThrow('takes a rule or a function');
});

test('what a proof leaves open is asked of random histories', () => {
  const soon = rules.build({ id: 'soon', response: { after: 'lodged', then: 'accepted', within: '1 min' } });
  expect(check(port, soon).verdict).toBe('broken');
  const paid = rules.build({
    id: 'paid',
    response: { after: 'enter:papers.due', then: 'paid', within: '2 calendar days' },
  });
  expect(check(port, paid).verdict).toBe('holds');
  const due = rules.build({
    id: 'due',
    alternatePrecedence: { before: 'completeOverdue', need: 'arrived', atLeast: '14 calendar days' },
  });
  expect(check(seaImport, due).verdict).toBe('open');
  expect(seaImport).toSatisfy(due);
  const late = rules.build({ id: 'late', response: { after: 'enter:papers.due', then: 'paid', within: '23 h' } });
  expect(check(port, late).verdict).toBe('broken');
  expect(check(port, rules.build({ id: 'idle', response: { after: 'leave:goods', then: 'paid' } })).verdict).toBe(
    'never',
  );
});

test('mistakes are told with their places', () => {
  expect(() => flows.builtIn('sea-imprt')).toThrow('no flow is called sea-imprt; there are: sea-import');
  expect(() => flows.read('name: x\nflow: sea-imprt\n')).toThrow('scenario:2:7');
  expect(() => rules.read('rules: [{id: a, posible: removed}]')).toThrow('did you mean possible?');
  expect(() => check(port, rules.build({ id: 'a', possible: 'remved' }))).toThrow('did you mean removed?');
});

test('generated consignments, traders and histories are those of the flow', () => {
  const share = 0.18;
  fc.assert(
    fc.property(arbitraries.consignments(seaImport), ({ credit, hasGuarantee, value, duty }) => {
      expect(['advancedCertified', 'generalCredit', 'discredited']).toContain(credit);
      // No discredited trader has a guarantee, and the duty is a part of the value.
      if (credit === 'discredited') expect(hasGuarantee).toBe(false);
      expect(duty).toBe(share * Number(value));
    }),
  );
  fc.assert(
    fc.property(arbitraries.traders(seaImport), (trader) => {
      expect(Object.keys(trader).toSorted()).toEqual(['credit', 'hasGuarantee']);
    }),
  );
  fc.assert(
    fc.property(arbitraries.histories(port), ({ steps, end, isTimely }) => {
      expect(end).toBe('ended');
      // What comes in any order has no times.
      for (const [index, { at }] of steps.entries())
        if (isTimely) expect(at?.earliest).toBeGreaterThanOrEqual(steps[index - 1]?.at?.earliest ?? 0);
        else expect(at).toBeUndefined();
    }),
  );
});

test('generated scenarios are right', () => {
  fc.assert(
    fc.property(arbitraries.scenarios(seaImport), (text) => {
      const parsed = parseScenario({ file: 'drawn.yaml', text }, () => wrong(verbatim('it names no files')));
      expect(parsed.ok ? [] : parsed.wrong).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
