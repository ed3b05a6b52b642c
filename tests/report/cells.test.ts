import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cellsOf, fit } from '../../src/report/cells.ts';
import { fitColumns } from '../../src/report/fit-columns.ts';
import { stageCells } from '../../src/report/stage-cells.ts';
import { visible } from '../../src/report/visible.ts';

test('text is cut by cells, never inside a character', () => {
  expect(fit('sea-import practice 2017', { width: 15, cut: 'middle' })).toBe('sea-imp~ce 2017');
  expect(fit('两步申报', { width: 6 })).toBe('两步~ ');
  expect(fit('两步申报', { width: 6, cut: 'start' })).toBe('~申报 ');
  expect(fit('a👩‍👩‍👧b', { width: 3 })).toBe('a~ ');
  expect(fit('ab', { width: 4, align: 'right' })).toBe('  ab');
});

test('fitted text is exactly as wide as asked, whatever it is', () => {
  const unit = fc.constantFrom('a', 'e\u0301', '两', 'Ａ', '👩‍👩‍👧', '🇨🇳', '👍🏽', '한', 'ᄒ', 'ᅡ', 'ᆫ', '\u0301', ' ');
  const cut = fc.constantFrom('start' as const, 'middle' as const, 'end' as const);
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), fc.nat({ max: 30 }), cut, (text, width, where) => {
      expect(cellsOf(fit(text, { width, cut: where }))).toBe(width);
    }),
  );
});

test('what could move the cursor or turn the writing is shown, not done', () => {
  expect(visible('a\u001b[2Jb\u202ec\nd两👩‍👩‍👧')).toBe('a\\u{1b}[2Jb\\u{202e}c\\u{a}d两👩‍👩‍👧');
  const character = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 12 }), (characters) => {
      expect(visible(characters.join(''))).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('columns: the least important goes first, what is left over goes by importance', () => {
  const wishes = [
    { least: 5, natural: 10, rank: 0 },
    { least: 5, natural: 5, rank: 1 },
    { least: 5, natural: Infinity, rank: 2 },
  ];
  expect(fitColumns(wishes, { width: 40, gap: 2 })).toEqual([10, 5, 21]);
  expect(fitColumns(wishes, { width: 20, gap: 2 })).toEqual([6, 5, 5]);
  expect(fitColumns(wishes, { width: 18, gap: 2 })).toEqual([10, 5, -1]);
  expect(fitColumns(wishes, { width: 4, gap: 2 })).toEqual([5, -1, -1]);
});

test('bars: cells add up to what the hours ask for, and no stage above zero is lost', () => {
  expect(stageCells([8.3, 81.4, 5.9, 52.4], { hoursFull: 148, width: 74 })).toEqual([4, 41, 3, 26]);
  const hours = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 100, noNaN: true })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(hours, fc.integer({ min: 1, max: 150 }), (each, width) => {
      const sum = each.reduce((all, one) => all + one, 0);
      const cells = stageCells(each, { hoursFull: sum, width });
      const above = each.filter((one) => one > 0).length;
      expect(cells.every((cell, at) => cell > 0 === (each[at] ?? 0) > 0)).toBe(true);
      expect(cells.reduce((all, one) => all + one, 0)).toBe(sum === 0 ? 0 : Math.max(width, above));
    }),
  );
});

test('what is drawn with is one cell wide, as string-width has it', () => {
  const codes = [
    [32, 126],
    [0x2500, 0x259f],
    [0x2800, 0x28ff],
  ] as const;
  const drawn = [
    ...codes.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))),
    ...Array.from('⋯▸◂◉◌✓✗'),
  ];
  for (const character of drawn) expect([character, stringWidth(character)]).toEqual([character, cellsOf(character)]);
});
