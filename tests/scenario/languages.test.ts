import { describe, expect, test } from 'vitest';
import { right, wrong, verbatim, type Label } from '../../src/base/index.ts';
import { attributeLanguage } from '../../src/scenario/attribute.ts';
import { byLanguage } from '../../src/scenario/by.ts';
import { readWeek } from '../../src/scenario/calendar.ts';
import { amountsIn, counts, durations } from '../../src/scenario/dimension.ts';
import { readChance, readFee, readMeasure } from '../../src/scenario/entries.ts';
import { lawLanguage } from '../../src/scenario/law.ts';
import { readMoney } from '../../src/scenario/money.ts';
import { readRun } from '../../src/scenario/run.ts';
import { readStart } from '../../src/scenario/start.ts';
import { readCondition, readDuration, readTermLength, type Language, readShare } from '../../src/notation/index.ts';

const noFiles = (): ReturnType<typeof wrong<Label>> => wrong(verbatim('no files here'));

/** What a language reads, or what it says is wrong: `code nearest`. */
function read<Value>(language: Language<Value>, values: readonly unknown[]): readonly unknown[] {
  return values.map((value) => {
    const result = language(value);
    return result.ok
      ? result.value
      : result.wrong
          .map(({ code, nearest }) => [code, ...(nearest === undefined ? [] : [nearest])].join(' '))
          .join(', ');
  });
}

test('durations are numbers with a unit, in minutes', () => {
  expect(
    read(readDuration, ['90 s', '12 min', '1.5 h', '3 d', '1 week', '2 weeks', '0 h', '12min', '1e1 min']),
  ).toEqual([1.5, 12, 90, 4320, 10_080, 20_160, 0, 12, 10]);
});

test('a duration without unit, with a wrong one, negative or longer than a century is refused', () => {
  expect(
    read(readDuration, [
      90,
      '90',
      '4 hours',
      '4 hrs',
      '5 minutes',
      '3 days',
      '2 fortnights',
      '3 calendar days',
      '-1 h',
      '101 weeks 3',
      '36501 d',
      'soon',
      null,
      true,
    ]),
  ).toEqual([
    'number-without-unit',
    'number-without-unit',
    'wrong-unit h',
    'wrong-unit h',
    'wrong-unit min',
    'wrong-unit d',
    'wrong-unit',
    'wrong-unit',
    'out-of-range',
    'wrong-unit',
    'out-of-range',
    'no-duration',
    'no-duration',
    'no-duration',
  ]);
});

test('terms also count civil days, working days and months, in whole numbers', () => {
  expect(
    read(readTermLength, [
      '14 calendar days',
      '1 working day',
      '3 months',
      '7 d',
      '1.5 months',
      '14 calender days',
      14,
    ]),
  ).toEqual([
    { unit: 'calendarDays', count: 14 },
    { unit: 'workingDays', count: 1 },
    { unit: 'months', count: 3 },
    { unit: 'minutes', count: 10_080 },
    'out-of-range',
    'wrong-unit calendar days',
    'number-without-unit',
  ]);
});

test('shares are percentages or fractions, from none to all', () => {
  expect(read(readShare, ['12 %', '12%', 0.12, '0.12', '0 %', 1, '100 %', '0.57 %'])).toEqual([
    0.12, 0.12, 0.12, 0.12, 0, 1, 1, 0.0057,
  ]);
  expect(read(readShare, ['120 %', 20, -0.1, '5 h', 'half', null])).toEqual([
    'out-of-range',
    'out-of-range 20 %',
    'out-of-range',
    'wrong-unit %',
    'no-share',
    'no-share',
  ]);
});

test('money names its currency', () => {
  expect(read(readMoney, ['20 CNY', '0.5 EUR', 20, '20 cny', '20 yuan renminbi', '-1 CNY'])).toEqual([
    { amount: 20, currency: 'CNY' },
    { amount: 0.5, currency: 'EUR' },
    'number-without-unit 20 CNY',
    'wrong-unit CNY',
    'wrong-unit',
    'out-of-range',
  ]);
});

test('a start is a civil instant with its offset; day 0 was 1970-01-01', () => {
  expect(read(readStart, ['1970-01-01T00:00Z', '2017-03-06T09:30+08:00', '2024-02-29T00:00-05:30'])).toEqual([
    { text: '1970-01-01T00:00Z', day: 0, minute: 0, offset: 0 },
    { text: '2017-03-06T09:30+08:00', day: 17_231, minute: 570, offset: 480 },
    { text: '2024-02-29T00:00-05:30', day: 19_782, minute: 0, offset: -330 },
  ]);
  expect(
    read(readStart, [
      '2017-03-06',
      '2017-03-06T09:30',
      '2023-02-29T00:00Z',
      '2017-13-01T00:00Z',
      '2017-03-06T24:00Z',
      20_170_306,
    ]),
  ).toEqual(['no-instant', 'no-instant', 'no-date', 'no-date', 'no-clock-time', 'no-instant']);
});

