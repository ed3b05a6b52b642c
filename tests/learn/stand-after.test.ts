import { expect, test } from 'vitest';
import { standAfter } from '../../src/learn/index.ts';
import { modelOf } from '../simulation/story.ts';
import { sea, seaModel, standOf, told, turns, walkOf } from './walks.ts';

test('advance declaration: the papers are done at sea, release comes with the ship', () => {
  const stand = standOf(
    seaModel,
    walkOf({
      measures: { advanceDeclaration: true },
      turns: turns('due:preparation', 'due:electronicCheck', 'due:payment', 'ARRIVED', 'due:unloading', 'due:pickUp'),
    }),
  );
  expect(told(stand)).toEqual([
    [1860, 'lodged'],
    [1861, 'accepted reviewed assessed'],
    [2101, 'paid'],
    [2880, 'arrived released'],
    [3360, 'unloaded'],
    [3960, 'removed'],
  ]);
  expect(stand).toMatchObject({ now: 3960, hasEnded: true, coming: [], deadlines: [], charged: [] });
});

test('inspection: the bay is granted, the trader comes in the night, the officers at nine', () => {
  const stand = standOf(
    seaModel,
    walkOf({
      turns: [
        ...turns('ARRIVED', 'due:unloading', 'due:preparation'),
        { comes: 'due:electronicCheck', chances: ['selectedForInspection'] },
        ...turns('granted:inspectionBay', 'due:moveToBay', 'due:attendance', 'start:inspection', 'end:inspection'),
        ...turns('due:payment', 'due:pickUp'),
      ],
    }),
  );
  // Wednesday at eight the ship is there; the trader on Friday at 3:01, the office on Friday at nine, which is minute 5820.
  expect(stand.steps.map(({ at, comes }) => [at, comes])).toEqual([
    [0, ''],
    [2880, 'ARRIVED'],
    [3360, 'due:unloading'],
    [4740, 'due:preparation'],
    [4741, 'due:electronicCheck'],
    [4741, 'granted:inspectionBay'],
    [4981, 'due:moveToBay'],
    [5461, 'due:attendance'],
    [5820, 'start:inspection'],
    [6060, 'end:inspection'],
    [6300, 'due:payment'],
    [6900, 'due:pickUp'],
  ]);
  expect(told(stand).slice(3)).toEqual([
    [4741, 'accepted reviewed inspectionOrdered'],
    [5461, 'inspectionStarted'],
    [6060, 'inspectionEnded assessed'],
    [6300, 'paid released'],
    [6900, 'removed'],
  ]);
});

test('two steps: the goods leave between the halves, the duty is paid afterwards', () => {
  const stand = standOf(
    seaModel,
    walkOf({
      measures: { twoStepDeclaration: true },
      turns: turns(
        'ARRIVED',
        'due:summaryPreparation',
        'due:electronicCheck',
        'due:unloading',
        'due:pickUp',
        'due:completePreparation',
        'due:electronicCheck',
        'due:payment',
      ),
    }),
  );
  // The summary takes 12 % of 31 h, which is 223.2 min, the rest 1636.8 min.
  expect(told(stand)).toEqual([
    [2880, 'arrived'],
    [3103.2, 'lodged summaryLodged'],
    [3104.2, 'summaryAccepted reviewed guaranteeBound pickupPermitted'],
    [3360, 'unloaded'],
    [3960, 'removed'],
    [4741, 'completeLodged'],
    [4742, 'completeAccepted assessed'],
    [4982, 'guaranteeReturned paid released'],
  ]);
});

const slow = modelOf(sea().replace('preparation: 31 h', 'preparation: lognormal(mean 31 h cv 1)'));

test('late declaration: a fee for each day from the first fee day to that of acceptance', () => {
  const atSea = standOf(slow, walkOf({}));
  // Arrival on Wednesday, 8 March: the 14 days end with the 22nd; three months with 8 June.
  expect(atSea.deadlines.map(({ name, at, runs }) => [name, at, runs])).toEqual([
    ['declaration', 24_000, false],
    ['disposal', 136_320, false],
    ['payment', undefined, false],
  ]);
  const arrived = standOf(slow, walkOf({ turns: turns('ARRIVED', 'due:unloading') }));
  expect(arrived.deadlines[0]).toEqual({
    kind: 'term',
    name: 'declaration',
    at: 24_000,
    runs: true,
    from: ['arrived'],
    to: ['accepted', 'completeAccepted'],
    charge: 'lateDeclaration',
    source: 'law (Customs Law art. 24; GACC Order 128 of 2005)',
  });
  // Accepted on Monday the 27th: the 23rd to the 27th are five days of 150 CNY, half a thousandth of 300,000.
  const late = standOf(
    slow,
    walkOf({
      turns: [
        ...turns('ARRIVED', 'due:unloading'),
        { comes: 'due:preparation', at: 30_360 },
        { comes: 'due:electronicCheck' },
      ],
    }),
  );
  expect(late.steps.at(-1)?.charged).toEqual([{ fee: 'lateDeclaration', currency: 'CNY', amount: 750 }]);
  expect(late.charged).toEqual([{ fee: 'lateDeclaration', currency: 'CNY', amount: 750 }]);
  expect(late.deadlines.map(({ name }) => name)).toEqual(['payment']);
});

