import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawBar } from '../../src/tui/drawing/draw-bar.ts';
import { densityOf, drawHeatMap, type HeatMapWords } from '../../src/tui/drawing/draw-heat-map.ts';
import { drawSparkline } from '../../src/tui/drawing/draw-sparkline.ts';
import { asciiGlyphs, narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { markedWindowOf, windowOf } from '../../src/tui/drawing/window-of.ts';
import { textOf, widthOf, type Line } from '../../src/tui/drawing/line.ts';

const glyphs = narrowGlyphs;

function told(line: Line): string {
  return textOf([line])[0] ?? '';
}

test('sparklines: two values a cell, four heights, the greatest in full', () => {
  const draw = (values: readonly number[], width: number): string => told(drawSparkline(values, { width, glyphs }));
  expect(draw([0, 1, 2, 3, 4, 4, 2, 0], 4)).toBe('⢀⣴⣿⡄');
  // Nothing at all; little beside much is seen; what is not known is a gap.
  expect(draw([0, 0, 0, 0], 3)).toBe('   ');
  expect(draw([100, 0.1, Number.NaN, 100], 2)).toBe('⣇⢸');
  // More values than columns: means of their parts.
  expect(draw([4, 0, 4, 4], 1)).toBe('⣼');
  expect(told(drawSparkline([0, 1, 2, 3, 4, 4, 2, 0], { width: 4, glyphs: asciiGlyphs }))).toBe('.|#:');
});

test('bars to half a cell', () => {
  const draw = (value: number): string => told(drawBar({ value, full: 10 }, { width: 5, glyphs }));
  expect([0, 0.01, 5, 6, 10, 20].map(draw)).toEqual(['     ', '⡇    ', '⣿⣿⡇  ', '⣿⣿⣿  ', '⣿⣿⣿⣿⣿', '⣿⣿⣿⣿⣿']);
  expect(draw(Number.NaN)).toBe('     ');
});

const words: HeatMapWords = {
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  mean: 'mean',
  open: 'open',
  fromTo: (from, to) => `${from} to ${to}`,
  andMore: (from) => `${from} and more`,
  blankBelow: (to) => `blank below ${to}`,
};

/** Waiting before an office that opens at nine: it grows over the night. */
const week = {
  days: Array.from({ length: 7 }, (_, day) => ({
    hours: Array.from({ length: 24 }, (__, hour) =>
      day === 6 ? Number.NaN : Math.max(0, 14 - 2 * day - (hour < 9 ? 0 : 2 * (hour - 8))),
    ),
    mean: day === 6 ? Number.NaN : 7.6 - day,
    open: [
      { from: 9, to: 12 },
      { from: 13.5, to: 17.5 },
    ],
  })),
  steps: [1, 3, 6, 12],
  chosen: { hour: 34, figure: { value: 8, interval: null }, longest: 0, wait: { value: 0, interval: null }, share: 0 },
};

test('a heat map: density by hour and day, means, opening hours, what the densities mean', () => {
  expect(textOf(drawHeatMap(week, { width: 80, height: 17, glyphs, words })).map((line) => line.trimEnd())).toEqual([
    '        00    03    06      10  12    15    18    21       mean',
    '   Mon  ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶⣶⣶⣶⣶⠶⠶⠤⠤                      7.6 ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿',
    '▸  Tue  ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣶⣶⣶⣶⣶⣶⠶⠶⠤⠤                        6.6 ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
    '   Wed  ⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠤⠤                          5.6 ⣿⣿⣿⣿⣿⣿⣿⣿⣿',
    '   Thu  ⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠤⠤                            4.6 ⣿⣿⣿⣿⣿⣿⣿⡇',
    '   Fri  ⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⣶⠶⠶⠤⠤                              3.6 ⣿⣿⣿⣿⣿⡇',
    '   Sat  ⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠤⠤                                2.6 ⣿⣿⣿⣿',
    '   Sun                                                        -',
    '   open                   ╶╌╌╌╌╴   ╶╌╌╌╌╌╌╴',
    '',
    '        ⠤⠤ 1 to 3   ⠶⠶ 3 to 6   ⣶⣶ 6 to 12   ⣿⣿ 12 and more   blank below 1',
  ]);
});

test('the chosen hour is inverse, and no other; where there is room an hour has four cells and a day two lines', () => {
  const inverse = (width: number, height: number): readonly string[] =>
    drawHeatMap(week, { width, height, glyphs, words }).flatMap((line, row) =>
      line.flatMap(({ text, role }) => (role === 'inverse' ? [`${row}: ${text}`] : [])),
    );
  expect(inverse(80, 17)).toEqual(['2: ⣶⣶']);
  expect(inverse(140, 18)).toEqual(['3: ⣶⣶⣶⣶', '4: ⣶⣶⣶⣶']);
});

test('each value has the density of its bin, and the legend tells them all', () => {
  const amount = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 168, maxLength: 168 }), fc.nat(167), (values, hour) => {
      const days = Array.from({ length: 7 }, (_, day) => ({
        hours: values.slice(day * 24, day * 24 + 24),
        mean: 1,
        open: [],
      }));
      const steps = [5, 15, 30, 60];
      const room = { width: 80, height: 11, glyphs, words };
      const lines = textOf(drawHeatMap({ days, steps, chosen: { ...week.chosen, hour } }, room));
      for (const [at, value] of values.entries()) {
        const cell = Array.from(lines[1 + Math.floor(at / 24)] ?? '')[8 + 2 * (at % 24)];
        const bin = value < 5 ? 0 : value < 15 ? 1 : value < 30 ? 2 : value < 60 ? 3 : 4;
        expect(densityOf(value, steps)).toBe(bin);
        expect(cell).toBe(glyphs.densities[bin]);
      }
      for (const density of glyphs.densities) expect(lines.at(-1)).toContain(density);
    }),
    { numRuns: 20 },
  );
});

