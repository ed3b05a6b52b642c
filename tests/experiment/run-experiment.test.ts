import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import {
  gainersOf,
  Gate,
  runExperiment,
  type Order,
  type Outcome,
  type Pool,
  type Progress,
} from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import { countOf } from '../../src/statistics/index.ts';
import { describedOf, golden, madeReplication, scenarioOf, setOf } from './made.ts';

interface Story {
  readonly run?: Partial<Scenario['run']>;
  readonly resources?: Scenario['resources'];
  /** Minutes that each variant takes more. */
  readonly variants?: readonly number[];
  readonly means?: (replication: number) => number;
  readonly startUp?: number;
  readonly pool?: { readonly width: number; readonly slow: (order: Order) => number };
  readonly watch?: {
    readonly tell: (progress: Progress) => void;
    readonly clock: () => number;
    readonly breathe?: () => Promise<void>;
  };
  readonly signal?: AbortSignal;
  readonly gate?: Gate;
  readonly onOrder?: (order: Order) => unknown;
  readonly stopAt?: number;
}

const spread = (replication: number): number => 600 + 60 * (golden(replication) - 0.5);

async function tell(story: Story): Promise<Outcome> {
  const scenarioWith = (name: string): Scenario =>
    scenarioOf({
      name,
      ...(story.run === undefined ? {} : { run: story.run }),
      ...(story.resources === undefined ? {} : { resources: story.resources }),
    });
  const set = setOf(
    scenarioWith('base'),
    (story.variants ?? []).map((more) => scenarioWith(`${more} more`)),
  );
  const pool: Pool = {
    width: story.pool?.width ?? 1,
    simulated: () => 0,
    async replicate(order) {
      story.onOrder?.(order);
      for (let turn = story.pool?.slow(order) ?? 0; turn > 0; turn--) await Promise.resolve();
      if (order.replication === story.stopAt) {
        return {
          ...madeReplication(order, { means: story.means ?? spread }),
          stop: {
            scenario: 'base',
            replication: order.replication,
            reason: 'overflow',
            about: 'review',
            states: [],
            consignment: 7,
            inSystem: 8,
            at: 3,
          },
        };
      }
      return madeReplication(order, {
        means: story.means ?? spread,
        ...(story.variants === undefined ? {} : { variants: story.variants }),
        ...(story.startUp === undefined ? {} : { startUp: story.startUp }),
      });
    },
  };
  const models = [set.base, ...set.variants.map((variant) => variant.scenario)].map(describedOf);
  const { watch, signal, gate } = story;
  return await runExperiment(set, models, {
    pool,
    ...(watch === undefined ? {} : { watch: { breathe: () => Promise.resolve(), ...watch } }),
    ...(signal === undefined ? {} : { signal }),
    ...(gate === undefined ? {} : { gate }),
  });
}

const fixed = (count: number): Partial<Scenario['run']> => ({
  replications: { min: count, max: count, precision: 0.05, of: 'releaseTime' },
});

describe('an experiment ends', () => {
  test('at its least number of replications when that is precise enough', async () => {
    const { progress } = await tell({});
    expect(progress).toMatchObject({ replications: 10, state: 'precisionReached', of: 'releaseTime' });
    expect(present(progress?.precision ?? undefined, 'a precision')).toBeLessThanOrEqual(0.05);
  });

  test('when its precision is reached, looked at as the number grows by 5 %', async () => {
    const asked: number[] = [];
    const { progress } = await tell({
      run: { replications: { min: 10, max: 400, precision: 0.004, of: 'releaseTime' } },
      onOrder: (order) => asked.push(order.replication),
    });
    expect(progress?.state).toBe('precisionReached');
    // 10 and then each time ceil(1.05 n), at least one more.
    const checks = new Set<number>();
    for (let n = 10; n <= 400; n = Math.max(n + 1, Math.ceil(n * 1.05))) checks.add(n);
    expect(checks).toContain(progress?.replications);
    expect(asked).toHaveLength(progress?.replications ?? 0);
  });

  test('at its greatest number, and says that the precision was not reached', async () => {
    const { progress } = await tell({
      run: { replications: { min: 10, max: 40, precision: 0.0001, of: 'releaseTime' } },
    });
    expect(progress).toMatchObject({ replications: 40, state: 'limitReached' });
    expect(progress?.comparison.scenarios[0]?.notes[0]).toMatch(
      /^Stopped at 40 replications; precision is .* wanted 0\.0 %\.$/,
    );
  });

  test('a single replication gives figures without intervals', async () => {
    const { progress } = await tell({ run: fixed(1), variants: [-60] });
    expect(progress).toMatchObject({ replications: 1, precision: null, state: 'limitReached' });
    expect(progress?.comparison.differences[0]).toMatchObject({
      difference: -1,
      interval: null,
      verdict: 'notShown',
      gain: { better: 1 },
    });
  });

  test('when the signal says so, with what is known', async () => {
    const stop = new AbortController();
    const { progress } = await tell({
      run: fixed(40),
      signal: stop.signal,
      onOrder: (order) => order.replication === 5 && stop.abort(),
      pool: { width: 1, slow: () => 5 },
    });
    expect(progress).toMatchObject({ replications: 5, state: 'stopped' });
    expect(progress?.comparison.scenarios[0]?.notes[0]).toBe('Stopped after 5 of 40 replications.');
  });

  test('when the signal came before anything was known, with nothing', async () => {
    expect(await tell({ signal: AbortSignal.abort() })).toEqual({ progress: undefined, stop: null });
  });

  test('when a model cannot be run on, with what is known and the reason', async () => {
    const { progress, stop } = await tell({ run: fixed(20), stopAt: 3 });
    expect(progress).toMatchObject({ replications: 3, state: 'stopped' });
    expect(stop).toMatchObject({ reason: 'overflow', about: 'review', replication: 3 });
    expect(progress?.comparison.scenarios[0]).toMatchObject({
      partial: true,
      notes: ['Stopped after 3 of 20 replications.', expect.anything() as unknown],
    });
  });

  test('when the first replication cannot be run on, with what it found up to there, marked as partial', async () => {
    const { progress, stop } = await tell({ run: fixed(20), stopAt: 0 });
    expect(stop).toMatchObject({ replication: 0 });
    expect(progress).toMatchObject({ replications: 1, state: 'stopped' });
    expect(progress?.comparison.scenarios[0]).toMatchObject({
      partial: true,
      indicators: { releaseTime: { count: 2 } },
      notes: [
        'Partial: base was stopped at hour 3.0 of its first replication; its figures are kept up to there.',
        'One replication gives no interval.',
      ],
    });
  });
});

