import fc from 'fast-check';
import { expect, test } from 'vitest';
import { At, EventList, nodeWidth, Rank } from '../../src/engine/event-list.ts';

/** Plans `times` in order; gives the nodes. */
function planAll(list: EventList, times: readonly number[], rank: number = Rank.delay): number[] {
  return times.map((time, index) => {
    const node = list.make(rank, index, 0);
    list.time[node] = time;
    list.plan(node);
    return node;
  });
}

function takeAll(list: EventList): number[] {
  const owners: number[] = [];
  while (list.length > 0) {
    const node = list.takeFirst();
    owners.push(list.node[node * nodeWidth + At.owner] as number);
    list.recycle(node);
  }
  return owners;
}

test('events leave in the order of their instants', () => {
  const list = new EventList();
  planAll(list, [30, 10, 20]);
  expect(takeAll(list)).toEqual([1, 2, 0]);
});

test('at one instant: calendar changes, then completions, ends of delays, deadlines, arrivals, each in the order of planning', () => {
  const list = new EventList();
  const ranks = [Rank.arrival, Rank.deadline, Rank.delay, Rank.completion, Rank.calendar, Rank.delay, Rank.completion];
  for (const [index, rank] of ranks.entries()) {
    const node = list.make(rank, index, 0);
    list.time[node] = 480;
    list.plan(node);
  }
  expect(takeAll(list)).toEqual([4, 3, 6, 2, 5, 1, 0]);
});

test('an event that is cancelled never happens, and its node is used again', () => {
  const list = new EventList();
  const [first, second] = planAll(list, [10, 20, 30]);
  list.cancel(first as number);
  list.recycle(first as number);
  expect(list.make(Rank.delay, 9, 0)).toBe(first);
  expect(list.node[list.first() * nodeWidth + At.owner]).toBe(1);
  expect(list.isPlanned(second as number)).toBe(true);
  expect(takeAll(list)).toEqual([1, 2]);
});

test('any planning, cancelling and taking leaves the order of a sorted list', () => {
  const instant = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.double({ min: 0, max: 1e6, noNaN: true }));
  const command = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('plan' as const), time: instant, rank: fc.integer({ min: 0, max: 4 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('take' as const) }) },
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 300 }), (commands) => {
      const list = new EventList();
      let sorted: { node: number; time: number; rank: number; serial: number }[] = [];
      for (const [serial, each] of commands.entries()) {
        if (each.do === 'plan') {
          const node = list.make(each.rank, serial, 0);
          list.time[node] = each.time;
          list.plan(node);
          sorted = [...sorted, { node, time: each.time, rank: each.rank, serial }].toSorted(
            (a, b) => a.time - b.time || a.rank - b.rank || a.serial - b.serial,
          );
        } else if (sorted.length > 0) {
          const at = each.do === 'cancel' ? each.which % sorted.length : 0;
          const expected = sorted[at] as (typeof sorted)[number];
          if (each.do === 'cancel') list.cancel(expected.node);
          else expect(list.takeFirst()).toBe(expected.node);
          list.recycle(expected.node);
          sorted = sorted.filter((_, index) => index !== at);
        }
        expect(list.length).toBe(sorted.length);
        if (sorted.length > 0) expect(list.first()).toBe(sorted[0]?.node);
      }
    }),
  );
});

test('ten thousand pending events keep their order while the pool grows', () => {
  const list = new EventList();
  const times = Array.from({ length: 10_000 }, (_, index) => (index * 7919) % 10_007);
  planAll(list, times);
  const taken = takeAll(list).map((owner) => times[owner] as number);
  expect(taken).toEqual(times.toSorted((a, b) => a - b));
});