test('a table without room shows the part that has the pointer', () => {
  const shown = (chosen: string, most: number): string => windowOf(Array.from('abcdef'), chosen, most).join('');
  expect([shown('a', 3), shown('c', 3), shown('d', 3), shown('f', 3), shown('x', 3), shown('b', 9)]).toEqual([
    'abc',
    'abc',
    'bcd',
    'def',
    'abc',
    'abcdef',
  ]);
});

test('where items have no room, a line at that end says how many; with what is shown they are all', () => {
  const parts = (chosen: string, most: number): readonly unknown[] => {
    const { above, items, below } = markedWindowOf(Array.from('abcdef'), chosen, most);
    return [above, items.join(''), below];
  };
  expect(parts('a', 6)).toEqual([0, 'abcdef', 0]);
  expect(['a', 'c', 'd', 'f', 'x'].map((chosen) => parts(chosen, 4))).toEqual([
    [0, 'abc', 3],
    [0, 'abc', 3],
    [3, 'def', 0],
    [3, 'def', 0],
    [0, 'abc', 3],
  ]);
  expect(parts('c', 3)).toEqual([2, 'c', 3]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 3, max: 20 }), fc.nat(59), (count, most, place) => {
      const all = Array.from({ length: count }, (_, at) => at);
      const chosen = place % count;
      const { above, items, below } = markedWindowOf(all, chosen, most);
      expect(items).toContain(chosen);
      expect(items.length + (above > 0 ? 1 : 0) + (below > 0 ? 1 : 0)).toBe(Math.min(count, most));
      expect(all.slice(above, count - below)).toEqual(items);
    }),
  );
});

test('pictures are exactly as wide as asked, whatever they show', () => {
  const value = fc.oneof(fc.double(), fc.constant(Number.NaN));
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), fc.nat(150), fc.boolean(), (values, width, isAscii) => {
      const room = { width, glyphs: isAscii ? asciiGlyphs : narrowGlyphs };
      expect(widthOf(drawSparkline(values, room))).toBe(width);
      expect(widthOf(drawBar({ value: values[0] ?? 0, full: values[1] ?? 0 }, room))).toBe(width);
      for (const height of [8, 20])
        for (const line of drawHeatMap(week, { ...room, height, words })) expect(widthOf(line)).toBe(width);
    }),
    { numRuns: 10 },
  );
});
