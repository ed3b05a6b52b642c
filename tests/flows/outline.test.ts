import { expect, test } from 'vitest';
import { createMachine } from 'xstate';
import { present } from '../../src/base/index.ts';
import { builtInFlows, outlineOf, type OutlineState } from '../../src/flows/index.ts';

const outline = outlineOf(present(builtInFlows['sea-import'], 'sea-import'));

function find(path: string): OutlineState {
  const search = (states: readonly OutlineState[]): OutlineState | undefined =>
    states.reduce<OutlineState | undefined>(
      (found, state) => found ?? (state.path === path ? state : search(state.states)),
      undefined,
    );
  return present(search(outline.lanes.flatMap(({ states }) => states)), path);
}

test('sea import has three lanes', () => {
  expect(outline.lanes.map(({ name }) => name)).toEqual(['goods', 'declaration', 'duty']);
});

test('the yard is told in words: the call to inspection goes before the permit', () => {
  expect(find('goods.inYard')).toMatchObject({
    label: { en: 'in the yard', zh: '在场' },
    isInitial: false,
    isFinal: false,
  });
  expect(find('goods.inYard').transitions.slice(0, 2)).toEqual([
    { waitsFor: { kind: 'nothing' }, guard: 'in declaration.selected', target: 'goods.atInspection', actions: [] },
    {
      waitsFor: { kind: 'nothing' },
      guard: 'in declaration.completing or in declaration.completed or in declaration.released',
      target: 'goods.leaving',
      actions: [],
    },
  ]);
});

test('a transition waits for an event, a delay, an activity, or a deadline that leads nowhere', () => {
  expect(find('goods.atSea').transitions).toEqual([
    { waitsFor: { kind: 'event', name: 'ARRIVED' }, guard: '', target: 'goods.unloading', actions: [] },
  ]);
  expect(find('goods.unloading').transitions).toEqual([
    { waitsFor: { kind: 'delay', name: 'unloading' }, guard: '', target: 'goods.inYard', actions: ['reach unloaded'] },
  ]);
  expect(find('declaration.underReview').transitions).toEqual([
    { waitsFor: { kind: 'activity', name: 'documentReview' }, guard: '', target: 'declaration.reviewed', actions: [] },
  ]);
  expect(find('declaration.completing').transitions).toEqual([
    {
      waitsFor: { kind: 'delay', name: 'completeDeclaration' },
      guard: '',
      target: undefined,
      actions: ['reach completeOverdue'],
    },
  ]);
});

test('guards keep their brackets where they need them', () => {
  expect(find('declaration.undeclared.waiting').transitions[0]?.guard).toBe(
    '(not in goods.atSea or advanceDeclaration or papersBeginAtDeparture) and twoStepDeclaration',
  );
});

test('a flow without lanes is one lane', () => {
  const machine = createMachine({
    initial: 'review',
    states: { review: { invoke: { src: 'service', onDone: 'done' } }, done: { type: 'final', tags: ['released'] } },
  });
  const label = { en: 'queue', zh: '排队' };
  const plain = outlineOf({ name: 'queue', label, explanation: label, machine, measures: {} });
  expect(plain.lanes.map(({ name }) => name)).toEqual(['queue']);
  expect(
    plain.lanes[0]?.states.map(({ path, isInitial, isFinal, milestones }) => [path, isInitial, isFinal, milestones]),
  ).toEqual([
    ['review', true, false, []],
    ['done', false, true, ['released']],
  ]);
});

test('the outline is plain data', () => {
  // A function in it would be refused.
  expect(structuredClone(outline)).toEqual(outline);
});
