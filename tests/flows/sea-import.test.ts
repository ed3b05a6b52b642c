import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { builtInFlows } from '../../src/flows/index.ts';
import { Story } from './story.ts';

const { machine } = present(builtInFlows['sea-import'], 'sea-import');

test('one step: arrive, unload, prepare, lodge, pay, leave', () => {
  const story = new Story(machine, { holds: ['taxable'] });
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck', 'payment', 'pickUp');
  expect(story.milestones).toEqual([
    'arrived',
    'unloaded',
    'lodged',
    'accepted',
    'reviewed',
    'assessed',
    'paid',
    'released',
    'removed',
  ]);
  expect(story.isOver).toBe(true);
});

test('without duty nothing is paid, and release follows the check at once', () => {
  const story = new Story(machine);
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck');
  expect(story.milestones.at(-1)).toBe('released');
  expect(story.awaits).toEqual(['pickUp']);
});

test('papers are not begun before the ship is there, unless by advance declaration or where they begin at departure', () => {
  expect(new Story(machine).awaits).not.toContain('preparation');
  expect(new Story(machine, { holds: ['advanceDeclaration'] }).awaits).toContain('preparation');
  const early = new Story(machine, { holds: ['papersBeginAtDeparture'] }).goesOn('preparation');
  // Begun early, but lodged only when the ship is there.
  expect(early.milestones).toEqual([]);
  expect(early.goesOn('ARRIVED').milestones).toEqual(['arrived', 'lodged']);
});

test('advance declaration: all is done at sea, release waits for the ship, the goods leave as soon as they are unloaded', () => {
  const story = new Story(machine, { holds: ['advanceDeclaration', 'taxable'] });
  story.goesOn('preparation', 'electronicCheck', 'payment');
  expect(story.milestones).toEqual(['lodged', 'accepted', 'reviewed', 'assessed', 'paid']);
  story.goesOn('ARRIVED');
  expect(story.milestones.slice(5)).toEqual(['arrived', 'released']);
  story.goesOn('unloading', 'pickUp');
  expect(story.milestones.slice(7)).toEqual(['unloaded', 'removed']);
});

test('where release needs the yard, advance declaration is released with the unloading', () => {
  const story = new Story(machine, { holds: ['advanceDeclaration', 'releaseNeedsYard'] });
  story.goesOn('preparation', 'electronicCheck', 'ARRIVED');
  expect(story.milestones.at(-1)).toBe('arrived');
  expect(story.goesOn('unloading').milestones.slice(-2)).toEqual(['unloaded', 'released']);
});

test('two steps: the goods leave between the halves, the guarantee stands until the duty is paid', () => {
  const story = new Story(machine, { holds: ['twoStepDeclaration', 'taxable'] });
  story.goesOn('ARRIVED', 'unloading', 'summaryPreparation', 'electronicCheck', 'pickUp');
  expect(story.milestones).toEqual([
    'arrived',
    'unloaded',
    'lodged',
    'summaryLodged',
    'summaryAccepted',
    'reviewed',
    'guaranteeBound',
    'pickupPermitted',
    'removed',
  ]);
  story.goesOn('completePreparation', 'electronicCheck', 'payment');
  expect(story.milestones.slice(9)).toEqual([
    'completeLodged',
    'completeAccepted',
    'assessed',
    'guaranteeReturned',
    'paid',
    'released',
  ]);
  expect(story.isOver).toBe(true);
});

test('the day 14 of a complete declaration passes: it is late, and its preparation goes on', () => {
  const story = new Story(machine, { holds: ['twoStepDeclaration'] });
  story.goesOn('ARRIVED', 'summaryPreparation', 'electronicCheck');
  const before = story.state;
  story.goesOn('completeDeclaration');
  expect(story.milestones.at(-1)).toBe('completeOverdue');
  expect(story.state).toBe(before);
  expect(story.goesOn('completePreparation', 'electronicCheck').milestones.at(-1)).toBe('released');
});

test('once the complete declaration is accepted it can no longer be late', () => {
  const story = new Story(machine, { holds: ['twoStepDeclaration', 'taxable'] });
  story.goesOn('ARRIVED', 'summaryPreparation', 'electronicCheck', 'completePreparation', 'electronicCheck');
  expect(story.awaits).toEqual(['payment', 'unloading']);
});

