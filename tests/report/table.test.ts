import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/report/cells.ts';
import { pageText, type Table } from '../../src/report/table.ts';
import { wrapped } from '../../src/report/wrapped.ts';

const table: Table = {
  heading: 'no-goods-without-permit: Goods without a permit stay.',
  columns: [
    { head: 'rule', align: 'left', rank: 0 },
    { head: 'broken', align: 'right', rank: 1 },
    { head: 'says', align: 'left', rank: 0, least: 10 },
    { head: 'source', align: 'left', rank: 2 },
  ],
  rows: [
    ['no-goods-without-permit', '0', 'Goods without a permit stay.', 'Customs Law'],
    ['R1', '12', '未获准的货物不得提离。', 'Order 103'],
  ],
};
const page = { title: '', tables: [table], notes: [] };

test('where it is narrow, columns are left out by rank and sentences go on below; names stay whole', () => {
  expect(pageText(page, 48).split('\n')).toEqual([
    'no-goods-without-permit: Goods without a permit',
    'stay.',
    '',
    'rule                     broken  says',
    'no-goods-without-permit       0  Goods without a',
    '                                 permit stay.',
    'R1                           12  未获准的货物不',
    '                                 得提离。',
    '',
  ]);
  expect(pageText(page, 40).split('\n').slice(3, 7)).toEqual([
    'rule                     says',
    'no-goods-without-permit  Goods without a',
    '                         permit stay.',
    'R1                       未获准的货物不',
  ]);
});

test('in a pipe each row is a line, with all columns', () => {
  expect(pageText(page, undefined).split('\n')).toEqual([
    'no-goods-without-permit: Goods without a permit stay.',
    '',
    'rule                     broken  says                          source',
    'no-goods-without-permit       0  Goods without a permit stay.  Customs Law',
    'R1                           12  未获准的货物不得提离。        Order 103',
    '',
  ]);
});

test('lines are as wide as asked unless a word is wider, and nothing is lost; closing marks begin none', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', '-', '货', '物', '。', '，', '（', '）'),
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), fc.nat({ max: 30 }), (words, width) => {
      const lines = wrapped(words.join(' '), width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      for (const line of lines) {
        const isOneWord =
          /^[（]*(?:\p{Script=Han}|[^\p{Script=Han} ]*)[。，）]*$/u.test(line) || /^[。，（）]+$/u.test(line);
        if (!isOneWord) expect(cellsOf(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
  expect(wrapped('未获准，不得提离。', 6)).toEqual(['未获', '准，不', '得提', '离。']);
});