test('what can come: its time, and each way that its chances may fall', () => {
  const arrived = standOf(seaModel, walkOf({ turns: turns('ARRIVED', 'due:unloading', 'due:preparation') }));
  expect(arrived.coming.map(({ comes, chances, share, enters }) => [comes, chances, share, enters])).toEqual([
    ['due:electronicCheck', [], expect.closeTo(0.96 * 0.7 * 0.97), ['declaration.satisfied', 'duty.due']],
    ['due:electronicCheck', ['selectedForReview'], expect.closeTo(0.96 * 0.3), ['declaration.underReview']],
    ['due:electronicCheck', ['faultFound'], 0.04, ['declaration.undeclared.correcting']],
    [
      'due:electronicCheck',
      ['selectedForInspection'],
      expect.closeTo(0.96 * 0.7 * 0.03),
      ['goods.atInspection.called', 'declaration.selected.awaitingTrader'],
    ],
  ]);
  const atSea = standOf(slow, walkOf({ measures: { advanceDeclaration: true } }));
  expect(atSea.coming.map(({ comes, earliest, expected, latest }) => [comes, earliest, expected, latest])).toEqual([
    ['due:preparation', 0, 1860, 2880],
    ['ARRIVED', 2880, 2880, 2880],
  ]);
});

test('lanes: where it is, where it was, where it may still come', () => {
  const { lanes } = standOf(
    seaModel,
    walkOf({ measures: { advanceDeclaration: true }, turns: turns('due:preparation', 'due:electronicCheck') }),
  );
  const standings = new Map(lanes.flatMap(({ states }) => states.map(({ path, standing }) => [path, standing])));
  expect(standings.get('goods.atSea')).toBe('active');
  expect(standings.get('declaration.satisfied')).toBe('active');
  // It was routed within a moment, and never stood there.
  expect(standings.get('declaration.routed')).toBe('visited');
  expect(standings.get('declaration.lodged')).toBe('visited');
  expect(standings.get('declaration.released')).toBe('possible');
  // Neither two-step nor selected: no more.
  expect(standings.get('declaration.completing')).toBe('impossible');
  expect(standings.get('declaration.selected')).toBe('impossible');
  expect(lanes.map(({ waitsFor }) => waitsFor)).toEqual([
    [{ comes: 'ARRIVED', expected: 2880 }],
    [{ lane: 'goods' }, { lane: 'duty' }],
    [{ comes: 'due:payment', expected: 2101 }],
  ]);
});

test.each([
  [{ turns: turns('ARIVED') }, ['turns', 0, 'comes'], 'ARRIVED'],
  [{ turns: [{ comes: 'ARRIVED', at: 5 }] }, ['turns', 0, 'at'], undefined],
  [{ turns: [{ comes: 'ARRIVED', chances: ['faultFound'] }] }, ['turns', 0, 'chances'], undefined],
  [{ attributes: { credits: 'generalCredit' } }, ['attributes', 'credits'], 'credit'],
  [{ attributes: { credit: 'generalCredits' } }, ['attributes', 'credit'], 'generalCredit'],
  [{ attributes: { value: -1 } }, ['attributes', 'value'], undefined],
  [{ attributes: { duty: 100 } }, ['attributes', 'duty'], undefined],
  [{ measures: { advanceDeclarations: true } }, ['measures', 'advanceDeclarations'], 'advanceDeclaration'],
  [
    { attributes: { credit: 'discredited' }, measures: { twoStepDeclaration: true } },
    ['measures', 'twoStepDeclaration'],
    undefined,
  ],
  [{ chances: { faultsFound: true } }, ['chances', 'faultsFound'], 'faultFound'],
] as const)('%j is a mistake at its place', (walk, path, nearest) => {
  const stand = standAfter(seaModel, walkOf(walk));
  expect(stand.ok).toBe(false);
  if (stand.ok) return;
  expect(stand.wrong).toEqual([expect.objectContaining({ path, ...(nearest === undefined ? {} : { nearest }) })]);
});
