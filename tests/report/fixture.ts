import type {
  Comparison,
  Difference,
  IndicatorResult,
  Interval,
  Progress,
  ScenarioResult,
} from '../../src/experiment/index.ts';
import type { Change } from '../../src/scenario/index.ts';
import { evidence } from './evidence.ts';

interface Drawn {
  readonly name: string;
  readonly release: number;
  readonly dwell: number;
  readonly difference: number;
  readonly half: number;
  readonly better: number;
  readonly worse: number;
  readonly luck: number;
  readonly stages: readonly [number, number, number, number];
  /** Of the formal release. */
  readonly formally: number;
}

const drawn: readonly Drawn[] = [
  {
    name: 'practice of 2017',
    release: 95.9,
    dwell: 148,
    difference: 0,
    half: 0,
    better: 0,
    worse: 0,
    luck: 1,
    stages: [8.3, 81.4, 5.9, 52.4],
    formally: 0,
  },
  {
    name: 'two-step 60 %',
    release: 94.6,
    dwell: 100,
    difference: -1.3,
    half: 0.4,
    better: 0.58,
    worse: 0,
    luck: 41,
    stages: [8.3, 35.7, 3.6, 52.4],
    formally: 12,
  },
  {
    name: 'advance 100 %',
    release: 28.2,
    dwell: 80.3,
    difference: -67.7,
    half: 3.2,
    better: 1,
    worse: 0,
    luck: 3.1,
    stages: [8.3, 17.2, 2.4, 52.4],
    formally: -67,
  },
  {
    name: 'green channel',
    release: 95.9,
    dwell: 148,
    difference: 0,
    half: 0.3,
    better: 0.21,
    worse: 0.76,
    luck: 88,
    stages: [8.3, 81.4, 5.9, 52.4],
    formally: 0,
  },
  {
    name: 'attendance waiver',
    release: 95.5,
    dwell: 147.6,
    difference: -0.4,
    half: 0.6,
    better: 0.03,
    worse: 0,
    luck: 63,
    stages: [8.3, 81.4, 5.5, 52.4],
    formally: 0,
  },
  {
    name: 'all together',
    release: 29.1,
    dwell: 69.4,
    difference: -66.8,
    half: 3.1,
    better: 1,
    worse: 0,
    luck: 9.4,
    stages: [8.3, 7, 1.7, 52.4],
    formally: -40,
  },
];

/** Minutes that are left out of all replications. */
export const warmUp: number = 240 * 60;

/** Six scenarios a second after the start: drawn by hand, no result of any run. */
export const comparison: Comparison = comparisonOf('tooEarly', 12, 1);

/** The same, sharpened: intervals a quarter as wide, verdicts given. */
export const sharpened: Comparison = comparisonOf('notShown', 140, 0.25);

/** A second after the start. */
export const early: Progress = progressOf(comparison, { replications: 12, state: 'running', precision: 0.028 });

/** Wanted precision reached. */
export const reached: Progress = progressOf(sharpened, {
  replications: 140,
  state: 'precisionReached',
  precision: 0.0049,
});

/** Before the warm-up is known. */
export const provisional: Progress = {
  ...early,
  comparison: { ...comparison, scenarios: comparison.scenarios.map((each) => ({ ...each, provisional: true })) },
};

/** What the variants change. */
export const changes: Readonly<Record<string, readonly Change[]>> = {
  'practice of 2017': [],
  'two-step 60 %': [{ path: 'measures.twoStepDeclaration', before: '0 %', after: '60 %' }],
  'advance 100 %': [{ path: 'measures.advanceDeclaration', before: '25 %', after: '100 %' }],
  'green channel': [{ path: 'measures.greenChannel', before: 'off', after: 'on' }],
  'attendance waiver': [{ path: 'measures.attendanceWaiver', before: '0 %', after: '70 %' }],
  'all together': [
    { path: 'measures.twoStepDeclaration', before: '0 %', after: '60 %' },
    { path: 'measures.advanceDeclaration', before: '25 %', after: '100 %' },
    { path: 'measures.greenChannel', before: 'off', after: 'on' },
    { path: 'measures.attendanceWaiver', before: '0 %', after: '70 %' },
  ],
};

function comparisonOf(undecided: 'tooEarly' | 'notShown', replications: number, narrow: number): Comparison {
  return {
    scenarios: drawn.map((each) => resultOf(each, replications, narrow)),
    base: 'practice of 2017',
    differences: drawn.slice(1).flatMap((each): Difference[] =>
      [
        { indicator: 'releaseTime', difference: each.difference },
        { indicator: 'formalReleaseTime', difference: each.formally },
        { indicator: 'dwellTime', difference: each.dwell - 148 },
      ].map(({ indicator, difference }) => {
        const half = each.half * narrow;
        const interval: Interval = [difference - 0.9 * half, difference + 1.1 * half];
        const verdict = interval[1] < 0 ? 'shorter' : interval[0] > 0 ? 'longer' : undecided;
        return {
          scenario: each.name,
          scenarioZh: each.name,
          indicator,
          difference,
          interval,
          intervalAlone: [difference - 0.7 * half, difference + 0.8 * half],
          relative: difference / 95.9,
          gain: { better: each.better, worse: each.worse, same: 1 - each.better - each.worse, unfinished: 0 },
          verdict,
          luck: each.luck,
        };
      }),
    ),
  };
}

