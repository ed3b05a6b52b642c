import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { simulate, type RunResult } from '../../src/simulation/index.ts';
import { tQuantile } from '../../src/statistics/index.ts';
import { modelOf } from './story.ts';

// The example files as they stand, and the results that theory (or the C++ program's forty seeds) says must come out.

/** Figures of some replications of an example; `change` edits its text first. */
function results(
  name: string,
  of: { replications: number; warmUp: number },
  change = (text: string) => text,
): RunResult[] {
  const model = modelOf(change(readFileSync(`scenarios/examples/${name}.yaml`, 'utf8')));
  return Array.from(
    { length: of.replications },
    (_, replication) => simulate(model, { replication, warmUp: of.warmUp, keepTimes: false, seriesBin: 0 }).result,
  );
}

/** Fails when the mean of the values lies further from `expected` than chance takes it one time in ten thousand (Student's t). */
function expectMean(values: readonly number[], expected: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
  const bound = tQuantile(1 - 0.5e-4, values.length - 1) * Math.sqrt(variance / values.length);
  expect(Math.abs(mean - expected)).toBeLessThan(bound);
  // And it is known well enough to see an error of a twentieth.
  expect(bound).toBeLessThan(0.05 * expected);
}

const activity = (result: RunResult, name: string) => present(result.activities[name], name);

test('mm3: Erlang C', () => {
  const runs = results('mm3', { replications: 50, warmUp: 200 * 60 });
  expectMean(
    runs.map((run) => activity(run, 'service').wait.mean / 60),
    0.2838785,
  );
  expectMean(
    runs.map((run) => activity(run, 'service').waited / activity(run, 'service').count),
    0.56775701,
  );
  expectMean(
    runs.map((run) => present(run.resources['officers'], 'officers').utilisation),
    0.75,
  );
});

test('priority-review: who goes first waits a fifth of what the others wait', () => {
  const runs = results('priority-review', { replications: 40, warmUp: 200 * 60 });
  const wait = (run: RunResult, priority: string): number =>
    present(activity(run, 'documentReview').waitByPriority[priority], priority).mean;
  expectMean(
    runs.map((run) => wait(run, '1')),
    2.8386,
  );
  expectMean(
    runs.map((run) => wait(run, '0')),
    14.1928,
  );
  expectMean(
    runs.map((run) => activity(run, 'documentReview').wait.mean),
    10.7865,
  );
});

test('customs-network: within the spread of the C++ program', () => {
  const run = present(results('customs-network', { replications: 1, warmUp: 0 })[0], 'a run');
  const wait = activity(run, 'documentReview').waitByPriority;
  expect(Math.abs(present(wait['1'], 'high').mean / 2.8386 - 1)).toBeLessThan(0.03);
  expect(Math.abs(present(wait['0'], 'low').mean / 14.1928 - 1)).toBeLessThan(0.07);
  const clearance = (level: string): number =>
    present(run.byAttribute['class']?.[level]?.['clearanceTime'], level).mean;
  expect(clearance('high')).toBeGreaterThan(153.4);
  expect(clearance('high')).toBeLessThan(156.4);
  expect(clearance('low')).toBeGreaterThan(179);
  expect(clearance('low')).toBeLessThan(195);
});

test('two-lanes: release at arrival with advance declaration, else after papers and review', () => {
  const runs = results('two-lanes', { replications: 20, warmUp: 2 * 10_080 });
  const hours = (run: RunResult, indicator: string): number => present(run.indicators[indicator], indicator).mean / 60;
  expectMean(
    runs.map((run) => hours(run, 'releaseTime')),
    15.25,
  );
  expectMean(
    runs.map((run) => hours(run, 'dwellTime')),
    29.25,
  );
  const advance = (share: number) => (text: string) =>
    text.replace('advanceDeclaration: 50 %', `advanceDeclaration: ${share} %`);
  const all = present(results('two-lanes', { replications: 1, warmUp: 0 }, advance(100))[0], 'a run');
  // Papers of 30 h are done long before a ship of 96 h, so everybody is released at arrival and leaves 8 + 10 h later.
  expect(all.indicators['releaseTime']).toMatchObject({ min: 0, max: 0 });
  expect(hours(all, 'dwellTime')).toBeCloseTo(18, 9);
  const nobody = results('two-lanes', { replications: 20, warmUp: 0 }, advance(0));
  expectMean(
    nobody.map((run) => hours(run, 'releaseTime')),
    30.5,
  );
});

test('sea-import-2017: without advance declaration the stages are those of Qingdao 2017, within a tenth', () => {
  const runs = results('sea-import-2017', { replications: 4, warmUp: 2 * 10_080 }, (text) =>
    text.replace('advanceDeclaration: 10 %, twoStep', 'advanceDeclaration: 0 %, twoStep'),
  );
  const stage = (name: string): number =>
    runs.reduce((sum, run) => sum + present(run.stages[name], name).mean / 60, 0) / runs.length;
  expect(Math.abs(stage('unloading') / 8.3 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('preparation') / 81.4 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('customs') / 5.9 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('pickUp') / 52.4 - 1)).toBeLessThan(0.1);
});
