import { expect, test } from 'vitest';
import { bandOf, sharesWithin, type Progress } from '../../src/experiment/index.ts';
import { spreadView, wordsOf } from '../../src/report/index.ts';
import { evidence } from './evidence.ts';
import { early, reached } from './fixture.ts';

const words = wordsOf('en');
const base = 'practice of 2017';
const view = (progress: Progress, of: Partial<Parameters<typeof spreadView>[1]> = {}): ReturnType<typeof spreadView> =>
  spreadView(progress, { words, scenarios: [], zoom: 'most', hasBands: true, ...of });

test('the scenarios asked for keep their letters; shares are read off at a day', () => {
  const { rows, reading, indicator } = view(reached, { scenarios: ['advance 100 %', base] });
  expect(rows.map(({ letter, name }) => `${letter} ${name}`)).toEqual([`A ${base}`, 'C advance 100 %']);
  expect([reading, indicator.full, indicator.span]).toEqual([24, 'release time', 'arrival -> goods may leave']);
  const [run] = [evidence.runs[0] ?? []];
  const [within] = sharesWithin(run, 'releaseTime', [24]);
  expect(rows[0]?.within).toEqual({ value: within?.share, interval: within?.interval });
  expect(rows[0]?.curve).toHaveLength(201);
});

test('bands are drawn when the replications are done', () => {
  expect(view(reached).rows[0]?.band).toEqual(
    bandOf(evidence.runs[0] ?? [], 'releaseTime').map(({ interval }) => interval),
  );
  expect(view(reached, { hasBands: false }).rows[0]?.band).toEqual([]);
  expect(view(early).rows[0]?.band).toEqual([]);
});

test('zooms: from zero to the 99th percentile, to the last, around the reading', () => {
  const [, most] = view(reached).domain;
  const [from, all] = view(reached, { zoom: 'all' }).domain;
  const curves = view(reached).rows.map((row) => row.curve);
  expect(most).toBe(Math.max(...curves.map((curve) => curve[198] ?? 0)));
  expect([from, all]).toEqual([0, Math.max(...curves.map((curve) => curve[200] ?? 0))]);
  expect(view(reached, { zoom: 'around', reading: 50 }).domain).toEqual([50 - most / 8, 50 + most / 8]);
  // Nothing is drawn where nothing can be.
  expect(view(reached, { zoom: 'around', reading: 1 }).domain).toEqual([0, 1 + most / 8]);
});

test('before the first replication there are names and an axis', () => {
  const nothing = { ...early, evidence: { runs: [], pairs: [], changes: [] } };
  expect(view(nothing).rows.map(({ letter, curve, within }) => [letter, curve, within])).toEqual(
    ['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => [letter, [], undefined]),
  );
  expect(view(nothing).domain).toEqual([0, 1]);
});
