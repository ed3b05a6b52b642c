import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOf } from '../../../src/compile/index.ts';
import { outlineOf, type OutlineState } from '../../../src/flows/index.ts';
import type { Stand } from '../../../src/learn/index.ts';
import { cellsOf, fit, standView, wordsOf, type LaneView } from '../../../src/report/index.ts';
import type { Model } from '../../../src/simulation/index.ts';
import { drawLanes } from '../../../src/tui/drawing/draw-lanes.ts';
import { asciiGlyphs, narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../../src/tui/drawing/line.ts';
import { modelOf } from '../../simulation/story.ts';

const glyphs = narrowGlyphs;

/** A lane in which the consignment stands in one state. */
function lane(name: string, states: readonly string[], here: string, waitsFor = ''): LaneView {
  const at = states.indexOf(here);
  return {
    name,
    waitsFor,
    states: states.map((label, place) => ({
      label: label.trimStart(),
      depth: label.length - label.trimStart().length,
      standing: place === at ? 'active' : place < at ? 'visited' : label.endsWith('x') ? 'impossible' : 'possible',
      isHere: place === at,
    })),
  };
}

test('lanes: pointer, marks, what cannot be any more, what is waited for', () => {
  const goods = lane('goods', ['at sea', 'unloading', 'in the yard', 'left'], 'unloading', 'waits: unloading, 8 h');
  const duty = lane('duty', ['not assessed', ' half x', 'paid'], 'not assessed', 'waits: declaration');
  expect(textOf(drawLanes([goods, duty], { width: 50, height: 6, glyphs })).map((line) => line.trimEnd())).toEqual([
    '   goods                     duty',
    ' ✓ at sea                  ▸ not assessed',
    ' ▸ unloading               ╌  half x',
    '   in the yard               paid',
    '   left',
    '   waits: unloading, 8 h     waits: declaration',
  ]);
});

test('where there is little room: first what is impossible goes, then what is far away; dots say where there is more', () => {
  const long = lane('declaration', ['one', 'two', 'three', 'fourx', 'fivex', 'sixth', 'seven'], 'three');
  expect(textOf(drawLanes([long], { width: 16, height: 5, glyphs })).map((line) => line.trimEnd())).toEqual([
    '   declaration',
    '⋯✓ two',
    ' ▸ three',
    '⋯  sixth',
    '',
  ]);
});

test('names that begin alike are told apart where they are cut', () => {
  const declaration = lane(
    'declaration',
    ['complete declaration lodged', 'complete declaration accepted', 'taken and sold by customs'],
    '',
  );
  expect(textOf(drawLanes([declaration], { width: 26, height: 5, glyphs })).map((line) => line.trimEnd())).toEqual([
    '   declaration',
    '   complete de⋯ion lodged',
    '   complete de⋯n accepted',
    '   taken and sold by cus⋯',
    '',
  ]);
});

test('lanes are exactly as large as asked, whatever they are called', () => {
  const label = fc.string({ unit: fc.constantFrom('a', '两', '步', 'é', ' ', '👩‍👩‍👧'), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(label, fc.array(label, { minLength: 1, maxLength: 9 })), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 1, max: 12 }),
      (named, width, height) => {
        const lanes = named.map(([name, states]) => lane(name, states, states[0] ?? '', name));
        const lines = drawLanes(lanes, { width, height, glyphs: asciiGlyphs });
        expect(lines).toHaveLength(height);
        for (const line of lines) expect(widthOf(line)).toBe(width);
      },
    ),
  );
});

/** How something stands whose active states are these, whatever it has come through. */
function standIn({ scenario }: Model, active: readonly string[]): Stand {
  const inner = (states: readonly OutlineState[], depth: number): Stand['lanes'][number]['states'] =>
    states.flatMap(({ path, states: within }) => [
      {
        path,
        depth,
        standing: active.some((each) => each === path || each.startsWith(`${path}.`)) ? 'active' : 'possible',
      },
      ...inner(within, depth + 1),
    ]);
  return {
    now: 0,
    hasEnded: false,
    steps: [],
    coming: [],
    deadlines: [],
    charged: [],
    attributes: {},
    measures: {},
    lanes: outlineOf(scenario.flow).lanes.map(({ name, states }) => ({ name, states: inner(states, 0), waitsFor: [] })),
  };
}

const shipped = globSync('scenarios/**/*.yaml').filter((file) => !file.includes('rules'));

test.each(shipped)('every way that a consignment of %s can stand is drawn in a window of 80 x 24', (file) => {
  const model = modelOf(readFileSync(file, 'utf8'));
  for (const language of ['en', 'zh'] as const) {
    for (const { value } of model.table.configurations) {
      const { lanes } = standView(standIn(model, leavesOf(value)), model.scenario, wordsOf(language));
      // Eight lines are what the stepping view gives them, four where the law is read.
      for (const height of [8, 4]) {
        const text = textOf(drawLanes(lanes, { width: 80, height, glyphs })).join('\n');
        const here = lanes.flatMap(({ states }) => states.filter(({ isHere }) => isHere));
        expect(here.length).toBeGreaterThanOrEqual(lanes.length);
        for (const { label, depth } of here) {
          const told = ' '.repeat(depth) + label;
          // The beginning at least: lanes are 26 cells wide or more.
          expect(text).toContain(
            `${glyphs.pointer} ${cellsOf(told) > 20 ? fit(told, { width: 20, ellipsis: '' }) : told}`,
          );
        }
      }
    }
  }
});
