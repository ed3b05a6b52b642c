import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { parseScenario, type Scenario } from '../../src/scenario/index.ts';
import { prepare, simulate, type RunResult } from '../../src/simulation/index.ts';

const noFiles = (path: string): never => {
  throw new Error(`no file is read: ${path}`);
};
const file = 'scenarios/sea-import-2017.yaml';
const parsed = parseScenario({ file, text: readFileSync(file, 'utf8') }, noFiles);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.wrong));
const { base, variants } = parsed.value;

/** Two weeks are cut, ten are counted: about 11,400 consignments in each of four replications. */
function run(scenario: Scenario): RunResult[] {
  const model = prepare(scenario);
  if (!model.ok) throw new Error(JSON.stringify(model.wrong));
  return [0, 1, 2, 3].map(
    (replication) => simulate(model.value, { replication, warmUp: 20_160, keepTimes: false, seriesBin: 0 }).result,
  );
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const ofBase = run(base);

test('the base has the stage means of Qingdao 2017', () => {
  // One replication's means spread by 0.1 h (customs) to 0.6 h (preparation): a tenth is more than eight standard errors of four.
  const stage = (name: string): number => mean(ofBase.map(({ stages }) => present(stages[name], name).mean / 60));
  expect(Math.abs(stage('unloading') / 8.3 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('preparation') / 81.4 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('customs') / 5.9 - 1)).toBeLessThan(0.1);
  expect(Math.abs(stage('pickUp') / 52.4 - 1)).toBeLessThan(0.1);
});

test('the stages add up to the dwell time', () => {
  // Of consignments that left: those returned or destroyed have no dwell time.
  for (const { stages, indicators } of ofBase) {
    const sum = Object.values(stages).reduce((minutes, stage) => minutes + stage.mean, 0);
    expect(sum).toBeCloseTo(present(indicators['dwellTime'], 'dwellTime').mean, 6);
  }
});

/** Change of an indicator in each replication, in hours: the same consignments, the same luck. */
function changes(variant: string, indicator: string): number[] {
  const scenario = present(
    variants.find(({ name }) => name === variant),
    variant,
  ).scenario;
  const found = results.get(variant) ?? run(scenario);
  results.set(variant, found);
  return found.map(({ indicators }, index) => {
    const before = present(present(ofBase[index], 'a replication').indicators[indicator], indicator).mean;
    return (present(indicators[indicator], indicator).mean - before) / 60;
  });
}
const results = new Map<string, RunResult[]>();

// In every replication, so that the sign is no accident: four of four by chance alone is 1 in 16 for a change of nothing.
test.each([
  ['advance declaration', 'releaseTime', 'shorter'],
  ['advance declaration', 'formalReleaseTime', 'shorter'],
  ['advance declaration', 'dwellTime', 'shorter'],
  ['two-step declaration', 'releaseTime', 'shorter'],
  ['two-step declaration', 'dwellTime', 'shorter'],
  ['two-step declaration', 'formalReleaseTime', 'longer'],
  ['attendance waiver', 'releaseTime', 'shorter'],
  ['attendance waiver', 'customsTime', 'shorter'],
  ['everything of the campaign', 'releaseTime', 'shorter'],
])('%s: %s is %s', (variant, indicator, sign) => {
  const signs = changes(variant, indicator).map((change) => (change < 0 ? 'shorter' : 'longer'));
  expect(signs).toEqual([sign, sign, sign, sign]);
});

test('the green channel moves the mean by less than a minute: it gives to some what it takes from others', () => {
  for (const change of changes('green channel', 'releaseTime')) expect(Math.abs(change)).toBeLessThan(1 / 60);
});
