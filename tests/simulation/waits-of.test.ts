import { expect, test } from 'vitest';
import { laneSpans, placeInLine, waitsOf } from '../../src/simulation/index.ts';
import { deskRecorded } from './desk-story.ts';

const recorded = deskRecorded();

test('each lane tells its states from entering to leaving; the last goes on to the end of the flow', () => {
  // 1 comes at 40, has written at 50, and is served from 90 to 120.
  expect(laneSpans(recorded, 1, 'papers')).toEqual([
    { state: 'papers.writing', from: 40, to: 50 },
    { state: 'papers.asked', from: 50, to: 120 },
    { state: 'papers.read', from: 120, to: 120 },
  ]);
  expect(laneSpans(recorded, 1, 'goods')).toEqual([
    { state: 'goods.waiting', from: 40, to: 120 },
    { state: 'goods.gone', from: 120, to: 120 },
  ]);
});

test('delays, time in line with the part in which the resource was closed, service', () => {
  expect(waitsOf(recorded, 0)).toEqual([
    { kind: 'delay', name: 'preparation', from: 20, to: 30, closed: 0, activity: -1 },
    { kind: 'resource', name: 'officer', from: 30, to: 60, closed: 30, activity: 0 },
    { kind: 'activity', name: 'review', from: 60, to: 90, closed: 0, activity: 0 },
  ]);
  expect(waitsOf(recorded, 1)[1]).toEqual({
    kind: 'resource',
    name: 'officer',
    from: 50,
    to: 90,
    closed: 10,
    activity: 0,
  });
});

test('who comes while others wait stands behind them', () => {
  // 0 asks at 30, 1 at 50, both before the officer comes; 2 asks at 70, when 0 is being served.
  const places = [30, 50, 70].map((at, consignment) => placeInLine(recorded, { consignment, activity: 0, at }));
  expect(places).toEqual([1, 2, 2]);
});
