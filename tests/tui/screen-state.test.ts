import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Progress } from '../../src/experiment/index.ts';
import { wordsOf } from '../../src/report/index.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../src/tui/glyphs.ts';
import { keyTable, type Command } from '../../src/tui/keys.ts';
import { textOf, widthOf } from '../../src/tui/line.ts';
import { nextState, openingState, works, type ScreenState } from '../../src/tui/screen-state.ts';
import { changes, comparison, early, provisional, reached } from '../report/fixture.ts';

const names = comparison.scenarios.map((each) => each.scenario);
const opening = openingState({ columns: 80, rows: 24, language: 'en', names, changes });

function told(state: ScreenState, progress: Progress): ScreenState {
  return nextState(state, { kind: 'told', progress, secondsLeft: undefined });
}

function after(state: ScreenState, ...commands: readonly Command[]): ScreenState {
  return commands.reduce((each, command) => nextState(each, { kind: 'commanded', command }), state);
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, { title: 'port', glyphs: narrowGlyphs })).join('\n');
}

test('the pointer walks over the scenarios and stops at the ends', () => {
  const state = told(opening, early);
  expect(after(state, 'down', 'down').chosen).toBe('advance 100 %');
  expect(after(state, 'up').chosen).toBe('practice of 2017');
  expect(after(state, 'last', 'down').chosen).toBe('all together');
  expect(after(state, 'last', 'first').chosen).toBe('practice of 2017');
});

test('sorted by mean, the rows change and the pointer stays on its scenario', () => {
  const state = after(told(opening, early), 'down', 'down', 'sort');
  expect(state.order.slice(0, 3)).toEqual(['advance 100 %', 'all together', 'two-step 60 %']);
  expect(state.chosen).toBe('advance 100 %');
  expect(screen(state)).toContain('sorted by mean');
  expect(after(state, 'turn').order.at(-1)).toBe('advance 100 %');
  expect(screen(after(state, 'turn', 'down'))).not.toContain('sorted by');
});

test('rows never jump while figures sharpen; the end of the run sorts once more', () => {
  const swapped = {
    ...comparison,
    scenarios: comparison.scenarios.map((each, at) =>
      at === 5
        ? { ...each, indicators: comparison.scenarios[2]?.indicators ?? {} }
        : at === 2
          ? { ...each, indicators: comparison.scenarios[5]?.indicators ?? {} }
          : each,
    ),
  };
  const sorted = after(told(opening, early), 'sort');
  const running = told(sorted, { ...early, comparison: swapped });
  expect(running.order).toEqual(sorted.order);
  expect(told(running, { ...early, comparison: swapped, state: 'stopped' }).order.slice(0, 2)).toEqual([
    'all together',
    'advance 100 %',
  ]);
});

test('indicators and pictures go round', () => {
  const state = told(opening, early);
  expect(after(state, 'nextIndicator').indicator).toBe('formalReleaseTime');
  expect(after(state, 'previousIndicator').indicator).toBe('dwellTime');
  expect(after(state, 'nextIndicator', 'nextIndicator', 'nextIndicator').indicator).toBe('releaseTime');
  expect(after(state, 'nextPicture').picture).toBe('changes');
  expect(after(state, 'previousPicture').picture).toBe('groups');
  expect(after(state, 'changes', 'changes').picture).toBe('stages');
});

test('keys that would do nothing are not offered', () => {
  expect(works('nextIndicator', opening)).toBe(false);
  expect(works('pause', told(opening, reached))).toBe(false);
  expect(works('nextPicture', { ...told(opening, early), columns: 160, rows: 50 })).toBe(false);
  const alone = told(openingState({ ...opening, names: names.slice(0, 1) }), {
    ...reached,
    comparison: { ...reached.comparison, scenarios: reached.comparison.scenarios.slice(0, 1), differences: [] },
  });
  expect(screen(alone).split('\n').at(-1)).not.toContain('down');
});

test('before the warm-up is known the screen says that its figures are provisional', () => {
  expect(screen(told(opening, provisional))).toContain('! Provisional: warm-up not yet known');
  expect(screen(told(opening, early))).not.toContain('Provisional');
});

test('without roles nothing is lost: verdicts, letters and signs are words', () => {
  const text = screen(told(opening, early));
  for (const verdict of ['base', 'shorter', 'too early']) expect(text).toContain(verdict);
});

test('weight says how sure: decided is strong, too early is dim', () => {
  const lines = drawScreen(told(opening, early), { title: 'port', glyphs: narrowGlyphs });
  const roleOf = (verdict: string): string | undefined =>
    lines.flat().find((piece) => piece.text.trim() === verdict)?.role;
  expect([roleOf(wordsOf('en').verdicts.shorter), roleOf('too early'), roleOf('base')]).toEqual([
    'strong',
    'dim',
    'plain',
  ]);
});

test('whatever is pressed, told and resized, the screen fills its window exactly', () => {
  const commands = keyTable.map((row) => row.command);
  const action = fc.oneof(
    fc.constantFrom(...commands).map((command) => ({ kind: 'commanded' as const, command })),
    fc
      .constantFrom(early, reached, provisional)
      .map((progress) => ({ kind: 'told' as const, progress, secondsLeft: 3 })),
    fc.record({
      kind: fc.constant('resized' as const),
      columns: fc.integer({ min: 1, max: 200 }),
      rows: fc.integer({ min: 1, max: 60 }),
    }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 12 }), (actions) => {
      const state = actions.reduce(nextState, opening);
      const lines = drawScreen(state, { title: '海运进口 2017', glyphs: narrowGlyphs });
      expect(lines.length).toBe(state.rows);
      for (const line of lines) expect(widthOf(line)).toBe(state.columns);
      expect(names).toContain(state.chosen);
      expect(after(state, 'back').isHelp).toBe(false);
    }),
  );
});
