import fc from 'fast-check';
import { expect, test } from 'vitest';
import stringWidth from 'string-width';
import { axisOf, drawTicks } from '../../src/tui/drawing/axis.ts';
import { drawChanges } from '../../src/tui/drawing/draw-changes.ts';
import { drawFrame, drawTooSmall } from '../../src/tui/draw-frame.ts';
import { drawStageBar } from '../../src/tui/drawing/draw-stage-bar.ts';
import { drawTable, type Column } from '../../src/tui/drawing/draw-table.ts';
import { drawWhisker } from '../../src/tui/drawing/draw-whisker.ts';
import { asciiGlyphs, narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { lineOf, textOf, widthOf } from '../../src/tui/drawing/line.ts';
import { wordsOf } from '../../src/report/index.ts';

const glyphs = narrowGlyphs;
const words = wordsOf('en');

/** Names as users write them: Latin, Chinese, emoji of several code points, combining marks. */
const names = fc.string({
  unit: fc.constantFrom('a', 'é', 'e\u0301', '两', '步', 'Ａ', '👩‍👩‍👧', '🇨🇳', '✓', ' ', '한'),
  maxLength: 30,
});

test('whiskers stand on their axis; a narrow interval is its letter', () => {
  const axis = axisOf([-71, 0.3], 30);
  const draw = (letter: string, value: number, low: number, high: number): string =>
    textOf([drawWhisker({ letter, role: 'plain', figure: { value, interval: [low, high] } }, { axis, glyphs })])[0] ??
    '';
  expect([
    drawTicks(axis),
    draw('B', -1.3, -1.7, -0.9),
    draw('C', -67.7, -71, -64),
    draw('D', 0, -0.3, 0.3),
    draw('G', -30, -55, -1),
  ]).toEqual([
    '-80   -60    -40   -20     0  ',
    '                          B╎  ',
    '     ╶C╴                   ╎  ',
    '                           D  ',
    '          ╶╌╌╌╌╌╌╌G╌╌╌╌╌╌╌╌╴  ',
  ]);
});

test('stage bars: parts of one scale, none above zero invisible', () => {
  const stages = [
    { name: 'unloading', hours: 8 },
    { name: 'preparation', hours: 20 },
    { name: 'customs', hours: 0.1 },
    { name: 'pickUp', hours: 12 },
  ];
  expect(textOf([drawStageBar({ stages, hoursFull: 40 }, { width: 40, glyphs })])).toEqual([
    '░░░░░░░░⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿▚⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶',
  ]);
  expect(textOf([drawStageBar({ stages, hoursFull: 80 }, { width: 40, glyphs: asciiGlyphs })])).toEqual([
    '::::#########%======                    ',
  ]);
});

test('a table cuts what may be cut, then leaves out its least important column whole', () => {
  const column = (head: string, rank: number, others: Partial<Column> = {}): Column => ({
    head: lineOf(head),
    subhead: [],
    align: 'left',
    rank,
    ...others,
  });
  const columns = [column('scenario', 0, { least: 8 }), column('hours', 1, { align: 'right' }), column('luck', 2)];
  const rows = [{ id: 'x', letter: lineOf('A'), cells: [lineOf('practice of 2017'), lineOf('95.9'), lineOf('x 3.1')] }];
  const draw = (width: number): readonly string[] =>
    textOf(drawTable({ columns, rows, chosen: 'x' }, { width, height: 9, glyphs })).filter((_, row) => row !== 1);
  expect(draw(34)).toEqual(['   scenario          hours  luck  ', '▸A practice of 2017   95.9  x 3.1 ']);
  expect(draw(26)).toEqual(['   scenario   hours  luck ', '▸A practice⋯   95.9  x 3.1']);
  expect(draw(20)).toEqual(['   scenario    hours', '▸A practice ⋯   95.9']);
});

test('changes are grouped by their part of the file', () => {
  const changes = [
    { path: 'measures.advanceDeclaration', before: '10 %', after: '100 %' },
    { path: 'measures.greenChannel', before: 'off', after: 'on' },
    { path: 'seed', before: 'a', after: 'b' },
  ];
  expect(textOf(drawChanges(changes, { width: 40, height: 20, words })).map((line) => line.trimEnd())).toEqual([
    '   measures',
    '   -  advanceDeclaration: 10 %',
    '   +  advanceDeclaration: 100 %',
    '   -  greenChannel: off',
    '   +  greenChannel: on',
    '   -  seed: a',
    '   +  seed: b',
  ]);
});

test('every glyph is one cell wide, in Chinese terminals too', () => {
  const drawn = [...Object.values(glyphs), ...Object.values(asciiGlyphs)].flat(2).join('');
  expect(drawn.length).toBeGreaterThan(20);
  for (const glyph of drawn) expect(stringWidth(glyph, { ambiguousIsNarrow: false }), glyph).toBe(1);
  expect(Object.values(asciiGlyphs).flat(2).join('')).toMatch(/^[ -~]+$/);
});

test('tables are exactly as wide as asked, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 90 }), (texts, width) => {
      const columns = [0, 1].map((rank): Column => ({
        head: lineOf('head'),
        subhead: [],
        align: 'left',
        rank,
        least: 5,
      }));
      const rows = texts.map((text, at) => ({
        id: String(at),
        letter: lineOf('A'),
        cells: [lineOf(text), lineOf(text)],
      }));
      for (const line of drawTable({ columns, rows, chosen: '0' }, { width, height: 9, glyphs }))
        expect(widthOf(line)).toBe(width);
    }),
  );
});

test('a frame of any size has its lines, each exactly as wide', () => {
  fc.assert(
    fc.property(names, fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 100 }), (name, width, height) => {
      const frame = {
        crumbs: [name, 'Compare'],
        state: lineOf('12/400'),
        views: [{ name: 'Compare', isActive: true, isThere: true }],
        body: [lineOf(name)],
        message: { isAlarm: true, text: name },
        keys: [
          { key: 'q', label: name },
          { key: '?', label: 'help' },
        ],
      };
      const drawn =
        height >= 5
          ? drawFrame(frame, { width, height, glyphs })
          : drawTooSmall({ sentences: [name], figures: name, quit: 'quit' }, { width, height });
      expect(drawn.length).toBe(height);
      for (const line of drawn) expect(widthOf(line)).toBe(width);
    }),
  );
});

test('a larger value is never drawn further left, and the letter is always there', () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 6 }), fc.integer({ min: 5, max: 80 }), (values, width) => {
      const axis = axisOf(values, width);
      const places = values
        .toSorted((a, b) => a - b)
        .map((each) => {
          const [line = ''] = textOf([
            drawWhisker(
              { letter: 'X', role: 'plain', figure: { value: each, interval: [each - 1, each + 1] } },
              { axis, glyphs },
            ),
          ]);
          expect(stringWidth(line)).toBe(width);
          return line.indexOf('X');
        });
      expect(places.every((place, at) => place >= 0 && place >= (places[at - 1] ?? 0))).toBe(true);
    }),
  );
});
