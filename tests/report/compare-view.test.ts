import { expect, test } from 'vitest';
import { compareView, nothingYet } from '../../src/report/compare-view.ts';
import { messagesOf } from '../../src/report/messages.ts';
import { wordsOf } from '../../src/report/words.ts';
import type { Comparison } from '../../src/experiment/index.ts';
import { comparison, early, provisional, reached, sharpened } from './fixture.ts';

const titled = (scenario: string) => ({ scenario, scenarioZh: scenario });

const words = wordsOf('en');

function sentencesOf(of: Comparison, letter: string, indicator?: string): readonly string[] {
  return compareView(of, { words, indicator }).rows.find((row) => row.letter === letter)?.sentences ?? [];
}

test('the sentence of a decided variant: how much, where, for whom, what the same luck is worth', () => {
  expect(sentencesOf(comparison, 'C')).toEqual([
    'C against A: 67.7 h shorter [64.2, 70.6]; preparing -64.2 h, customs -3.5 h.',
    'Per consignment: 100 % better, 0 % worse.',
    'Same luck: interval 3.1 x narrower.',
  ]);
});

test('who is let go earlier and released later hears both', () => {
  expect(sentencesOf(sharpened, 'B')[0]).toBe(
    'B against A: 1.3 h shorter [1.2, 1.4]; released formally 12.0 h later; preparing -45.7 h, customs -2.3 h.',
  );
  expect(sentencesOf(sharpened, 'B', 'dwellTime')[0]).not.toContain('formally');
});

test('a variant that helps some and harms as many passes waiting on', () => {
  expect(sentencesOf(sharpened, 'D')).toEqual([
    'D against A: no difference shown [-0.1, 0.1]; up to 0.1 h is still possible.',
    'Per consignment: 21 % better, 76 % worse.',
    'Waiting is passed on, not removed.',
  ]);
  expect(sentencesOf(comparison, 'D').join(' ')).not.toContain('passed on');
  expect(sentencesOf(comparison, 'D')[0]).toBe('D against A: too early to say, so far 0.0 h [-0.3, 0.3].');
});

test('the base is what the others are measured against; lost pairing is said', () => {
  expect(sentencesOf(comparison, 'A')[0]).toBe('A, practice of 2017: release time 95.9 h [93.2, 99.1].');
  const unpaired = {
    ...comparison,
    differences: comparison.differences.map((each) => ({ ...each, gain: null, luck: null })),
  };
  expect(sentencesOf(unpaired, 'C')[1]).toBe('Arrivals differ: consignments cannot be paired.');
});

test('one replication: figures without intervals', () => {
  const single = {
    ...comparison,
    differences: comparison.differences.map((each) => ({
      ...each,
      interval: null,
      intervalAlone: null,
      verdict: 'tooEarly' as const,
      luck: null,
    })),
  };
  expect(sentencesOf(single, 'C')[0]).toBe('C against A: too early to say, so far -67.7 h.');
});

test('before the first figures there are letters, names and nothing else', () => {
  const view = compareView(nothingYet(['one', 'two'].map(titled), 'one'), { words });
  expect(view.rows.map((row) => [row.letter, row.name, row.isBase, row.mean])).toEqual([
    ['A', 'one', true, undefined],
    ['B', 'two', false, undefined],
  ]);
  expect(view.indicator.full).toBe('release time');
});

test('names are shown safely and found exactly', () => {
  const hostile = 'x\u001b[2J';
  const view = compareView(nothingYet([hostile, 'constructor'].map(titled), hostile), { words, changes: {} });
  expect(view.rows[0]?.name).toBe('x\\u{1b}[2J');
  expect(view.rows[0]?.scenario).toBe(hostile);
  expect(view.rows[1]?.changes).toBeUndefined();
});

test('the most important message comes first', () => {
  const first = (progress: typeof early | undefined): string =>
    messagesOf(progress, { words, secondsLeft: 7.3 })[0]?.text ?? '';
  expect(first(undefined)).toBe('First figures in a moment.');
  expect(first(provisional)).toBe('Provisional: warm-up not yet known, start-up still in these figures.');
  expect(first(early)).toBe('12 replications: below 50 these intervals may be too short. About 8 s left.');
  const [stopped = expect.fail('a base')] = early.comparison.scenarios;
  const cut = { ...early.comparison, scenarios: [{ ...stopped, partial: true }] };
  expect(first({ ...early, comparison: cut, state: 'stopped', replications: 1 })).toBe(
    'Partial: it could not be run to its end; why is said when you leave.',
  );
  expect(first({ ...early, replications: 1 })).toBe('One replication gives no interval. About 8 s left.');
  expect(first({ ...early, replications: 60 })).toBe('60 of 400 replications. About 8 s left.');
  expect(first(reached)).toBe('Wanted precision 0.5 % reached: 140 replications.');
  expect(first({ ...reached, state: 'limitReached', replications: 400, precision: 0.012 })).toBe(
    'Ended at 400 replications; precision is 1.2 %, wanted 0.5 %.',
  );
});
