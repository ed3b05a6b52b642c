import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openEventList, Rank, type EventList } from './event-list.ts';

/** Plans `times` in order, for the owners 1, 2, 3 ...; gives what they are cancelled by. */
function planAll(list: EventList, times: readonly number[], rank: number = Rank.delay): number[] {
  return times.map((time, index) => list.plan(time, rank, index + 1));
}

function takeAll(list: EventList): number[] {
  const owners: number[] = [];
  while (list.firstTime() < Infinity) owners.push(list.take());
  return owners;
}

test('events leave in the order of their instants', () => {
  const list = openEventList();
  planAll(list, [30, 10, 20]);
  expect(takeAll(list)).toEqual([2, 3, 1]);
});

test('at one instant: calendar changes, then completions, ends of delays, deadlines, arrivals, each in the order of planning', () => {
  const list = openEventList();
  const ranks = [Rank.arrival, Rank.deadline, Rank.delay, Rank.completion, Rank.calendar, Rank.delay, Rank.completion];
  for (const [index, rank] of ranks.entries()) list.plan(480, rank, index + 1);
  expect(takeAll(list)).toEqual([5, 4, 7, 3, 6, 2, 1]);
});

test('an event that is cancelled never happens', () => {
  const list = openEventList();
  const [first = 0] = planAll(list, [10, 20, 30]);
  list.cancel(first);
  expect(list.pending()).toBe(2);
  expect(list.firstTime()).toBe(20);
  expect(takeAll(list)).toEqual([2, 3]);
});

interface Planned {
  readonly node: number;
  readonly time: number;
  readonly rank: number;
  readonly owner: number;
}

/** A list beside an array that is kept in order: the two must never differ. */
class Twins {
  readonly list: EventList = openEventList();
  readonly sorted: Planned[] = [];
  #owners = 0;

  plan(time: number, rank: number): void {
    const owner = ++this.#owners;
    const planned = { node: this.list.plan(time, rank, owner), time, rank, owner };
    // After all that are not later: the order of planning decides last.
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.sorted[middle] as Planned;
      if (other.time < time || (other.time === time && other.rank <= rank)) low = middle + 1;
      else high = middle;
    }
    this.sorted.splice(low, 0, planned);
  }

  cancel(which: number): void {
    const [planned] = this.sorted.splice(which % this.sorted.length, 1);
    if (planned !== undefined) this.list.cancel(planned.node);
  }

  /** Takes from both; gives the instant. */
  take(): number {
    const first = this.sorted.shift() as Planned;
    const [time, owner] = [this.list.firstTime(), this.list.take()];
    if (time !== first.time || owner !== first.owner)
      throw new Error(`${owner} left at ${time}, where ${first.owner} was due at ${first.time}`);
    return time;
  }
}

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
      const twins = new Twins();
      for (const each of commands) {
        if (each.do === 'plan') twins.plan(each.time, each.rank);
        else if (twins.sorted.length === 0) continue;
        else if (each.do === 'cancel') twins.cancel(each.which);
        else twins.take();
        expect(twins.list.pending()).toBe(twins.sorted.length);
      }
    }),
  );
});

// With thousands pending rungs are made, poured and spread anew: each case is a way in which rates and scales change under it.
const gaps: Readonly<Record<string, (turn: number, luck: () => number) => number>> = {
  'all alike': (_, luck) => luck() * 100,
  'a 14-day deadline beside services of two minutes': (turn, luck) => (turn % 3 === 0 ? 20_160 : 4 * luck()),
  'thousands at one instant': (turn) => 1440 - (turn % 7 === 0 ? turn % 1440 : 0),
  'ten decades of scales': (_, luck) => Math.exp(23 * luck()) / 1e4,
  'a rate that falls a thousandfold': (turn, luck) => luck() * (turn < 6000 ? 1 : 1000),
  'a rate that rises a thousandfold': (turn, luck) => luck() * (turn < 6000 ? 1000 : 1),
  'all at once': () => 0,
};

test.each(Object.entries(gaps))('thousands of pending events keep their order: %s', (_, gap) => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 600, max: 6000 }),
      fc.constantFrom(0, 4),
      (seed, pending, cancelled) => {
        let state = seed;
        // A linear congruence is luck enough to mix gaps.
        const luck = (): number => {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
          return (state >>> 0) / 4_294_967_296;
        };
        const twins = new Twins();
        let now = 0;
        for (let turn = 0; turn < pending; turn++) twins.plan(gap(turn, luck), turn % 5);
        for (let turn = 0; turn < 12_000 && twins.sorted.length > 0; turn++) {
          now = twins.take();
          twins.plan(now + gap(turn, luck), turn % 5);
          // Four of five are cancelled sooner or later: more marks than events.
          for (let each = 0; each < cancelled; each++) {
            twins.plan(now + gap(turn + each, luck), 2);
            twins.cancel(Math.floor(luck() * twins.sorted.length));
          }
        }
        while (twins.sorted.length > 0) twins.take();
        expect(twins.list.pending()).toBe(0);
      },
    ),
    { numRuns: 4 },
  );
});

test('hundreds of events at one instant, whose mean comes out before them, keep their order among others', () => {
  const instant = 9602.1 + 1 / 3;
  const count = [...Array.from({ length: 2000 }).keys()].find((many) => {
    let sum = 0;
    for (let each = 0; each < many; each++) sum += instant;
    return many > 600 && sum / many < instant;
  });
  if (count === undefined) throw new Error('no such number of events');
  const twins = new Twins();
  for (let each = 0; each < count; each++) twins.plan(instant, Rank.delay);
  for (let each = 0; each < 50; each++) {
    twins.plan(instant + 1 + each, Rank.delay);
    twins.plan(instant + 0.5 * each, Rank.deadline);
  }
  while (twins.sorted.length > 0) twins.take();
});
