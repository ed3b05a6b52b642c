import fc from 'fast-check';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { record, simulate, weekOf, type Model, type Recording, type Week } from '../../src/simulation/index.ts';
import { modelOf } from './story.ts';

function recordingOf(model: Model, warmUp = 0): Recording {
  const recording = record(model, { replication: 0, warmUp });
  for (;;) {
    const { done, value } = recording.next();
    if (done === true) return value;
  }
}

/** The hours that are not 0, as `hour: value`. */
function told(values: readonly number[]): readonly string[] {
  return values.flatMap((value, hour) => (value === 0 ? [] : [`${hour}: ${value}`]));
}

/** Consignments come at 12:30, 12:40, .. 13:20 on a Tuesday; one officer takes 15 minutes with each. */
const officer = `name: one officer
start: 2021-07-13T12:20+08:00
flow: {initial: review, states: {review: {invoke: {src: service, onDone: done}}, done: {type: final, tags: [released]}}}
activities: {service: {needs: officer, takes: 15 min}}
resources: {officer: 1}
attributes: {credit: {good: 100 %, bad: 0 %}}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 70 min, warmUp: 0 h, seed: story, replications: 1}
`;

test('by hand: hour 36 of the week is Tuesday 12:00, and what lasts over the hour is cut at it', () => {
  const week = weekOf(modelOf(officer), recordingOf(modelOf(officer)));
  const station = present(week.stations['officer'], 'the officer');
  // The window is 12:20 to 13:30.
  expect(told(week.minutes)).toEqual(['36: 40', '37: 30']);
  expect(told(week.arrivals)).toEqual(['36: 3', '37: 3']);
  // He works from 12:30 on.
  expect(told(station.busy)).toEqual(['36: 30', '37: 30']);
  // In line: 40-45 one, 50-60 one; 00-10 two less those begun at 00: one, 10-15 two, 15-20 one, 20-30 two.
  expect(told(station.waiting)).toEqual(['36: 15', '37: 45']);
  expect(told(station.longest)).toEqual(['36: 1', '37: 2']);
  // Those of 12:30, 40, 50 wait 0, 5, 10 minutes; those of 13:00, 10, 20: 15, 20, 25, the last until after the window.
  expect(told(station.came)).toEqual(['36: 3', '37: 3']);
  expect(told(station.waited)).toEqual(['36: 15', '37: 60']);
  expect(station.byLevel).toEqual({ credit: { good: { count: 6, mean: 12.5 }, bad: { count: 0, mean: 0 } } });
  // Released at 12:45, 13:00, 13:15; the others after the window.
  expect(told(week.releases)).toEqual(['36: 1', '37: 2']);
});

test('who leaves the line is in it no longer, and whose work is left frees the officer', () => {
  const model = modelOf(`name: patience
start: 2021-07-12T00:00+08:00
flow:
  initial: review
  states:
    review: {invoke: {src: service, onDone: done}, after: {patience: gone}}
    done: {type: final, tags: [released]}
    gone: {type: final, tags: [returned]}
activities: {service: {needs: officer, takes: 30 min}}
delays: {patience: 25 min}
resources: {officer: {count: 1, calendar: morning}}
calendars: {morning: {week: [daily 00:40-12:00]}}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 60 min, warmUp: 0 h, seed: story, replications: 1}`);
  const officers = present(weekOf(model, recordingOf(model)).stations['officer'], 'the officer');
  // 0 (come at 10) leaves at 35 unserved; 1 is served from 40 to 45, 2 from 45 to 55, 3 from 55 on, 4 from 65 on: each until it leaves.
  expect(told(officers.waiting)).toEqual([`0: ${25 + 20 + 15 + 15 + 10}`]);
  expect(told(officers.longest)).toEqual(['0: 3']);
  expect(told(officers.busy)).toEqual(['0: 20']);
  expect(told(officers.came)).toEqual(['0: 4']);
  expect(told(officers.waited)).toEqual([`0: ${20 + 15 + 15 + 15}`]);
});

test('what is held is in use until the state is left', () => {
  const model = modelOf(`name: bay
start: 2021-07-12T00:00+08:00
flow:
  initial: atBay
  states:
    atBay:
      invoke: {src: bay, onDone: .moving}
      initial: called
      onDone: done
      states: {called: {}, moving: {after: {move: moved}}, moved: {type: final}}
    done: {type: final, tags: [released]}
activities: {bay: {needs: bay, holds: true}}
delays: {move: 25 min}
resources: {bay: 1}
arrivals: {consignments: {every: 10 min}}
run: {horizon: 60 min, warmUp: 0 h, seed: story, replications: 1}`);
  const bay = present(weekOf(model, recordingOf(model)).stations['bay'], 'the bay');
  // 0 has it from 10 to 35, 1 (come at 20) from 35 to 60; 2, 3 and 4 wait for it from 30, 40 and 50 on.
  expect(told(bay.busy)).toEqual(['0: 50']);
  expect(told(bay.waiting)).toEqual([`0: ${15 + 30 + 20 + 10}`]);
});

const port = (seed: number): string => `name: port
flow: sea-import
start: 2017-03-08T09:20+08:00
run: {horizon: 10 d, warmUp: 3 d, seed: s${seed}, replications: 1}
chances: {selectedForInspection: 20 %}
resources: {documentOfficers: 1}
`;

test('it adds up to the figures of the run', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 6000 }), (seed, warmUp) => {
      const model = modelOf(port(seed));
      const week = weekOf(model, recordingOf(model, warmUp));
      const { result } = simulate(model, { replication: 0, warmUp, keepTimes: false, seriesBin: 0 });
      const minutes = result.window.to - result.window.from;
      expect(sum(week.minutes)).toBeCloseTo(minutes, 6);
      expect(sum(week.arrivals)).toBe(result.consignments.counted);
      for (const [name, station] of Object.entries(week.stations)) {
        const figures = present(result.resources[name], name);
        expect(sum(station.waiting) / minutes).toBeCloseTo(figures.queueLength.mean, 9);
        expect(Math.max(...station.longest)).toBe(figures.queueLength.max);
        const { count, calendar } = present(model.scenario.resources[name], name);
        if (calendar === undefined) expect(sum(station.busy) / minutes / count).toBeCloseTo(figures.utilisation, 9);
        const served = Object.entries(model.scenario.activities).flatMap(([activity, { needs }]) =>
          name in needs ? [present(result.activities[activity], activity)] : [],
        );
        expect(sum(station.came)).toBe(sum(served.map((each) => each.count)));
        const waited = sum(served.map((each) => each.count * each.wait.mean));
        expect(sum(station.waited)).toBeCloseTo(waited, 5);
        for (const levels of Object.values(station.byLevel)) {
          expect(sum(Object.values(levels).map((each) => each.count))).toBe(sum(station.came));
          expect(sum(Object.values(levels).map((each) => each.count * each.mean))).toBeCloseTo(waited, 5);
        }
      }
    }),
    { numRuns: 2 },
  );
});

test('a run of less than a week leaves the other hours without minutes', () => {
  const week: Week = weekOf(modelOf(officer), recordingOf(modelOf(officer), 30));
  expect(told(week.minutes)).toEqual(['36: 10', '37: 30']);
  // Only those that came within the window are counted.
  expect(told(week.arrivals)).toEqual(['36: 1', '37: 3']);
});

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
