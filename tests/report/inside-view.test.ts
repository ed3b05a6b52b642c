import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { insideView, nothingYet, wordsOf, type InsideView } from '../../src/report/index.ts';
import type { Comparison } from '../../src/experiment/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';
import type { Week } from '../../src/simulation/index.ts';
import { comparison } from './fixture.ts';

/** The parts of a scenario that one looks at from inside. */
const scenario = {
  resources: {
    documentOfficers: { count: 6, calendar: undefined, queue: 'fifo' },
    inspectors: { count: 8, calendar: 'office', queue: 'priority' },
    gate: { count: 1, calendar: undefined, queue: 'fifo' },
  },
  activities: {
    documentReview: { needs: { documentOfficers: 1 } },
    greenChannelReview: { needs: { documentOfficers: 1 } },
    inspection: { needs: { inspectors: 1 } },
  },
} as unknown as Scenario;

const hours = Array.from({ length: 168 }, (_, hour) => hour);
const station = {
  waiting: hours.map((hour) => (hour === 9 ? 120 : 0)),
  longest: hours.map(() => 0),
  busy: hours.map(() => 0),
  came: hours.map(() => 1),
  waited: hours.map(() => 60),
  byLevel: {
    credit: { advancedCertified: { count: 9, mean: 24 }, discredited: { count: 0, mean: 0 } },
    goods: { ordinary: { count: 9, mean: 600 } },
  },
};
const week: Week = {
  replication: 0,
  minutes: hours.map(() => 60),
  stations: { documentOfficers: station, inspectors: station, gate: station },
  arrivals: [],
  releases: [],
};

function view(of: Comparison, changes: Partial<Parameters<typeof insideView>[1]> = {}): InsideView {
  const name = present(of.scenarios[2], 'a variant').scenario;
  return insideView(of, {
    name,
    scenario,
    station: 'inspectors',
    by: undefined,
    weeks: [],
    words: wordsOf('en'),
    ...changes,
  });
}

test('stations with what is known of them, beside the base', () => {
  const { stations, waitScale, terms, fees, stages } = view(comparison);
  expect(waitScale).toEqual({ unit: 'h', decimalsMax: 2 });
  expect(stations[1]).toMatchObject({
    name: 'inspectors',
    label: 'inspection teams',
    count: 8,
    busy: 0.91,
    busyInBase: 0.91,
    queueMean: 6.2,
    queueMost: 41,
    wait: { value: 9.4, interval: [8.9, 9.9] },
    waitInBase: 9.4,
    alarm: undefined,
    line: undefined,
  });
  // Nothing is known of the gate yet.
  expect(stations[2]).toMatchObject({ label: 'gate', busy: Number.NaN, queueMost: Number.NaN, wait: undefined });
  expect(terms[0]).toMatchObject({ label: 'term of the declaration', lateShare: { value: 0.0486 }, inBase: 0.0486 });
  expect(fees[0]).toMatchObject({ label: 'late-declaration fee', currency: 'CNY', mean: 21.25, inBase: 21.25 });
  expect(stages[1]).toEqual({ name: 'preparation', label: 'preparing', mean: 17.2, inBase: 81.4 });
});

test('the base is beside nothing', () => {
  const { stations, terms, stages } = view(comparison, { name: comparison.base });
  expect(stations[0]).toMatchObject({ busyInBase: undefined, waitInBase: undefined });
  expect(terms[0]?.inBase).toBeUndefined();
  expect(stages[1]).toMatchObject({ mean: 81.4, inBase: 81.4 });
});

test('a week gives the line by hour, and the waits by class of the station chosen', () => {
  const seen = view(comparison, { weeks: [week] });
  expect(seen.replications).toBe(1);
  // Two hours in line are too few to be told from chance, twelve are not.
  expect(seen.stations[1]?.line?.slice(8, 11)).toEqual([0, 0, 0]);
  const six = Array.from({ length: 6 }, () => week);
  expect(view(comparison, { weeks: six }).stations[1]?.line?.slice(8, 11)).toEqual([0, 2, 0]);
  expect([seen.by, seen.classesBy]).toEqual(['credit', ['credit', 'goods']]);
  expect(seen.classes).toEqual([
    { label: 'advanced certified (AEO)', wait: { value: 0.4, interval: null } },
    { label: 'discredited', wait: { value: Number.NaN, interval: null } },
  ]);
  expect(view(comparison, { weeks: [week], by: 'goods' }).classes.map(({ label }) => label)).toEqual(['ordinary']);
  expect(view(comparison, { weeks: [week], by: 'unknown' }).by).toBe('credit');
});

test('where one activity is waited for at several priorities, they are classes too, the first served first', () => {
  const waitByPriority = {
    0: { mean: 12, interval: [11, 13] as const },
    1: { mean: 0.4, interval: null },
  };
  const served = {
    ...comparison,
    scenarios: comparison.scenarios.map((each) => ({
      ...each,
      activities: {
        ...each.activities,
        inspection: { ...present(each.activities['inspection'], 'inspection'), waitByPriority },
      },
    })),
  };
  const seen = view(served);
  expect([seen.by, seen.classesBy]).toEqual(['priority', ['priority']]);
  expect(seen.classes).toEqual([
    { label: '1', wait: { value: 0.4, interval: null } },
    { label: '0', wait: { value: 12, interval: [11, 13] } },
  ]);
  expect(view(served, { station: 'documentOfficers' }).classesBy).toEqual([]);
});

test('stations that cannot keep up, or hardly, and who is still there', () => {
  const withBusy = (utilisation: number, mean: number): Comparison => ({
    ...comparison,
    scenarios: comparison.scenarios.map((each) => ({
      ...each,
      resources: {
        ...each.resources,
        inspectors: {
          ...present(each.resources['inspectors'], 'inspectors'),
          utilisation,
          queueLength: { mean, max: 100 },
        },
      },
    })),
  });
  expect(view(withBusy(0.98, 50)).stations[1]?.alarm).toBe('overload');
  expect(view(withBusy(0.98, 5)).stations[1]?.alarm).toBe('nearOverload');
  expect(view(withBusy(0.96, 5)).stations[1]?.alarm).toBeUndefined();
  expect(view(comparison).unfinished).toBe('72 consignments were not finished at the end; the oldest waits 41 d.');
});

test('before the first figures there are names', () => {
  const { stations, stages } = view(
    nothingYet(
      ['a', 'b', 'c'].map((each) => ({ scenario: each, scenarioZh: each })),
      'a',
    ),
  );
  expect(stations.map((each) => [each.label, each.busy])).toEqual([
    ['document officers', Number.NaN],
    ['inspection teams', Number.NaN],
    ['gate', Number.NaN],
  ]);
  expect(stages).toEqual([]);
});