test('a week is a list of windows, each days and hours', () => {
  const tuesday = 1440;
  expect(
    read(readWeek, [
      'Tue 09:00-12:00 13:30-17:30',
      ['Sat 09:00-12:00'],
      'Mon,Wed 00:00-24:00',
      'Sun 22:00-06:00',
      'daily 00:00-24:00',
      'Sat-Mon 08:00-09:00',
    ]),
  ).toEqual([
    [
      { open: tuesday + 540, close: tuesday + 720 },
      { open: tuesday + 810, close: tuesday + 1050 },
    ],
    [{ open: 5 * 1440 + 540, close: 5 * 1440 + 720 }],
    [
      { open: 0, close: 1440 },
      { open: 2880, close: 4320 },
    ],
    [
      { open: 0, close: 360 },
      { open: 6 * 1440 + 1320, close: 10_080 },
    ],
    [{ open: 0, close: 10_080 }],
    [
      { open: 480, close: 540 },
      { open: 5 * 1440 + 480, close: 5 * 1440 + 540 },
      { open: 6 * 1440 + 480, close: 6 * 1440 + 540 },
    ],
  ]);
  expect(
    read(readWeek, [
      'Mon',
      'Monday 09:00-10:00',
      'Mom 09:00-10:00',
      'Mon 9-10',
      'Mon 09:00-25:00',
      ['Mon-Fri 09:00-12:00', 'Wed 11:00-13:00'],
      [],
      5,
    ]),
  ).toEqual([
    'no-window',
    'no-weekday Mon',
    'no-weekday Mon',
    'no-hours',
    'no-hours',
    'hours-overlap',
    'empty-list',
    'no-window',
  ]);
});

describe('laws', () => {
  const duration = lawLanguage(durations, noFiles);

  test('every distribution of the notation, quantities in minutes', () => {
    expect(
      read(duration, [
        '4 h',
        'exponential(10 min)',
        'lognormal(mean 4 h cv 0.7)',
        'gamma(mean 4 h cv 0.7)',
        'weibull(cv 0.7 mean 4 h)',
        'erlang(3 mean 4 h)',
        'hyperexponential(mean 4 h cv 1.5)',
        'uniform(1 h 3 h)',
        'triangular(1 h 2 h 5 h)',
        'triangular(1 h mode 2 h 5 h)',
        'normal(mean 4 h sd 30 min)',
        'beta(min 10 min max 8 h mean 4 h sd 1 h)',
      ]),
    ).toEqual([
      { kind: 'constant', value: 240 },
      { kind: 'exponential', mean: 10 },
      { kind: 'lognormal', mean: 240, cv: 0.7 },
      { kind: 'gamma', mean: 240, cv: 0.7 },
      { kind: 'weibull', mean: 240, cv: 0.7 },
      { kind: 'erlang', k: 3, mean: 240 },
      { kind: 'hyperexponential', mean: 240, cv: 1.5 },
      { kind: 'uniform', min: 60, max: 180 },
      { kind: 'triangular', min: 60, mode: 120, max: 300 },
      { kind: 'triangular', min: 60, mode: 120, max: 300 },
      { kind: 'normal', mean: 240, sd: 30 },
      { kind: 'beta', min: 10, max: 480, mean: 240, sd: 60 },
    ]);
  });

  test('commas between parameters change nothing', () => {
    expect(duration('lognormal(mean 4 h, cv 0.7)')).toEqual(duration('lognormal(mean 4 h cv 0.7)'));
  });

  test('a mixture is a list of shares and laws', () => {
    expect(
      read(duration, [
        [
          { share: '30 %', of: '1 h' },
          { share: '70 %', of: 'exponential(2 h)' },
        ],
        [{ share: '30 %', of: '1 h' }],
        [{ share: '100 %', off: '1 h' }],
      ]),
    ).toEqual([
      {
        kind: 'mixture',
        parts: [
          { share: 0.3, of: { kind: 'constant', value: 60 } },
          { share: 0.7, of: { kind: 'exponential', mean: 120 } },
        ],
      },
      'shares-sum',
      'unknown-key, missing-key',
    ]);
  });

  test('what is wrong in a law is named', () => {
    expect(
      read(duration, [
        4,
        'exponential(10)',
        'lognormal(mean 4 h)',
        'lognormal(mean 4 h cw 0.7)',
        'lognormal(4 h 0.7)',
        'lognormal(mean 4 h cv 0.7 h)',
        'lognromal(mean 4 h cv 0.7)',
        'lognormal(mean 4 h cv -1)',
        'uniform(3 h 1 h)',
        'erlang(2.5 mean 4 h)',
        'hyperexponential(mean 4 h cv 0.5)',
        'poisson(3)',
        'lognormal(mean 4 h cv 0.7',
        'exponential()',
        'exponential(1 h 2 h)',
      ]),
    ).toEqual([
      'number-without-unit',
      'number-without-unit',
      'missing-parameter',
      'wrong-parameter cv',
      'wrong-parameter',
      'wrong-unit',
      'unknown-law lognormal',
      'wrong-parameter',
      'wrong-parameter',
      'wrong-parameter',
      'wrong-parameter',
      'unknown-law',
      'no-law',
      'missing-parameter',
      'wrong-parameter',
    ]);
  });

  test('counts and amounts have laws of their own', () => {
    expect(
      read(lawLanguage(counts, noFiles), [10, 'poisson(40)', 'geometric(mean 4)', 'exponential(4)', '4 h']),
    ).toEqual([
      { kind: 'constant', value: 10 },
      { kind: 'poisson', mean: 40 },
      { kind: 'geometric', mean: 4 },
      'unknown-law',
      'wrong-unit',
    ]);
    expect(
      read(lawLanguage(amountsIn('CNY'), noFiles), ['300000 CNY', 'uniform(1 CNY 2 CNY)', 'uniform(1 CNY 2 EUR)']),
    ).toEqual([{ kind: 'constant', value: 300_000 }, { kind: 'uniform', min: 1, max: 2 }, 'wrong-unit']);
  });

  test('measured values come from a file, with a unit in each row or in the heading', () => {
    const files: Readonly<Record<string, string>> = {
      'a.csv': '1 h\r\n90 min,x\n\n',
      'b.csv': 'h\n1\n2.5\n',
      'c.csv': '1\n2 h\nx\n',
      'd.csv': 'h\n',
    };
    const measured = lawLanguage(durations, (path) =>
      files[path] === undefined ? wrong(verbatim('there is no such file')) : right(files[path]),
    );
    expect(
      read(measured, [
        'empirical(a.csv)',
        'empirical(b.csv)',
        'empirical(c.csv)',
        'empirical(d.csv)',
        'empirical(e.csv)',
        'empirical(../a.csv)',
        'empirical(/a.csv)',
      ]),
    ).toEqual([
      { kind: 'empirical', values: [60, 90] },
      { kind: 'empirical', values: [60, 150] },
      'number-without-unit, no-number',
      'empty-file',
      'no-such-file',
      'file-outside',
      'file-outside',
    ]);
    const third = measured('empirical(c.csv)');
    expect(third.ok ? [] : third.wrong.map(({ place, found }) => [place, found])).toEqual([
      [{ file: 'c.csv', line: 1, column: 1 }, '1'],
      [{ file: 'c.csv', line: 3, column: 1 }, 'x'],
    ]);
  });
});

