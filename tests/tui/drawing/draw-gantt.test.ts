import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOfEdges, drawGantt, type GanttData, type GanttSpan } from '../../../src/tui/drawing/draw-gantt.ts';
import { narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../../src/tui/drawing/line.ts';

const span = (from: number, to: number, pattern: string, label = '', isChosen = false): GanttSpan => ({
  from,
  to,
  label,
  pattern,
  role: 'plain',
  isChosen,
});

const data: GanttData = {
  from: 0,
  to: 72,
  axis: 'day',
  ticks: [0, 1, 2, 3].map((day) => ({ at: 24 * day, label: String(day) })),
  lanes: [
    {
      label: 'goods',
      spans: [span(0, 8, '░', 'unloading'), span(8, 50, '⠤', 'in the yard'), span(50, 72, '⠶', 'awaiting truck')],
      marks: [],
    },
    {
      label: 'declaration',
      spans: [span(0, 40, '⣿', 'preparing'), span(40, 40.01, '▚', 'lodged'), span(40.01, 50, '▚', 'under review')],
      marks: [{ at: 50, label: 'released' }],
    },
    { label: '税款', spans: [span(45, 50, '⠤', '待缴税')], marks: [{ at: 50, label: '已缴税' }] },
  ],
};

describe('lanes of spans', () => {
  test('three lanes over an axis; labels that would touch are left out, the shortest first', () => {
    expect(textOf(drawGantt(data, { width: 64, height: 12, glyphs: narrowGlyphs }))).toMatchInlineSnapshot(`
      [
        "   day         0              1               2             3   ",
        "               ╎              ╎               ╎             ╎   ",
        "   goods       ░░░░░⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶⠶   ",
        "                    in the yard                awaiting truck   ",
        "                                                                ",
        "   declaration ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿▚▚▚▚▚▚◉                ",
        "               preparing                       released         ",
        "                                                                ",
        "   税款                                     ⠤⠤⠤◉                ",
        "                                               已缴税           ",
        "                                                                ",
        "                                                                ",
      ]
    `);
  });

  test('the chosen span has its label before all others', () => {
    const lanes = data.lanes.map((lane) => ({
      ...lane,
      spans: lane.spans.map((each) => ({ ...each, isChosen: each.label === 'lodged' })),
    }));
    expect(textOf(drawGantt({ ...data, lanes }, { width: 64, height: 8, glyphs: narrowGlyphs }))[5]).toContain(
      'lodged',
    );
  });
});

const ascending = fc
  .array(fc.double({ min: 0, max: 40, noNaN: true }), { minLength: 1, maxLength: 8 })
  .map((values) => [0, ...values.toSorted((a, b) => a - b)])
  .map((values) => values.slice(1).flatMap((to, at) => [values[at] ?? 0, to]));

test('property: spans stand in order and to scale, and the shortest has a cell', () => {
  fc.assert(
    fc.property(ascending, (edges) => {
      const cells = cellsOfEdges(edges, 40);
      expect(cells).toEqual(cells.toSorted((a, b) => a - b));
      const spans = edges.length / 2;
      for (const [at, cell] of cells.entries()) {
        // Each span that asks for a cell may push the others by one.
        expect(Math.abs(cell - (edges[at] ?? 0))).toBeLessThanOrEqual(spans + 0.5);
        expect(cell).toBeGreaterThanOrEqual(0);
        expect(cell).toBeLessThanOrEqual(40);
        if (at % 2 === 1 && (edges[at] ?? 0) > (edges[at - 1] ?? 0)) expect(cell).toBeGreaterThan(cells[at - 1] ?? 40);
      }
      // Where none is short nothing is pushed.
      const isShort = edges.some((edge, at) => at % 2 === 1 && edge - (edges[at - 1] ?? 0) < 1);
      if (!isShort) expect(cells).toEqual(edges.map(Math.round));
    }),
  );
});

test('property: labels never touch, and every line is as wide as asked', () => {
  const label = fc.constantFrom('unloading', 'in the yard', '查验', '待收发货人到场', 'x', '');
  const lane = fc.tuple(ascending, fc.array(label, { minLength: 8, maxLength: 8 })).map(([edges, labels]) => ({
    label: 'lane',
    spans: labels.flatMap((text, at) => {
      const [from, to] = [edges[2 * at], edges[2 * at + 1]];
      return from === undefined || to === undefined ? [] : [span(from, to, '░', text === '' ? '' : `<${text}>`)];
    }),
    marks: [{ at: edges.at(-1) ?? 0, label: '<end>' }],
  }));
  fc.assert(
    fc.property(fc.array(lane, { minLength: 1, maxLength: 3 }), fc.integer({ min: 40, max: 120 }), (lanes, width) => {
      const lines = drawGantt({ ...data, from: 0, to: 40, lanes }, { width, height: 20, glyphs: narrowGlyphs });
      for (const line of lines) expect(widthOf(line)).toBe(width);
      for (const line of textOf(lines))
        if (line.includes('<')) expect(line.slice(13)).toMatch(/^ *<[^<>]+>( {2,}<[^<>]+>)* *$/);
    }),
    { numRuns: 60 },
  );
});
