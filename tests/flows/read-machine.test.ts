import { createActor, isMachineSnapshot } from 'xstate';
import { expect, test } from 'vitest';
import type { Mistake } from '../../src/base/index.ts';
import { namesOf, readMachine } from '../../src/flows/index.ts';

const twoLanes = {
  type: 'parallel',
  states: {
    goods: {
      initial: 'atSea',
      states: {
        atSea: { on: { ARRIVED: 'unloading' } },
        unloading: { tags: ['arrived'], after: { unloading: 'inYard', storage: { actions: { charge: 'storage' } } } },
        inYard: {
          tags: 'unloaded',
          always: { guard: { any: [{ in: 'papers.released' }, 'permit'] }, target: 'removed' },
        },
        removed: { type: 'final', tags: ['removed'] },
      },
    },
    papers: {
      initial: 'lodged',
      states: {
        lodged: {
          invoke: {
            src: 'review',
            onDone: [
              { guard: { not: { in: ['goods.atSea', 'goods.unloading'] } }, target: 'released' },
              { target: 'approved' },
            ],
          },
        },
        approved: {
          always: {
            guard: { all: [{ in: 'goods.inYard' }, 'isLucky'] },
            target: 'released',
            actions: [{ set: { permit: true, level: { copy: 'credit' } } }, { reach: 'permitted' }, { raise: 'TOLD' }],
          },
        },
        released: { type: 'final' },
      },
    },
  },
};

test('a machine file names what a scenario must define', () => {
  expect(namesOf(read(twoLanes).machine)).toEqual({
    guards: ['permit', 'isLucky'],
    activities: ['review'],
    delays: ['unloading', 'storage'],
    attributes: ['permit', 'level', 'credit'],
    fees: ['storage'],
    milestones: ['arrived', 'unloaded', 'removed', 'permitted'],
    events: ['ARRIVED'],
  });
});

test('it is a plain XState machine that waits to be told', () => {
  const actor = createActor(read(twoLanes).machine).start();
  actor.send({ type: 'ARRIVED' });
  const snapshot: unknown = actor.getSnapshot();
  expect(isMachineSnapshot(snapshot) && snapshot.value).toEqual({ goods: 'unloading', papers: 'lodged' });
  actor.send({ type: 'xstate.done.actor.0.test.papers.lodged' });
  expect(actor.getSnapshot().value).toEqual({ goods: 'unloading', papers: 'approved' });
  actor.send({ type: 'xstate.after.unloading.test.goods.unloading' });
  expect(actor.getSnapshot().value).toEqual({ goods: 'inYard', papers: 'approved' });
  actor.stop();
});

test('every mistake at once, with its path, what was found and the nearest word', () => {
  const mistakes = wrong({
    initial: 'revew',
    states: {
      review: { invoke: { src: 'service', onDon: 'done' }, on: { GO: { target: 'dome', gaurd: 'x' } } },
      nested: { states: { a: {} } },
      waits: { always: { guard: { in: 'nested.b' }, target: 'done' } },
      counts: { entry: { set: { n: [1] } }, exit: 'celebrate' },
      done: { type: 'finall' },
    },
  });
  expect(mistakes.map(({ code, path, found, nearest }) => [code, path.join('.'), found, nearest])).toEqual([
    ['unknown-state', 'initial', 'revew', 'review'],
    ['unknown-key', 'states.review.on.GO.gaurd', 'gaurd', 'guard'],
    ['unknown-state', 'states.review.on.GO.target', 'dome', 'done'],
    ['unknown-key', 'states.review.invoke.onDon', 'onDon', 'onDone'],
    ['missing-initial', 'states.nested', undefined, undefined],
    ['unknown-state', 'states.waits.always.guard.in', 'nested.b', 'a'],
    ['wrong-type', 'states.counts.entry.set.n', '[1]', undefined],
    ['wrong-type', 'states.counts.exit', '"celebrate"', undefined],
    ['unknown-word', 'states.done.type', 'finall', 'final'],
  ]);
});

test('targets: beside, inside, by id, several at once; a history with a default', () => {
  const flow = read({
    initial: 'a',
    states: {
      a: { on: { IN: 'b.two', FAR: '#deep', BOTH: { target: ['c.left.y', 'c.right.y'] } } },
      b: {
        initial: 'one',
        on: { INSIDE: '.two', AGAIN: { target: 'b', reenter: true } },
        states: { one: { id: 'deep' }, two: {}, last: { type: 'history', history: 'deep', target: 'two' } },
      },
      c: {
        type: 'parallel',
        onDone: 'b.last',
        states: {
          left: { initial: 'x', states: { x: null, y: { type: 'final' } } },
          right: { initial: 'x', states: { x: {}, y: { type: 'final' } } },
        },
      },
    },
  });
  const actor = createActor(flow.machine).start();
  actor.send({ type: 'BOTH' });
  expect(actor.getSnapshot().value).toEqual({ b: 'two' });
  actor.stop();
});

test.each(['on', 'after'])('a transition under %s needs a name', (key) => {
  const mistakes = wrong({ initial: 'a', states: { a: { [key]: { '': 'b' } }, b: { type: 'final' } } });
  expect(mistakes).toEqual([expect.objectContaining({ code: 'no-name', path: ['states', 'a', key, ''] })]);
});

test.each<[string, unknown, string, string]>([
  ['a machine that is no mapping', 'review', '', 'wrong-type'],
  ['a parallel state with `initial`', { type: 'parallel', initial: 'a', states: { a: {} } }, 'initial', 'unknown-key'],
  [
    'a target of the whole machine without dot',
    { initial: 'a', states: { a: {} }, on: { GO: 'a' } },
    'on.GO',
    'unknown-state',
  ],
  [
    'two words in one guard',
    { initial: 'a', states: { a: { always: { guard: { in: 'a', not: 'b' }, target: 'a' } } } },
    'states.a.always.guard',
    'too-many-keys',
  ],
  [
    '`history` on an ordinary state',
    { initial: 'a', states: { a: { history: 'deep' } } },
    'states.a.history',
    'unknown-key',
  ],
  [
    'an activity without name',
    { initial: 'a', states: { a: { invoke: { onDone: 'a' } } } },
    'states.a.invoke',
    'wrong-type',
  ],
  ['an id that nobody has', { initial: 'a', states: { a: { on: { GO: '#b' } } } }, 'states.a.on.GO', 'unknown-state'],
])('%s', (_, config, path, code) => {
  expect(wrong(config).map((mistake) => [mistake.path.join('.'), mistake.code])).toEqual([[path, code]]);
});

function read(config: unknown): Extract<ReturnType<typeof readMachine>, { ok: true }>['value'] {
  const result = readMachine(config, 'test');
  if (!result.ok) throw new Error(JSON.stringify(result.wrong));
  return result.value;
}

function wrong(config: unknown): readonly Mistake[] {
  const result = readMachine(config, 'test');
  return result.ok ? [] : result.wrong;
}