test('a value may depend on something, and its values again', () => {
  expect(
    read(byLanguage(readShare), [
      '3 %',
      { by: 'credit', good: '1 %', otherwise: { by: 'goods', live: 0.5, source: 'measured' } },
      { by: 'credit' },
      { by: 3, a: '1 %' },
      { by: 'credit', a: '1 h' },
    ]),
  ).toEqual([
    { is: 0.03 },
    {
      by: 'credit',
      levels: { good: { is: 0.01 } },
      otherwise: { by: 'goods', levels: { live: { is: 0.5 } }, otherwise: undefined },
    },
    'missing-level',
    'wrong-type',
    'wrong-unit %',
  ]);
});

test('attributes are levels, shares, amounts, parts, or written by the flow', () => {
  expect(
    read(attributeLanguage(noFiles), [
      { a: '30 %', b: '70 %' },
      '20 %',
      { share: '20 %' },
      'lognormal(mean 300000 CNY cv 1.5)',
      '300000 CNY',
      '18 % of value',
      { initial: false },
      { by: 'credit', good: '95 %', otherwise: '60 %' },
      { by: 'credit', good: { a: 1 }, otherwise: { a: 0.5, b: 0.5 } },
    ]),
  ).toEqual([
    { kind: 'levels', shares: { is: { a: 0.3, b: 0.7 } } },
    { kind: 'flag', share: { is: 0.2 } },
    { kind: 'flag', share: { is: 0.2 } },
    { kind: 'number', unit: 'CNY', law: { is: { kind: 'lognormal', mean: 300_000, cv: 1.5 } } },
    { kind: 'number', unit: 'CNY', law: { is: { kind: 'constant', value: 300_000 } } },
    { kind: 'part', of: 'value', share: { is: 0.18 } },
    { kind: 'written', initial: false },
    { kind: 'flag', share: { by: 'credit', levels: { good: { is: 0.95 } }, otherwise: { is: 0.6 } } },
    {
      kind: 'levels',
      shares: { by: 'credit', levels: { good: { is: { a: 1 } } }, otherwise: { is: { a: 0.5, b: 0.5 } } },
    },
  ]);
  expect(
    read(attributeLanguage(noFiles), [
      0.2,
      { a: '30 %' },
      { 1: '100 %' },
      { otherwise: '100 %' },
      { by: 'x', a: '20 %', b: '3 CNY' },
      { initial: [] },
      null,
      {},
    ]),
  ).toEqual([
    'number-without-unit',
    'shares-sum',
    'reserved-name',
    'reserved-name',
    'mixed-kinds',
    'wrong-type',
    'no-attribute',
    'no-attribute',
  ]);
});

