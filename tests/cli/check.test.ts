import { afterEach, expect, test } from 'vitest';
import { ruleBooks } from '../../src/rules/index.ts';
import { tell } from './fake-io.ts';

const books = ruleBooks as Record<string, (typeof ruleBooks)[string]>;
const shipped = books['sea-import'] ?? [];
afterEach(() => {
  books['sea-import'] = shipped;
});

test('the shipped rules hold, in every form and language', async () => {
  const told = await tell(['check', 'sea-import', '--json']);
  expect(told.code).toBe(0);
  const proof = JSON.parse(told.out) as { isComplete: boolean; verdicts: { rule: { id: string }; verdict: string }[] };
  expect(proof.isComplete).toBe(true);
  expect(proof.verdicts.filter(({ verdict }) => verdict !== 'holds')).toEqual([]);
  expect(new Set(proof.verdicts.map(({ rule }) => rule.id)).size).toBe(proof.verdicts.length);
  const csv = await tell(['check', 'sea-import', '--lang', 'zh', '--format', 'csv']);
  expect(csv.out).toContain('R12,成立,未获准的货物不得提离。,');
});

test('a rule that can be broken is told with the shortest history, and exit 1', async () => {
  books['sea-import'] = [
    {
      id: 'X1',
      says: { en: 'Nothing is sent back.', zh: '不得退运。' },
      source: 'assumption',
      claim: { template: 'absence', a: 'returned', times: 1 },
    },
    {
      id: 'X2',
      says: { en: 'Goods that leave their lane are paid for.', zh: '货物离开流程须缴税。' },
      source: 'assumption',
      claim: { template: 'response', a: 'leave:goods', b: 'paid' },
    },
  ];
  const told = await tell(['check', 'sea-import'], { environment: { COLUMNS: '130' } });
  expect(told.code).toBe(1);
  expect(told.out.split('\n').map((line) => line.trimEnd())).toEqual([
    'sea-import: rules, by proof',
    '',
    'rule  verdict          says                                       source',
    'X1    broken           Nothing is sent back.                      assumption',
    'X2    never triggered  Goods that leave their lane are paid for.  assumption',
    '',
    'X1: Nothing is sent back.',
    '',
    '    what comes             what happens                           enters',
    ' 1  (begins)                                                      goods.atSea, declaration.undeclared.waiting, duty.unassessed',
    ' 2  ARRIVED                arrived                                goods.unloading, declaration.undeclared.preparing',
    ' 3  due:unloading          unloaded                               goods.inYard',
    ' 4  due:preparation        lodged                                 declaration.lodged',
    ' 5  due:electronicCheck    accepted, reviewed, inspectionOrdered  goods.atInspection.called, declaration.selected.ready',
    ' 6  start:inspectionBay',
    ' 7  granted:inspectionBay                                         goods.atInspection.moving',
    ' 8  due:moveToBay          inspectionStarted                      goods.atInspection.atBay, declaration.selected.inspecting',
    ' 9  start:inspection',
    '10  end:inspection         inspectionEnded, irregular             goods.inYard, declaration.irregular',
    '11  due:caseHandling       returned                               goods.withheld, declaration.returned, duty.lapsed',
    '',
    'The shortest histories that break a rule: possible in some order of what is pending; whether with these delays was not looked at.',
    'A rule that is never triggered says nothing about this flow.',
    'Proof complete: 496 states, 1,100 steps. 2 rules, 1 broken.',
    '',
  ]);
});

test('a chance that is drawn at each visit is so in the proof: what is returned may be accepted after all', async () => {
  books['sea-import'] = [
    {
      id: 'X3',
      says: { en: 'What is returned is never accepted.', zh: '退单不再接受。' },
      source: 'assumption',
      claim: { template: 'notResponse', a: 'rejected', b: 'accepted' },
    },
  ];
  expect((await tell(['check', 'sea-import'])).code).toBe(1);
});

test('another name gets the nearest', async () => {
  const told = await tell(['check', 'sea-imprt']);
  expect(told).toMatchObject({ code: 2, out: '' });
  expect(told.talk).toContain('Did you mean sea-import?');
});
