import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawEcdf, type Curve } from '../../../src/tui/drawing/draw-ecdf.ts';
import { asciiGlyphs, narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../../src/tui/drawing/line.ts';
import { dotsIn } from './braille.ts';

const curve = (letter: string, quantiles: readonly number[], band: Curve['band'] = []): Curve => ({
  letter,
  role: 'plain',
  quantiles,
  band,
});

/** Cells before the picture. */
const before = 10;

describe('curves of shares', () => {
  test('two curves, their letters on them, a reading line: as it is read', () => {
    const even = Array.from({ length: 201 }, (_, step) => step / 4);
    const late = Array.from({ length: 201 }, (_, step) => 20 + step / 8);
    const data = {
      curves: [curve('A', even), curve('B', late)],
      domain: [0, 50] as const,
      unit: 'h' as const,
      reading: 30,
    };
    expect(textOf(drawEcdf(data, { width: 50, height: 10, glyphs: narrowGlyphs }))).toMatchInlineSnapshot(`
      [
        "  100 % ╎                       ╎         ⡀⠔⣁⠭⠕⠋  ",
        "        ╎                       ╎      ⢀⣀⠮⠒⠉      ",
        "   75 % ╎                       ╎  ⣀⡠⢔⡊⠋          ",
        "        ╎                     ⢀⣀⠤⠒⠉⢀⠄⠁            ",
        "   50 % ╎                 ⢀A⠔⠊⠁ ╎⣀⠄⠁              ",
        "        ╎             ⣀⠤⠒⠉⠁    ⡠⠂                 ",
        "   25 % ╎        ⢀⡠⠔⠊⠉       ⡠⠂ ╎                 ",
        "        ╎    ⣀⠤⠒⠉⠁         B⠁   ╎                 ",
        "    0 % ╎⣠⡔⣒⡉⣀⡀⣀⡀⣀⡀⣀⡀⣀⡀⣀⡀⠔⠁     ╎                 ",
        "         0                24                 48 h ",
      ]
    `);
    expect(textOf(drawEcdf(data, { width: 50, height: 10, glyphs: asciiGlyphs }))).toMatchInlineSnapshot(`
      [
        "  100 % |                       |          BBBAA  ",
        "        |                       |       BAAAAA    ",
        "   75 % |                       |   AAAAA         ",
        "        |                      AAAAABB            ",
        "   50 % |                 AAAAA |BBB              ",
        "        |            AAAAA     BB                 ",
        "   25 % |       AAAAA       BBB |                 ",
        "        |  AAAAA          BB    |                 ",
        "    0 % |AABBBBBBBBBBBBBBB      |                 ",
        "         0                24                 48 h ",
      ]
    `);
  });

  test('what lies below the domain is where the curve begins; an atom is an upright', () => {
    const atom = [...Array.from({ length: 100 }, () => 10), ...Array.from({ length: 101 }, () => 40)];
    const dots = dotsIn(
      drawEcdf(
        { curves: [{ ...curve('A', atom) }], domain: [0, 50], unit: 'h', reading: undefined },
        { width: before + 11, height: 6, glyphs: narrowGlyphs },
      ).slice(0, -1),
      before - 1,
    );
    const heights = Array.from({ length: 20 }, (_, x) => dots.filter((row) => row[x] === true).length);
    // One dot where it is flat; at 10 and at 40 h an upright over half of the 20 rows each (a letter hides its cell).
    expect(
      heights
        .toSorted((a, b) => a - b)
        .slice(-2)
        .every((each) => each >= 6),
    ).toBe(true);
    const zoomed = dotsIn(
      drawEcdf(
        { curves: [curve('A', atom)], domain: [20, 30], unit: 'h', reading: undefined },
        { width: before + 11, height: 6, glyphs: narrowGlyphs },
      ).slice(0, -1),
      before - 1,
    );
    expect(zoomed.map((row) => row.filter(Boolean).length).filter((each) => each > 0)).toHaveLength(1);
  });
});

const steps = fc
  .array(fc.integer({ min: -50, max: 400 }), { minLength: 2, maxLength: 30 })
  .map((values) => values.toSorted((a, b) => a - b));
const domains = fc
  .tuple(fc.integer({ min: -60, max: 200 }), fc.integer({ min: 1, max: 300 }))
  .map(([from, length]) => [from, from + length] as const);
const sizes = fc.record({ width: fc.integer({ min: 20, max: 90 }), height: fc.integer({ min: 2, max: 16 }) });

/** The share at most (or, for `isBelow`, less than) `value`, in the plainest way: a straight line between the steps around it. */
function shareAt(quantiles: readonly number[], value: number, isBelow = false): number {
  const last = quantiles.length - 1;
  const at = quantiles.filter((each) => (isBelow ? each < value : each <= value)).length - 1;
  const [low, high] = [quantiles[at], quantiles[at + 1]];
  if (low === undefined) return 0;
  return high === undefined ? 1 : at / last + ((value - low) / (high - low)) * ((at + 1) / last - at / last);
}

test('property: the dots are those of a slow drawer that asks of every dot whether the curve goes through it', () => {
  fc.assert(
    fc.property(steps, domains, sizes, (quantiles, [from, to], size) => {
      const lines = drawEcdf(
        { curves: [curve('A', quantiles)], domain: [from, to], unit: 'h', reading: undefined },
        { ...size, glyphs: narrowGlyphs },
      ).slice(0, -1);
      const letter = textOf(lines).map((line) => line.indexOf('A', before - 1));
      const drawn = dotsIn(lines, before - 1);
      const [rows, columns] = [drawn.length, 2 * (size.width - before - 1)];
      const row = (share: number): number => Math.round((1 - share) * (rows - 1));
      const height = (x: number): number => row(shareAt(quantiles, from + ((x + 0.5) / columns) * (to - from)));
      const start = row(shareAt(quantiles, from, true));
      const isLetter = (x: number, y: number): boolean => letter[Math.floor(y / 4)] === before - 1 + Math.floor(x / 2);
      const isOn = (x: number, y: number): boolean =>
        y === height(x) || (y > height(x) && (x === 0 ? y <= start : y < height(x - 1)));
      const expected = drawn.map((_line, y) =>
        Array.from({ length: columns }, (_, x) => !isLetter(x, y) && isOn(x, y)),
      );
      expect(drawn.map((line) => line.slice(0, columns))).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test('property: every line is as wide as asked; curves never fall; each letter stands once, on its curve', () => {
  const curves = fc.array(steps, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(curves, domains, sizes, fc.constantFrom(narrowGlyphs, asciiGlyphs), (all, domain, size, glyphs) => {
      const width = size.width + 30;
      const data = {
        curves: all.map((quantiles, at) => curve('ABCDE'[at] ?? '', quantiles)),
        domain,
        unit: 'h' as const,
        reading: undefined,
      };
      const lines = drawEcdf(data, { ...size, width, glyphs });
      expect(lines).toHaveLength(size.height);
      for (const line of lines) expect(widthOf(line)).toBe(width);
      if (!glyphs.hasBraille) return;
      const text = textOf(lines.slice(0, -1)).map((line) => Array.from(line).slice(before - 1));
      for (const { letter, quantiles } of data.curves) {
        const alone = dotsIn(
          drawEcdf({ ...data, curves: [curve(' ', quantiles)] }, { ...size, width, glyphs }).slice(0, -1),
          before - 1,
        );
        const places = text.flatMap((line, y) => line.flatMap((cell, x) => (cell === letter ? [[x, y] as const] : [])));
        expect(places).toHaveLength(1);
        const heights = alone[0]?.map((_, x) => alone.findIndex((row) => row[x] === true)) ?? [];
        const seen = heights.filter((each) => each >= 0);
        expect(seen).toEqual(seen.toSorted((a, b) => b - a));
        const [rows, columns] = [4 * (size.height - 1), 2 * (width - before - 1)];
        for (const [x, y] of places) {
          const share = shareAt(quantiles, domain[0] + ((2 * x + 0.5) / columns) * (domain[1] - domain[0]));
          expect(Math.floor(Math.round((1 - share) * (rows - 1)) / 4)).toBe(y);
        }
      }
    }),
    { numRuns: 40 },
  );
});