test('conditions test levels, flags and ranges, and combine', () => {
  expect(
    read(readCondition, [
      { goods: ['perishable', 'live'] },
      { credit: 'discredited' },
      { not: { isTaxed: true } },
      { value: { atLeast: '100000 CNY' } },
      { goods: 'live', isTaxed: false },
    ]),
  ).toEqual([
    { at: ['goods'], attribute: 'goods', isOneOf: ['perishable', 'live'] },
    { at: ['credit'], attribute: 'credit', isOneOf: ['discredited'] },
    { not: { at: ['not', 'isTaxed'], attribute: 'isTaxed', is: true } },
    { at: ['value'], attribute: 'value', atLeast: { amount: 100_000, unit: 'CNY' }, below: undefined },
    {
      all: [
        { at: ['goods'], attribute: 'goods', isOneOf: ['live'] },
        { at: ['isTaxed'], attribute: 'isTaxed', is: false },
      ],
    },
  ]);
  expect(
    read(readCondition, ['perishable', {}, { all: [] }, { value: {} }, { value: { least: '1 CNY' } }, { goods: [3] }]),
  ).toEqual(['no-condition', 'no-condition', 'wrong-type', 'no-condition', 'unknown-key', 'no-condition']);
});

test('measures are on, off or a share; chances are drawn once or at each visit; fees are statutory, fixed or by the day', () => {
  expect(read(readMeasure, ['on', 'off', '60 %', 'onn', true, 2])).toEqual([
    { is: 1 },
    { is: 0 },
    { is: 0.6 },
    'unknown-word on',
    'wrong-type on',
    'out-of-range 2 %',
  ]);
  expect(read(readChance, ['3 %', { share: '3 %', drawn: 'eachVisit' }, { share: '3 %', drawn: 'eachVist' }])).toEqual([
    { share: { is: 0.03 }, drawn: 'once' },
    { share: { is: 0.03 }, drawn: 'eachVisit' },
    'unknown-word eachVisit',
  ]);
  expect(
    read(readFee, ['statutory', '50 CNY', { perDay: '20 CNY', after: '7 d' }, 'statutry', { perDay: '20 CNY' }]),
  ).toEqual([
    { kind: 'statutory' },
    { kind: 'fixed', amount: 50, currency: 'CNY' },
    {
      kind: 'perDay',
      amount: 20,
      currency: 'CNY',
      after: 10_080,
      of: { from: { first: ['unloaded'] }, to: { first: ['removed'] } },
    },
    'unknown-word statutory',
    'missing-key',
  ]);
});

test('a run ends at a horizon or after a number of consignments', () => {
  const defaults = { min: 50, max: 200, precision: 0.02, of: undefined };
  expect(
    read(readRun, [
      { horizon: '1 d' },
      { stopAfter: '1000 consignments', seed: 7, replications: 3 },
      { horizon: '1 d', warmUp: 'auto', replications: { min: 300, of: 'dwellTime' } },
    ]),
  ).toEqual([
    {
      horizon: 1440,
      stopAfter: undefined,
      warmUp: undefined,
      seed: 'clearsim',
      study: 'steady',
      replications: defaults,
    },
    {
      horizon: undefined,
      stopAfter: 1000,
      warmUp: undefined,
      seed: '7',
      study: 'steady',
      replications: { ...defaults, min: 3, max: 3 },
    },
    {
      horizon: 1440,
      stopAfter: undefined,
      warmUp: 'auto',
      seed: 'clearsim',
      study: 'steady',
      replications: { min: 300, max: 300, precision: 0.02, of: 'dwellTime' },
    },
  ]);
  expect(
    read(readRun, [
      {},
      { horizon: '1 d', stopAfter: '5 consignments' },
      { stopAfter: 1000 },
      { horizon: '1 d', warmUp: '1 d' },
      { horizon: '1 d', replications: 0 },
      { horizon: '1 d', warmUp: 'autp' },
      { horizont: '1 d' },
    ]),
  ).toEqual([
    'missing-key',
    'either-or',
    'number-without-unit 1000 consignments',
    'horizon-before-warm-up',
    'out-of-range',
    'unknown-word auto',
    'unknown-key horizon',
  ]);
});
