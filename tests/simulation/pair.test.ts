import { expect, test } from 'vitest';
import { pair, type Times } from '../../src/simulation/pair.ts';
import { coarseOf } from '../experiment/made.ts';
import { run } from './story.ts';

/** Consignments with their release time in minutes, and their credit: 0 good, 1 bad; `-` is not counted, `?` not finished. */
function timesOf(consignments: readonly (readonly [time: number | '-' | '?', credit: 0 | 1])[]): Times {
  const column = (of: (at: number) => number): Float64Array => Float64Array.from(consignments.keys(), of);
  return {
    arrivals: column((at) => (consignments[at]?.[0] === '-' ? Number.NaN : 10 * at)),
    indicators: new Map([['releaseTime', column((at) => Number(consignments[at]?.[0]))]]),
    groups: [{ attribute: 'credit', levels: ['good', 'bad'], of: column((at) => consignments[at]?.[1] ?? 0) }],
  };
}

test('who gains, who loses, who stays: all together, and by the level that they have in the base', () => {
  const base = timesOf([
    [100, 0],
    [100, 1],
    [100, 1],
    [100, 0],
    ['?', 0],
    ['-', 1],
    [100, 0],
  ]);
  // Twenty sooner; ten later; half a minute is no change; exactly one is; one that was not finished has no change.
  const variant = timesOf([
    [80, 1],
    [110, 1],
    [100.5, 1],
    [99, 0],
    [50, 0],
    [50, 1],
    ['-', 0],
  ]);
  const { results, changes } = pair(base, variant);
  expect(results['releaseTime']).toEqual({
    better: 2,
    worse: 1,
    same: 1,
    unfinished: 1,
    change: { count: 4, mean: (-20 + 10 + 0.5 - 1) / 4 },
    gain: -10.5,
    loss: 10,
    byAttribute: {
      credit: {
        good: { better: 2, worse: 0, same: 0, unfinished: 1, change: { count: 2, mean: -10.5 }, gain: -10.5, loss: 0 },
        bad: { better: 0, worse: 1, same: 1, unfinished: 0, change: { count: 2, mean: 5.25 }, gain: 0, loss: 10 },
      },
    },
  });
  expect(changes['releaseTime']).toEqual(coarseOf([-20, 10, 0.5, -1]));
});

test('a run tells the level of each counted consignment', () => {
  const shop = `name: shop
flow:
  initial: served
  states: {served: {invoke: {src: service, onDone: done}}, done: {type: final}}
activities: {service: {needs: clerk, takes: {by: size, small: 1 min, big: 30 min}}}
attributes: {size: {small: 60 %, big: 40 %}}
resources: {clerk: 100}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 20 h, warmUp: 0 h, seed: story, replications: 1}
`;
  const { times, result } = run(shop, 0, 60);
  const [group] = times?.groups ?? [];
  expect([group?.attribute, group?.levels]).toEqual(['size', ['small', 'big']]);
  const clearance = times?.indicators.get('clearanceTime') ?? new Float64Array(0);
  // Nobody waits, so the time tells the size.
  const levels = [...clearance].map((minutes) => (Number.isNaN(minutes) ? Number.NaN : minutes < 2 ? 0 : 1));
  expect([...(group?.of ?? [])]).toEqual(levels);
  expect(levels.filter((each) => each === 1)).toHaveLength(
    result.byAttribute['size']?.['big']?.['clearanceTime']?.count ?? 0,
  );
});
