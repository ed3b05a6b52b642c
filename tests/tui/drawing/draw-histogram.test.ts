import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawHistogram, type Bin } from '../../../src/tui/drawing/draw-histogram.ts';
import { asciiGlyphs, narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../../src/tui/drawing/line.ts';
import { dotsIn } from './braille.ts';

const bins = (shares: readonly number[], labels: readonly string[] = []): readonly Bin[] =>
  shares.map((share, at) => ({ share, role: 'plain', label: labels[at] ?? '' }));

test('five bins of three cells, the highest four dots a row', () => {
  const data = { bins: bins([0.1, 0, 0.4, 0.01, 0.2], ['-2', '-1', '0', '+1', '+2 or more']) };
  expect(textOf(drawHistogram(data, { width: 20, height: 4, glyphs: narrowGlyphs }))).toMatchInlineSnapshot(`
    [
      "        ⣿⣿⣿⣿        ",
      "        ⣿⣿⣿⣿    ⣤⣤⣤⣤",
      "⣶⣶⣶⣶    ⣿⣿⣿⣿⣀⣀⣀⣀⣿⣿⣿⣿",
      " -2  -1  0   +1     ",
    ]
  `);
  expect(textOf(drawHistogram(data, { width: 20, height: 4, glyphs: asciiGlyphs }))).toMatchInlineSnapshot(`
    [
      "        ####        ",
      "        ####    ####",
      "####    ############",
      " -2  -1  0   +1     ",
    ]
  `);
});

test('nothing is blank', () => {
  expect(textOf(drawHistogram({ bins: bins([0, 0]) }, { width: 6, height: 2, glyphs: narrowGlyphs }))).toEqual([
    '      ',
    '      ',
  ]);
});

test('property: each bin is within half a dot of its share, and above nothing never invisible; lines are as wide as asked', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
  const sizes = fc.record({ width: fc.integer({ min: 30, max: 90 }), height: fc.integer({ min: 2, max: 12 }) });
  fc.assert(
    fc.property(shares, sizes, (all, size) => {
      const lines = drawHistogram({ bins: bins(all, ['1', '20']) }, { ...size, glyphs: narrowGlyphs });
      for (const line of lines) expect(widthOf(line)).toBe(size.width);
      const dots = dotsIn(lines.slice(0, -1));
      const across = 2 * Math.floor(size.width / all.length);
      const most = Math.max(...all);
      for (const [at, share] of all.entries()) {
        const height = dots.filter((row) => row[at * across] === true).length;
        const exact = most === 0 ? 0 : (share / most) * dots.length;
        expect(Math.abs(height - exact)).toBeLessThanOrEqual(height === 1 ? 1 : 0.5 + 1e-9);
        expect(height > 0).toBe(share > 0);
      }
    }),
    { numRuns: 50 },
  );
});
