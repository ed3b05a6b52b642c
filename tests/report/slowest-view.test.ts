import { expect, test } from 'vitest';
import { slowestOf, slowestRow, type SlowestFilter } from '../../src/report/index.ts';
import { deskRecorded } from '../simulation/desk-story.ts';

const recorded = deskRecorded();

const listed = (filter: SlowestFilter): readonly number[] =>
  slowestOf(recorded, { indicator: 'clearanceTime', filter, sort: 'time' }).map(({ consignment }) => consignment);

test('the slowest come first; each line says what it waited longest for', () => {
  // They come at 20, 40, 60, 80 and end at 90, 120, 150, 180.
  const list = slowestOf(recorded, { indicator: 'clearanceTime', filter: {}, sort: 'time' });
  expect(list.map(({ consignment, hours }) => [consignment, hours * 60])).toEqual([
    [3, 100],
    [2, 90],
    [1, 80],
    [0, 70],
  ]);
  const [slowest] = list;
  expect(slowest && slowestRow(recorded, slowest, { indicator: 'clearanceTime', language: 'en' })).toMatchObject({
    attributes: 'good',
    longest: { what: 'officer', hours: 1 },
    inBase: undefined,
  });
});

test('filters: beyond some hours, by level, in line at an hour of the week, arrived in one', () => {
  expect(listed({ beyond: 1.4 })).toEqual([3, 2]);
  expect(listed({ group: { attribute: 'credit', level: 'good' } })).toEqual([3, 2, 1, 0]);
  expect(listed({ group: { attribute: 'credit', level: 'bad' } })).toEqual([]);
  // From 08:30 to 09:00 only 0 and 1 stand in line; 0 is served from 09:00 on.
  expect(listed({ station: 'officer', hour: 8 })).toEqual([1, 0]);
  expect(listed({ station: 'officer', hour: 9 })).toEqual([3, 2, 1]);
  expect(listed({ station: 'officer' })).toEqual([3, 2, 1, 0]);
  // 2 comes at 09:00.
  expect(listed({ hour: 8 })).toEqual([1, 0]);
  expect(listed({ hour: 9 + 24 })).toEqual([]);
});

test('beside the base: its hours; those who lose by a minute or more, most first', () => {
  const list = slowestOf(recorded, { indicator: 'clearanceTime', filter: {}, sort: 'time', base: recorded });
  expect(list.every(({ hours, inBase }) => hours === inBase)).toBe(true);
  expect(
    slowestOf(recorded, { indicator: 'clearanceTime', filter: { isLosing: true }, sort: 'time', base: recorded }),
  ).toEqual([]);
});