test('inspection: goods are called to a bay, the trader comes, the goods go back to the yard before they leave', () => {
  const story = new Story(machine, { holds: ['selectedForInspection'] });
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck');
  expect(story.awaits).toEqual(['attendance', 'inspectionBay']);
  story.goesOn('inspectionBay', 'moveToBay');
  expect(story.awaits).toEqual(['attendance', 'inspectionBay']);
  story.goesOn('attendance');
  expect(story.awaits).toEqual(['inspection', 'inspectionBay']);
  story.goesOn('inspection', 'pickUp');
  expect(story.milestones.slice(5)).toEqual([
    'inspectionOrdered',
    'inspectionStarted',
    'inspectionEnded',
    'released',
    'removed',
  ]);
});

test('an advance declaration that is selected waits for its goods', () => {
  const story = new Story(machine, { holds: ['advanceDeclaration', 'selectedForInspection'] });
  story.goesOn('preparation', 'electronicCheck');
  expect(story.awaits).toEqual(['ARRIVED']);
  story.goesOn('ARRIVED', 'unloading');
  expect(story.awaits).toEqual(['attendance', 'inspectionBay']);
});

test('with the attendance waiver nobody waits for the trader, and the inspection takes place all the same', () => {
  const story = new Story(machine, { holds: ['selectedForInspection', 'attendanceWaiver'] });
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck', 'inspectionBay', 'moveToBay');
  expect(story.awaits).toEqual(['inspection', 'inspectionBay']);
  expect(story.goesOn('inspection').milestones.slice(-2)).toEqual(['inspectionEnded', 'released']);
});

test.each([
  [[], ['resolved', 'released']],
  [['orderedBack'], ['returned']],
  [['orderedDestroyed'], ['destroyed']],
])('a finding is handled as a case; ordered %j it ends %j', (orders, ending) => {
  const story = new Story(machine, {
    holds: ['selectedForInspection', 'irregularityFound', 'attendanceWaiver', ...orders],
  });
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck', 'inspectionBay', 'moveToBay', 'inspection');
  expect(story.milestones.slice(-2)).toEqual(['inspectionEnded', 'irregular']);
  expect(story.awaits).toEqual(['caseHandling']);
  story.goesOn('caseHandling');
  expect(story.milestones.slice(story.milestones.indexOf('irregular') + 1)).toEqual(ending);
  // Refused goods never leave, and nobody pays for them: the flow is over.
  expect(story.isOver).toBe(orders.length > 0);
});

test('a returned declaration is corrected and lodged again; it is accepted once', () => {
  const story = new Story(machine, { faults: 2 });
  story.goesOn(
    'ARRIVED',
    'preparation',
    'electronicCheck',
    'correction',
    'electronicCheck',
    'correction',
    'electronicCheck',
  );
  expect(story.milestones).toEqual([
    'arrived',
    'lodged',
    'rejected',
    'lodged',
    'rejected',
    'lodged',
    'accepted',
    'reviewed',
    'released',
  ]);
});

test('a share is reviewed by officers, in the green channel by whoever the scenario names', () => {
  const review = (holds: readonly string[]): readonly string[] =>
    new Story(machine, { holds }).goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck').awaits;
  expect(review(['selectedForReview'])).toEqual(['documentReview']);
  expect(review(['selectedForReview', 'greenChannel'])).toEqual(['greenChannelReview']);
});

test('release on guarantee: the goods go first, the duty follows', () => {
  const story = new Story(machine, { holds: ['taxable', 'releaseOnGuarantee'] });
  story.goesOn('ARRIVED', 'unloading', 'preparation', 'electronicCheck', 'pickUp', 'payment');
  expect(story.milestones.slice(5)).toEqual([
    'guaranteeBound',
    'released',
    'assessed',
    'removed',
    'guaranteeReturned',
    'paid',
  ]);
});

test('goods that nobody declares are sold after three months', () => {
  const story = new Story(machine).goesOn('ARRIVED', 'unloading', 'disposal');
  expect(story.milestones).toEqual(['arrived', 'unloaded', 'overdue', 'disposed']);
  expect(story.isOver).toBe(true);
});

test('opened in an XState tool the machine waits: nothing fires by itself', () => {
  const delays = Object.values(machine.implementations.delays ?? {});
  expect(delays.length).toBe(13);
  expect(delays.every((delay) => delay === 2 ** 31 - 1)).toBe(true);
});
