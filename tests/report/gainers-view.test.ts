import { expect, test } from 'vitest';
import { gainersOf } from '../../src/experiment/index.ts';
import { gainersView, wordsOf } from '../../src/report/index.ts';
import { evidence } from './evidence.ts';
import { reached } from './fixture.ts';

const words = wordsOf('en');

test('all and the levels of all attributes, or of one; changes in hours', () => {
  const view = gainersView(reached, { words, scenario: 'green channel' });
  expect([view.variant?.letter, view.base, view.scale.unit, view.attributes]).toEqual([
    'D',
    'A',
    'h',
    ['credit', 'goods'],
  ]);
  expect(view.rows.map((row) => row.label)).toEqual([
    '',
    'advanced certified (AEO)',
    'general credit',
    'discredited',
    'ordinary',
    'perishable',
    'anti-epidemic',
  ]);
  const gainers = gainersOf(evidence, { variant: 2, indicator: 'releaseTime' });
  expect(view.rows[1]).toMatchObject({
    better: 1,
    worse: 0,
    change: gainers?.byAttribute['credit']?.['advancedCertified']?.change,
  });
  expect(gainersView(reached, { words, scenario: 'green channel', attribute: 'goods' }).rows).toHaveLength(4);
});

test('bins stand around multiples of a round step, zero among them, and hold everybody', () => {
  const { bins, step, rows } = gainersView(reached, { words, scenario: 'green channel' });
  expect(step).toBe(0.2);
  expect(bins.map(({ change }) => Math.round(change / step))).toEqual(
    bins.map((_, at) => at - bins.findIndex(({ change }) => change === 0)),
  );
  expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1 - (rows[0]?.same ?? 0), 9);
});

test('the base is told by the first variant; without pairs nobody gains', () => {
  expect(gainersView(reached, { words, scenario: 'practice of 2017' }).variant?.letter).toBe('B');
  const alone = { ...reached, evidence: { ...evidence, pairs: [], changes: [] } };
  expect(gainersView(alone, { words, scenario: 'green channel' })).toMatchObject({
    rows: [],
    bins: [],
    attributes: [],
  });
});