describe('the outcome hangs on nothing but the scenarios', () => {
  const story: Story = {
    run: { replications: { min: 10, max: 60, precision: 0.004, of: 'releaseTime' }, warmUp: 'auto' },
    variants: [-30, 0],
    startUp: 100,
  };

  test('property: it is the same for any number of workers, however slow each replication is', async () => {
    const alone = JSON.stringify(await tell(story));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 7, maxLength: 7 }),
        async (width, waits) => {
          const many = await tell({ ...story, pool: { width, slow: (order) => waits[order.replication % 7] ?? 0 } });
          expect(JSON.stringify(many)).toBe(alone);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('ten replications are the first ten of twenty', async () => {
    const means = async (count: number): Promise<number> =>
      present(
        (await tell({ run: fixed(count) })).progress?.comparison.scenarios[0]?.indicators['releaseTime'],
        'release',
      ).mean;
    const hours = (count: number): number =>
      Array.from({ length: count }, (_, replication) => spread(replication) / 60).reduce((sum, each) => sum + each, 0) /
      count;
    expect(await means(10)).toBeCloseTo(hours(10), 12);
    expect(await means(20)).toBeCloseTo(hours(20), 12);
  });
});

describe('the warm-up', () => {
  test('is found from ten pilot replications of the base, and cut in all that count', async () => {
    const orders: Order[] = [];
    const { progress } = await tell({
      run: { ...fixed(12), warmUp: 'auto' },
      variants: [-60],
      startUp: 100,
      onOrder: (order) => orders.push(order),
    });
    expect(orders).toHaveLength(10 + 12);
    expect(
      orders.slice(0, 10).every((order) => order.models.length === 1 && order.warmUp === 0 && order.seriesBin === 6),
    ).toBe(true);
    // 100 bins of 6 minutes are the start-up.
    expect(new Set(orders.slice(10).map((order) => order.warmUp))).toEqual(new Set([600]));
    expect(progress?.comparison.scenarios[0]).toMatchObject({ warmUp: 10, provisional: false });
  });

  test('is rounded up to whole weeks where somebody keeps opening hours', async () => {
    const horizon = 12 * 10_080;
    const { progress } = await tell({
      run: { ...fixed(12), warmUp: 'auto', horizon },
      resources: { officers: { count: 3, calendar: 'office', queue: 'fifo' } },
      startUp: 100,
    });
    // A tenth of 12 weeks is 1.2 weeks.
    expect(progress?.comparison.scenarios[0]?.warmUp).toBe(2 * 168);
  });

  test('a run too short to find it is not cut, and says so', async () => {
    const { progress } = await tell({ run: { ...fixed(12), warmUp: 'auto' }, startUp: 990 });
    expect(progress?.comparison.scenarios[0]?.warmUp).toBe(0);
    expect(progress?.comparison.scenarios[0]?.notes[0]).toContain('too short');
  });

  test.each([
    { what: 'a warm-up that is given', run: { warmUp: 120 }, hours: 2 },
    { what: 'a terminating study', run: { warmUp: 'auto', study: 'terminating' }, hours: 0 },
    { what: 'the first consignments', run: { warmUp: 'auto', stopAfter: 1000 }, hours: 0 },
  ] as const)('$what needs no pilot', async ({ run, hours }) => {
    const orders: Order[] = [];
    const { progress } = await tell({ run: { ...fixed(12), ...run }, onOrder: (order) => orders.push(order) });
    expect(orders).toHaveLength(12);
    expect(progress?.comparison.scenarios[0]?.warmUp).toBe(hours);
  });
});

describe('who watches', () => {
  test('sees provisional figures of all scenarios first, then real ones, never fewer replications of the same kind', async () => {
    const seen: Progress[] = [];
    let now = 0;
    await tell({
      run: { ...fixed(30), warmUp: 'auto' },
      variants: [-60],
      startUp: 100,
      onOrder: () => (now += 200),
      watch: { tell: (progress) => void seen.push(progress), clock: () => now },
    });
    const kinds = seen.map((progress) => progress.comparison.scenarios[0]?.provisional);
    expect(kinds).toEqual([...kinds.filter((kind) => kind === true), ...kinds.filter((kind) => kind === false)]);
    expect(kinds[0]).toBe(true);
    expect(seen[0]?.comparison.scenarios).toHaveLength(2);
    const real = seen
      .filter((progress) => progress.comparison.scenarios[0]?.provisional === false)
      .map((progress) => progress.replications);
    expect(real[0]).toBe(4);
    expect(real).toEqual(real.toSorted((a, b) => a - b));
  });

  test('is given what the figures of each moment are made of; what comes later changes nothing of it', async () => {
    let now = 0;
    const told: Progress[] = [];
    await tell({
      run: { ...fixed(5), warmUp: 0 },
      variants: [-30, 0],
      onOrder: () => (now += 200),
      watch: { tell: (progress) => told.push(progress), clock: () => now },
    });
    expect(told.length).toBeGreaterThan(2);
    for (const { replications, evidence } of told) {
      expect(evidence.runs.map((runs) => runs.length)).toEqual([replications, replications, replications]);
      expect(evidence.pairs.map((pairs) => pairs.length)).toEqual([replications, replications]);
      // Two consignments a replication: half an hour sooner, or no change.
      const gainers = [0, 1].map((variant) => gainersOf(evidence, { variant, indicator: 'releaseTime' }));
      expect(gainers.map((each) => each?.all.better)).toEqual([1, 0]);
      expect(gainers.map((each) => countOf(present(each?.changes, 'changes')))).toEqual([
        8 * 2 * replications,
        8 * 2 * replications,
      ]);
    }
  });

  test('is told at most ten times a second', async () => {
    const at: number[] = [];
    let now = 0;
    await tell({
      run: fixed(40),
      onOrder: () => (now += 30),
      watch: { tell: () => void at.push(now), clock: () => now },
    });
    const gaps = at.slice(1).map((each, index) => each - present(at[index], 'an instant'));
    expect(at.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  });

  test('lets others have their turn after each scenario', async () => {
    const turns: string[] = [];
    await tell({
      run: fixed(2),
      variants: [1, 2],
      watch: {
        tell: () => void turns.push('told'),
        clock: () => 0,
        breathe: () => Promise.resolve(void turns.push('breath')),
      },
    });
    // After the first replication, and at the end, which is the outcome and is not told.
    expect(turns).toEqual(['breath', 'breath', 'breath', 'told', 'breath', 'breath', 'breath']);
  });

  test('can hold it up and let it go on', async () => {
    const gate = new Gate();
    gate.close();
    const orders: Order[] = [];
    const outcome = tell({ run: fixed(12), gate, onOrder: (order) => orders.push(order) });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(orders).toHaveLength(0);
    gate.open();
    expect((await outcome).progress?.replications).toBe(12);
  });
});

test('a variant that is observed for another time than the base says so', async () => {
  const set = setOf(scenarioOf({ run: fixed(5) }), [
    scenarioOf({ name: 'shorter', run: { ...fixed(5), horizon: 120 } }),
    scenarioOf({ name: 'alike', run: fixed(5) }),
  ]);
  const pool: Pool = {
    width: 1,
    simulated: () => 0,
    replicate: async (order) => madeReplication(order, { means: spread, variants: [60, 60] }),
  };
  const models = [set.base, ...set.variants.map((each) => each.scenario)].map(describedOf);
  const { progress } = await runExperiment(set, models, { pool });
  const notes = progress?.comparison.scenarios.map((each) => each.notes.join(' ').includes('for another time'));
  expect(notes).toEqual([false, true, false]);
});

test('a variant that changes what arrives is compared without gainers, and says so', async () => {
  const set = setOf(scenarioOf({ run: fixed(5) }), [scenarioOf({ name: 'busier', run: fixed(5), gap: 30 })]);
  const pool: Pool = {
    width: 1,
    simulated: () => 0,
    replicate: async (order) => ({ ...madeReplication(order, { means: spread, variants: [60] }), pairs: [null] }),
  };
  const { progress } = await runExperiment(
    set,
    [set.base, ...set.variants.map((each) => each.scenario)].map(describedOf),
    { pool },
  );
  expect(progress?.comparison.differences[0]?.gain).toBeNull();
  expect(progress?.comparison.scenarios[1]?.notes[0]).toContain('busier changes what arrives');
});