function resultOf(each: Drawn, replications: number, narrow: number): ScenarioResult {
  const [unloading, preparation, customs, pickUp] = each.stages;
  const half = 2.9 * narrow;
  return {
    scenario: each.name,
    scenarioZh: each.name,
    flow: 'sea-import',
    law: 'cn-2021-07-13',
    seed: 'qingdao',
    replications,
    warmUp: warmUp / 60,
    provisional: false,
    partial: false,
    horizon: 2016,
    events: 1_000_000,
    consignments: {
      counted: 8960 * replications,
      ended: { released: 8950 * replications, disposed: 4 * replications },
      unfinished: 6 * replications,
      oldest: 984,
    },
    indicators: {
      releaseTime: indicatorOf({ to: 'pickupPermitted|released', mean: each.release, half }),
      formalReleaseTime: indicatorOf({
        to: 'released',
        mean: each.release + each.formally + each.difference * -1,
        half,
      }),
      dwellTime: indicatorOf({ to: 'removed', mean: each.dwell, half: half * 1.4 }),
    },
    stages: {
      unloading: { mean: unloading },
      preparation: { mean: preparation },
      customs: { mean: customs },
      pickUp: { mean: pickUp },
    },
    byAttribute: {
      credit: Object.fromEntries(
        [
          ['advancedCertified', 0.93],
          ['generalCredit', 1],
          ['discredited', 1.3],
        ].map(([level, factor]) => [
          level,
          {
            releaseTime: { count: 1000, mean: each.release * Number(factor) },
            dwellTime: { count: 1000, mean: each.dwell * Number(factor) },
          },
        ]),
      ),
    },
    activities: {
      documentReview: {
        count: 107_520,
        wait: { mean: 0.5, interval: [0.47, 0.54] },
        waited: { share: 0.42, interval: [0.4, 0.44] },
        waitByPriority: {},
        service: { mean: 0.2 },
      },
      inspection: {
        count: 6100,
        wait: { mean: 9.4, interval: [8.9, 9.9] },
        waited: { share: 0.97, interval: [0.96, 0.98] },
        waitByPriority: {},
        service: { mean: 4 },
      },
    },
    resources: {
      documentOfficers: {
        count: 6,
        utilisation: 0.64,
        overtime: 0,
        queueLength: { mean: 1.4, max: 33 },
        wait: { count: 107_520, mean: 0.5, interval: [0.47, 0.54] },
      },
      inspectors: {
        count: 8,
        utilisation: 0.91,
        overtime: 3.4,
        queueLength: { mean: 6.2, max: 41 },
        wait: { count: 6100, mean: 9.4, interval: [8.9, 9.9] },
      },
    },
    fees: {
      lateDeclaration: { currency: 'CNY', mean: 21.25, charged: 5200 },
      storage: { currency: 'CNY', mean: 2500, charged: 40_000 },
    },
    terms: { declaration: { settled: 107_000, late: 5200, lateShare: { share: 0.0486, interval: [0.0461, 0.0512] } } },
    defaultsTaken: ['activities.greenChannelReview', 'delays.payment'],
    notes: replications < 50 ? [`${replications} replications: below 50 these intervals may be too short.`] : [],
    notesZh: replications < 50 ? [`仅 ${replications} 次重复：少于 50 次时区间可能偏窄。`] : [],
  };
}

function indicatorOf({ to, mean, half }: { to: string; mean: number; half: number }): IndicatorResult {
  const estimate = (value: number): IndicatorResult['p50'] => ({
    value,
    interval: [value - 0.95 * half, value + 1.05 * half],
  });
  return {
    unit: 'h',
    from: 'arrived',
    to,
    count: 107_400,
    mean,
    interval: [mean - 0.93 * half, mean + 1.1 * half],
    level: 0.95,
    p50: estimate(mean * 0.81),
    p90: estimate(mean * 1.78),
    p95: estimate(mean * 2.25),
  };
}

function progressOf(of: Comparison, at: Pick<Progress, 'replications' | 'state' | 'precision'>): Progress {
  return {
    comparison: of,
    replicationsMax: 400,
    precisionWanted: 0.005,
    of: 'releaseTime',
    consignments: 8960 * 6 * at.replications,
    evidence,
    ...at,
  };
}
