import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { summarise } from '../../src/experiment/summarise.ts';
import type { Activity } from '../../src/scenario/index.ts';
import type { ActivityResult, RunResult } from '../../src/simulation/index.ts';
import { willinkInterval } from '../../src/statistics/index.ts';
import { describedOf, runOf, scenarioOf } from './made.ts';

const plain = { name: 'base', warmUp: 0, provisional: false, partial: false, isRunning: false, notes: [] };

describe('a scenario after some replications', () => {
  test('one replication has figures in hours and no interval, and says so', () => {
    const result = summarise(describedOf(scenarioOf()), [runOf(0, [60, 120, 180])], plain);
    const release = present(result.indicators['releaseTime'], 'releaseTime');
    expect(release).toMatchObject({ unit: 'h', from: 'arrived', to: 'released', count: 3, mean: 2, interval: null });
    expect(release.p90.interval).toBeNull();
    expect(result.notes).toEqual(['One replication gives no interval.']);
  });

  test('the mean is that of the replications, whatever their size, with the interval of just these means', () => {
    const runs = [runOf(0, [60]), runOf(1, [180, 180, 180]), runOf(2, [300, 300])];
    const release = present(summarise(describedOf(scenarioOf()), runs, plain).indicators['releaseTime'], 'releaseTime');
    expect(release.mean).toBe(3);
    expect(release.count).toBe(6);
    const [low, high] = present(willinkInterval([60, 180, 300], 0.95) ?? undefined, 'an interval');
    expect(release.interval).toEqual([low / 60, high / 60]);
  });

  test('a replication without an observation is left out of the mean, and all without give 0', () => {
    const runs = [runOf(0, [60]), runOf(1, []), runOf(2, [180])];
    expect(summarise(describedOf(scenarioOf()), runs, plain).indicators['releaseTime']).toMatchObject({
      mean: 2,
      count: 2,
    });
    expect(summarise(describedOf(scenarioOf()), [runOf(0, [])], plain).indicators['releaseTime']).toMatchObject({
      mean: 0,
      count: 0,
      interval: null,
      p90: { value: 0, interval: null },
    });
  });

  test('quantiles are of all consignments together: 9 of 10 took an hour, one took ten', () => {
    const runs = [runOf(0, [60, 60, 60, 60, 60]), runOf(1, [60, 60, 60, 60, 600])];
    const release = present(summarise(describedOf(scenarioOf()), runs, plain).indicators['releaseTime'], 'releaseTime');
    // A bucket of the histogram is at most 0.8 % wide.
    expect(release.p50.value).toBeCloseTo(1, 1);
    expect(release.p95.value / 10).toBeCloseTo(1, 1);
    expect(present(release.p95.interval?.[1], 'an upper end')).toBeGreaterThanOrEqual(release.p95.value);
  });

  test('counts add up, the oldest of all is the oldest, groups weigh by consignments', () => {
    const rest = (count: number, mean: number, oldest: number): Partial<RunResult> => ({
      consignments: { counted: count, ended: { released: count - 1 }, unfinished: 1, oldest },
      byAttribute: { credit: { good: { releaseTime: { count, mean } } } },
      fees: { storage: { currency: 'CNY', total: 20 * count, charged: 1 } },
      terms: { declaration: { settled: count, late: 1 } },
    });
    const result = summarise(
      describedOf(scenarioOf()),
      [runOf(0, [60], rest(10, 60, 600)), runOf(1, [60], rest(30, 120, 60))],
      plain,
    );
    expect(result.consignments).toEqual({ counted: 40, ended: { released: 38 }, unfinished: 2, oldest: 10 });
    expect(result.byAttribute['credit']?.['good']?.['releaseTime']).toEqual({ count: 40, mean: 1.75 });
    expect(result.fees['storage']).toEqual({ currency: 'CNY', mean: 20, charged: 2 });
    // One of ten and one of thirty were late: 6.7 % on average.
    expect(result.terms['declaration']).toMatchObject({ settled: 40, late: 2 });
    expect(result.terms['declaration']?.lateShare.share).toBeCloseTo((0.1 + 1 / 30) / 2, 12);
  });

  test('shares that waited stay within 0 and 1', () => {
    const activity = {
      count: 4,
      wait: { count: 4, mean: 30 },
      waited: 4,
      waitByPriority: { 1: { count: 4, mean: 30 } },
      service: { count: 4, mean: 6 },
    };
    const other = { ...activity, waited: 3, wait: { count: 4, mean: 90 } };
    const result = summarise(
      describedOf(scenarioOf()),
      [runOf(0, [60], { activities: { review: activity } }), runOf(1, [60], { activities: { review: other } })],
      plain,
    );
    expect(result.activities['review']).toMatchObject({
      count: 8,
      wait: { mean: 1 },
      waited: { share: 0.875 },
      service: { mean: 0.1 },
      waitByPriority: { 1: { mean: 0.5 } },
    });
    const ends = present(result.activities['review']?.waited.interval ?? undefined, 'an interval');
    expect(ends[0]).toBeGreaterThanOrEqual(0);
    expect(ends[1]).toBeLessThanOrEqual(1);
  });

  test('who waits for a resource waits for it with whatever activity needs it', () => {
    const officers = { count: 3, calendar: undefined, queue: 'fifo' } as const;
    const needing = (needs: Readonly<Record<string, number>>): Activity => ({
      needs,
      takes: undefined,
      holds: true,
      priority: undefined,
    });
    const scenario = scenarioOf({
      resources: { officers, bays: officers },
      activities: { review: needing({ officers: 1 }), second: needing({ officers: 1, bays: 1 }), third: needing({}) },
    });
    const used = { utilisation: 0.5, overtime: 0, queueLength: { mean: 1, max: 3 } };
    const waiting = (count: number, mean: number): ActivityResult => ({
      count,
      wait: { count, mean },
      waited: 0,
      waitByPriority: {},
      service: { count, mean: 0 },
    });
    const runs = [
      { review: waiting(3, 60), second: waiting(1, 180), third: waiting(9, 600) },
      { review: waiting(2, 30), second: waiting(0, 0), third: waiting(9, 600) },
    ].map((activities, at) => runOf(at, [60], { activities, resources: { officers: used, bays: used } }));
    const { resources } = summarise(describedOf(scenario), runs, plain);
    // Officers: 90 minutes in the first replication, 30 in the second; bays: 180 in the first, nobody in the second.
    expect(resources['officers']?.wait).toMatchObject({ count: 6, mean: 1 });
    expect(resources['officers']?.wait.interval).not.toBeNull();
    expect(resources['bays']?.wait).toEqual({ count: 1, mean: 3, interval: null });
  });

  test('a resource that is always busy before a line that only grows is overloaded; a full one with a line that comes and goes is not', () => {
    const scenario = scenarioOf({ resources: { officers: { count: 3, calendar: undefined, queue: 'fifo' } } });
    const with_ = (utilisation: number, mean: number, max: number): readonly string[] =>
      summarise(
        describedOf(scenario),
        [runOf(0, [60], { resources: { officers: { utilisation, overtime: 0, queueLength: { mean, max } } } })],
        plain,
      ).notes;
    expect(with_(0.98, 6000, 15_000).join()).toContain('officers cannot keep up');
    expect(with_(0.992, 20, 200).join()).not.toContain('cannot keep up');
    expect(with_(0.85, 500, 1000).join()).not.toContain('cannot keep up');
  });
});

test('a quantile is one of the observations: a constant is known exactly', () => {
  const runs = [0, 1, 2].map((replication) => runOf(replication, [300, 300, 300]));
  const release = present(summarise(describedOf(scenarioOf()), runs, plain).indicators['releaseTime'], 'releaseTime');
  expect([release.p50, release.p95]).toEqual([
    { value: 5, interval: [5, 5] },
    { value: 5, interval: [5, 5] },
  ]);
});
