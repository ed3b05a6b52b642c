import { verbatim } from '../../../src/base/index.ts';
import { expect, test } from 'vitest';
import { drawScreen } from '../../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf } from '../../../src/tui/drawing/line.ts';
import type { Want } from '../../../src/tui/materials.ts';
import { works } from '../../../src/tui/after-command.ts';
import { nextState } from '../../../src/tui/next-state.ts';
import { hereOf, openingState, wantsOf, type ScreenState } from '../../../src/tui/screen-state.ts';
import { early } from '../../report/fixture.ts';
import { told as tells } from '../fake-desk.ts';
import { faulty } from './faulty.ts';

const opening = nextState(
  openingState({ columns: 80, rows: 24, language: 'en', ...tells, modelOf: () => faulty().model, check: () => [] }),
  { kind: 'told', progress: early, secondsLeft: undefined, tells },
  narrowGlyphs,
);

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return keys.reduce((each, key) => nextState(each, { kind: 'pressed', key }, narrowGlyphs), state);
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

function brought(state: ScreenState): ScreenState {
  const [want] = wantsOf(state);
  return nextState(
    state,
    { kind: 'brought', want: want as Want<'proof'>, material: { is: 'here', given: faulty().proof } },
    narrowGlyphs,
  );
}

const rules = brought(press(opening, '9'));

test('rules are proved when somebody looks at them', () => {
  const waiting = press(opening, '9');
  expect(wantsOf(waiting)).toEqual([{ kind: 'proof', scenario: 'practice of 2017' }]);
  expect(screen(waiting)).toContain('The rules of this flow are being proved.');
  expect(screen(rules)).toContain('7 rules: 5 hold');
  expect(screen(rules)).toMatch(/ ! R08 +broken +Goods that are disposed of/);
  expect(wantsOf(press(rules, ']'))).toEqual([{ kind: 'proof', scenario: 'two-step 60 %' }]);
  const [want] = wantsOf(waiting);
  if (want === undefined) throw new Error('a proof is wanted');
  const failed = nextState(
    waiting,
    { kind: 'brought', want, material: { is: 'failed', why: verbatim('no room') } },
    narrowGlyphs,
  );
  expect(screen(failed)).toContain('The rules could not be proved: no room.');
});

test('only what is broken, and what a text is in', () => {
  const broken = press(rules, 'v');
  expect(screen(broken)).toContain('▸! R08');
  expect(screen(broken)).not.toContain('R02');
  const filtered = press(rules, '/', 'b', 'a', 'y');
  expect(screen(filtered)).toContain('Nothing matches "bay".');
  expect(screen(press(rules, '/', 'g', 'a', 't', 'e', 'Enter'))).toMatch(/▸! R12/);
  expect(works('open', rules)).toBe(false);
});

test('v goes through all, broken, and those that say nothing here, and says which are shown', () => {
  const broken = press(rules, 'v');
  expect(screen(broken)).toContain('broken: 2 of 7 rules');
  expect(screen(broken)).toContain('Shown: broken. v goes on to: never triggered, not possible.');
  const never = press(broken, 'v');
  expect(screen(never)).toContain('Shown: never triggered, not possible. There are none; v shows others.');
  expect(screen(press(never, 'v'))).toBe(screen(rules));
});

test('s sorts by rule, verdict, severity, and again as they are written; S turns the order', () => {
  const ids = (state: ScreenState): readonly string[] =>
    screen(state)
      .split('\n')
      .flatMap((line) => /^.{3}([RP]\d+\w?) {2}/u.exec(line)?.[1] ?? [])
      .slice(0, 7);
  const book = ids(rules);
  const byRule = press(rules, 's');
  expect(ids(byRule)).toEqual(book.toSorted());
  expect(screen(byRule)).toContain('Sorted by rule. S turns the order.');
  const byVerdict = press(byRule, 's');
  expect(ids(byVerdict).slice(0, 2)).toEqual(['R08', 'R12']);
  expect(ids(press(byVerdict, 'S')).slice(-2)).toEqual(['R12', 'R08']);
  expect(ids(press(byVerdict, 's', 's'))).toEqual(book);
});

test('a counterexample: the story, the state of the rule, a consignment that goes this way', () => {
  const story = press(rules, 'v', 'Enter');
  expect(hereOf(story).place).toBe('trace');
  expect(screen(story)).toContain('event 1 of 12');
  const ended = press(story, 'G');
  expect(screen(ended)).toMatch(/▸ {2}12 +removed +goods destroyed.*broken/);
  const stepped = press(ended, 'Enter');
  const here = hereOf(stepped);
  expect(here.place === 'step' ? here.ahead.length : 0).toBe(10);
  const walked = press(stepped, ...Array.from({ length: 10 }, () => '.'));
  expect(screen(walked)).toContain('▸ removed');
  expect(screen(walked)).toContain('step 10');
  expect(hereOf(press(walked, 'Esc')).place).toBe('trace');
  expect(hereOf(press(walked, 'Esc', 'Esc')).place).toBe('rules');
});

test('a claim that something is possible is shown by its story', () => {
  const witness = press(rules, 'G', 'Enter', 'G');
  expect(screen(witness)).toContain('P4 > witness');
  expect(screen(witness)).toMatch(/shown/);
});

test('rules of a file are called so, and the editor opens it where one looks at them', () => {
  const state = { ...rules, rulesFile: 'mine.yaml' };
  expect(screen(state)).toContain('A practice of 2017 > Rules of mine.yaml');
  expect(screen({ ...state, language: 'zh' })).toContain('规则 mine.yaml');
  expect(press(state, 'E').errands.at(-1)?.errand).toEqual({ kind: 'editor', file: 'mine.yaml' });
  expect(press(state, '1', 'E').errands.at(-1)?.errand).toEqual({ kind: 'editor', file: 'sea-import-2017.yaml' });
});
