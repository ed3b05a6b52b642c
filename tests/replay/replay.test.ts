import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { Replay, survey } from '../../src/replay/index.ts';
import { simulate } from '../../src/simulation/index.ts';
import { campaign } from '../simulation/campaign.ts';
import { replayOf, resultOf } from '../simulation/recordings.ts';
import { modelOf } from '../simulation/story.ts';

test('two vessels with two consignments each: who is at sea, who is served, who waits (the third arrives after the end)', () => {
  const replay = replayOf(
    modelOf(`name: vessel
flow:
  type: parallel
  states:
    goods: {initial: atSea, states: {atSea: {on: {ARRIVED: unloading}}, unloading: {tags: [arrived], after: {crane: here}}, here: {type: final}}}
    papers: {initial: waiting, states: {waiting: {always: {guard: {in: goods.here}, target: review}}, review: {invoke: {src: review, onDone: done}}, done: {type: final, tags: [released]}}}
arrivals: {vessels: {every: 10 h, carry: 2, voyage: 15 h}}
delays: {crane: 1 h}
activities: {review: {needs: officers, takes: 2 h}}
resources: {officers: 1}
run: {horizon: 25 h, warmUp: 0 h, seed: story, replications: 1}`),
  );
  expect(replay.stations).toMatchObject([
    { kind: 'delay', name: 'crane', most: 2 },
    { kind: 'resource', name: 'officers', units: 1, most: 1 },
  ]);
  const tell = (hour: number): unknown => {
    const { stations, atSea, reached } = replay.at(hour * 60);
    return [
      hour,
      atSea
        .map(({ number, carries, arrivesAt }) => `No. ${number} with ${carries} in ${arrivesAt / 60 - hour} h`)
        .join(', '),
      ...stations.map(({ working, waiting }) => `${working}/${waiting}`),
      reached.slice(0, 2).join('-'),
    ];
  };
  expect([-5, 0, 10, 11, 12.5, 13, 15].map(tell)).toEqual([
    [-5, 'No. 1 with 2 in 15 h', '0/0', '0/0', '2-0'],
    [0, 'No. 1 with 2 in 10 h', '0/0', '0/0', '2-0'],
    [10, 'No. 2 with 2 in 10 h', '2/0', '0/0', '4-0'],
    [11, 'No. 2 with 2 in 9 h', '0/0', '1/1', '4-0'],
    [12.5, 'No. 2 with 2 in 7.5 h', '0/0', '1/1', '4-0'],
    [13, 'No. 2 with 2 in 7 h', '0/0', '1/0', '4-1'],
    [15, 'No. 2 with 2 in 5 h, No. 3 with 2 in Infinity h', '0/0', '0/0', '6-2'],
  ]);
});

const port = modelOf(
  campaign({ measures: ['advanceDeclaration', 'twoStepDeclaration'], chances: {}, horizon: '10 d' }),
);
const network = modelOf(readFileSync('scenarios/examples/customs-network.yaml', 'utf8').replace('1000000', '400'));
const replays = { 'three lanes, vessels, calendars': replayOf(port), 'a network of queues': replayOf(network) };

test.each(Object.entries(replays))(
  'wherever one comes from, forward or back, an instant looks as it does from the start: %s',
  (_, replay) => {
    const { model, recording } = replay;
    const place = fc.integer({ min: 0, max: recording.count - 1 });
    // Instants of happenings, short steps between them among them, and some where nothing happens.
    const instants = fc.array(
      fc.oneof(
        place.map((each) => recording.at[each] ?? 0),
        place.map((each) => ((recording.at[each] ?? 0) + (recording.at[each + 1] ?? 0)) / 2),
      ),
      { maxLength: 8 },
    );
    const fresh = new Replay(model, resultOf(survey(model, recording)));
    fc.assert(
      fc.property(instants, (all) => {
        for (const now of all) {
          fresh.at(fresh.from - 1);
          expect(replay.at(now)).toEqual(fresh.at(now));
          expect(replay.at(replay.after(now) ?? now)).toEqual(fresh.at(fresh.after(now) ?? now));
          expect(replay.at(replay.before(now) ?? now)).toEqual(fresh.at(fresh.before(now) ?? now));
        }
      }),
      { numRuns: 25 },
    );
  },
);

test.each(Object.entries(replays))('units in use and lines add up to the figures of the run: %s', (_, replay) => {
  const { model, recording } = replay;
  const { from, to } = recording.window;
  const { result } = simulate(model, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 });
  const sums = replay.stations.map(() => ({ waiting: 0, working: 0, longest: 0 }));
  let standing = replay.at(from);
  while (standing.now < to) {
    const next = replay.at(Math.min(to, replay.after(standing.now) ?? to));
    for (const [index, sum] of sums.entries()) {
      const { working = 0, waiting = 0 } = standing.stations[index] ?? {};
      sum.working += working * (next.now - standing.now);
      sum.waiting += waiting * (next.now - standing.now);
      sum.longest = Math.max(sum.longest, waiting);
    }
    standing = next;
  }
  const resources = replay.stations.flatMap((station, index) =>
    station.kind === 'resource' ? [{ ...station, sum: sums[index] }] : [],
  );
  expect(resources.length).toBe(model.names.resources.length);
  for (const { name, units, calendar, sum } of resources) {
    const { utilisation, queueLength } = present(result.resources[name], name);
    expect([(sum?.waiting ?? 0) / (to - from), sum?.longest]).toEqual([
      expect.closeTo(queueLength.mean, 8),
      queueLength.max,
    ]);
    if (calendar < 0) expect((sum?.working ?? 0) / units / (to - from)).toBeCloseTo(utilisation, 8);
  }
});

test('those who are being unloaded have arrived and are not yet in the yard', () => {
  const replay = replays['three lanes, vessels, calendars'];
  const { milestones } = port.names;
  const unloading = replay.stations.findIndex(({ name }) => name === 'unloading');
  for (let now = replay.from; now < replay.to; now += 1000) {
    const { stations, reached } = replay.at(now);
    const [arrived = 0, unloaded = 0] = ['arrived', 'unloaded'].map((name) => reached[milestones.indexOf(name)]);
    expect(stations[unloading]?.working).toBe(arrived - unloaded);
  }
});

test('stations stand in the order in which one comes to them', () => {
  const names = replays['three lanes, vessels, calendars'].stations.map(({ name }) => name);
  const way = [
    'unloading',
    'preparation',
    'electronicCheck',
    'documentOfficers',
    'inspectionBays',
    'moveToBay',
    'inspectors',
    'payment',
    'pickUp',
  ];
  expect(names.filter((name) => way.includes(name))).toEqual(way);
});

test('arrived, may leave, removed: each of those before, at every instant, forward and back', () => {
  const replay = replays['three lanes, vessels, calendars'];
  const { milestones } = port.names;
  const instants = Array.from({ length: 60 }, (_, at) => replay.from + ((replay.to - replay.from) * at) / 60);
  for (const now of [...instants, ...instants.toReversed()]) {
    const { reached, mayLeave } = replay.at(now);
    const [arrived = 0, permitted = 0, released = 0, removed = 0] = [
      'arrived',
      'pickupPermitted',
      'released',
      'removed',
    ].map((name) => reached[milestones.indexOf(name)]);
    expect(arrived).toBeGreaterThanOrEqual(mayLeave);
    expect(mayLeave).toBeGreaterThanOrEqual(Math.max(permitted, released, removed));
    expect(mayLeave).toBeLessThanOrEqual(permitted + released);
  }
});
