import { expect, test } from 'vitest';
import { assert, verbatim, type Mistake } from '../../src/base/index.ts';
import type { Setting, VariantText } from '../../src/scenario/index.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { textOf } from '../../src/tui/drawing/line.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import type { EditState } from '../../src/tui/edit/state.ts';
import { works } from '../../src/tui/after-command.ts';
import { nextState, type Action } from '../../src/tui/next-state.ts';
import { hereOf, openingState, type ScreenState } from '../../src/tui/screen-state.ts';
import { early } from '../report/fixture.ts';
import { told as tells } from './fake-desk.ts';
import { model } from './model.ts';

const place = { file: 'port.yaml', line: 14, column: 38 };
const settings: readonly Setting[] = [
  { path: 'measures.advanceDeclaration', text: '25 %', place, isDefault: false },
  { path: 'measures.greenChannel', text: 'off', place, isDefault: false },
  { path: 'resources.inspectors.count', text: '8', place, isDefault: false },
  { path: 'delays.unloading', text: 'lognormal(mean 8.3 h cv 0.5)', place, isDefault: true },
];

/** A share above 100 % is wrong. */
function check({ set }: VariantText): readonly Mistake[] {
  const found = Object.values(set).find((text) => Number(/^(\d+) ?%$/.exec(text)?.[1] ?? 0) > 100);
  return found === undefined
    ? []
    : [
        {
          code: 'share',
          path: [],
          message: verbatim('not a share'),
          found,
          expected: verbatim('a share from 0 % to 100 %'),
        },
      ];
}

const opening = after(
  openingState({ columns: 80, rows: 24, language: 'en', ...tells, settings, modelOf: model, check }),
  { kind: 'told', progress: early, secondsLeft: undefined, tells: { ...tells, settings } },
);

function after(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce((each, action) => nextState(each, action, narrowGlyphs), state);
}

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return after(state, ...keys.map((key) => ({ kind: 'pressed' as const, key })));
}

function type(state: ScreenState, text: string): ScreenState {
  return press(state, ...Array.from(text, (letter) => (letter === ' ' ? 'Space' : letter)));
}

function editOf(state: ScreenState): EditState {
  const here = hereOf(state);
  assert(here.place === 'edit', here.place);
  return here;
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

const pause: Action = { kind: 'ticked', elapsed: 300 };

test('a value is typed: what is wrong says why and stays to be mended, what is right runs when Enter says so', () => {
  const edit = press(opening, 'e');
  const typing = type(press(edit, 'Enter', 'Ctrl-u'), '160 %');
  expect(screen(typing)).toContain('[ 160 % ]');
  expect(screen(typing)).toContain('not a share: found 160 %, expected a share from 0 % to 100 %');
  const refused = press(typing, 'Enter');
  expect([refused.errands, refused.prompt?.text, editOf(refused).set]).toEqual([[], '160 %', {}]);
  // Given up, it is as it was.
  expect(screen(press(refused, 'Esc'))).not.toContain('160 %');
  const mended = type(press(refused, 'Ctrl-u'), '60 %');
  expect(mended.errands).toEqual([]);
  const right = press(mended, 'Enter');
  expect(right.errands.at(-1)?.errand).toEqual({
    kind: 'try',
    variant: {
      name: 'advanceDeclaration 60 %',
      nameZh: 'advanceDeclaration 60 %',
      set: { 'measures.advanceDeclaration': '60 %' },
    },
    replaces: undefined,
  });
  expect(screen(right)).toContain('-  advanceDeclaration: 25 %');
  expect(screen(right)).toContain('+  advanceDeclaration: 60 %');
});

test('what is the base again is no variant: it is dropped, and nothing is refused', () => {
  const there = after(press(opening, 'e', '+'), pause);
  const back = after(press(there, '-'), pause);
  expect(back.errands.map(({ errand }) => errand.kind)).toEqual(['try', 'drop']);
  expect(editOf(back)).toMatchObject({ name: undefined, set: {} });
  expect(after(press(opening, 'e', '+', '-'), pause).errands).toEqual([]);
});

test('what is its source again is dropped too, whatever the order in which it was set', () => {
  const there = after(press(opening, 'j', 'j', 'e', 'j', '+'), pause);
  const undone = press(there, 'u');
  expect(undone.errands.map(({ errand }) => errand.kind)).toEqual(['try', 'drop']);
  expect(editOf(undone)).toMatchObject({ name: undefined, set: { 'measures.advanceDeclaration': '100 %' } });
  const all = editOf(press(opening, 'G', 'e', 'j'));
  expect(Object.keys(all.set).at(-1)).not.toBe(all.chosen);
  const stepped = after(press(opening, 'G', 'e', 'j', '-'), pause);
  expect(after(press(stepped, '+'), pause).errands.map(({ errand }) => errand.kind)).toEqual(['try', 'drop']);
});

test('at the end of its range there is no further step', () => {
  const edit = press(opening, 'j', 'j', 'e');
  expect([works('faster', edit), works('slower', edit)]).toEqual([false, true]);
  const none = press(opening, 'e', '-', '-', '-', '-', '-');
  expect(editOf(none).set).toEqual({ 'measures.advanceDeclaration': '0 %' });
  expect([works('faster', none), works('slower', none)]).toEqual([true, false]);
});

test('a step to what may not be set is not taken, and says why', () => {
  const few = { path: 'resources.inspectors.count', text: '1', place, isDefault: false };
  const refusing = ({ set }: VariantText): readonly Mistake[] =>
    set[few.path] === '0'
      ? [
          {
            code: 'out-of-range',
            path: [],
            message: verbatim('there must be at least one unit'),
            expected: verbatim('1 to 1000000'),
          },
        ]
      : [];
  const state = press({ ...opening, settings: [few], check: refusing }, 'e', '-');
  expect(editOf(state).set).toEqual({});
  expect(screen(state)).toContain('! there must be at least one unit: expected 1 to 1000000');
  expect(editOf(press(state, '+')).set).toEqual({ [few.path]: '2' });
  // Back where it was.
  expect(editOf(press(state, '+', '-')).set).toEqual({});
});

test('a copy of a variant goes on from it, and keeps running under the name of what it has become', () => {
  const edit = after(press(opening, 'j', 'j', 'e', 'j', '+'), pause);
  expect(edit.errands.at(-1)?.errand).toMatchObject({
    kind: 'try',
    variant: {
      name: 'advance 100 % + greenChannel on',
      nameZh: 'advance 100 % + greenChannel on',
      set: { 'measures.advanceDeclaration': '100 %', 'measures.greenChannel': 'on' },
    },
    replaces: undefined,
  });
  const further = after(press(edit, 'j', '+', '+'), pause);
  expect(further.errands.at(-1)?.errand).toMatchObject({
    variant: {
      name: 'advance 100 % + 2 changes',
      nameZh: 'advance 100 % + 2 项改动',
      set: { 'resources.inspectors.count': '10' },
    },
    replaces: 'advance 100 % + greenChannel on',
  });
});

test('what the variant says is told with the place where that stands', () => {
  // Of the base: where the base says it, or that the flow does.
  expect(screen(press(opening, 'e'))).toContain('measures.advanceDeclaration: 25 %   port.yaml:14:38');
  expect(screen(press(opening, 'e', 'G'))).toContain('from the defaults of the flow');
  // Of a variant: where that sets it; the model of this story is the shipped file.
  const variant = press(opening, 'j', 'j', 'e');
  expect(screen(variant)).toMatch(/measures\.advanceDeclaration: 100 % {3}scenarios\/sea-import-2017\.yaml:\d+:\d+/);
  expect(screen(press(variant, '-'))).toContain(
    'measures.advanceDeclaration: 95 %   not in the file, whose base says 25 %',
  );
  expect(screen(press(variant, 'j', 'j'))).toContain('resources.inspectors.count: 8   port.yaml:14:38');
});

test('how the variant does is said whole, whatever the width, and "so far" only while it runs', () => {
  const name = 'advance 100 %';
  const trying = { ...tells, settings, tried: [name] };
  const told = (state: 'running' | 'limitReached'): ScreenState =>
    after(opening, { kind: 'told', progress: { ...early, state }, secondsLeft: undefined, tells: trying });
  const running = press(told('running'), 'j', 'j', 'e');
  expect(screen(running)).toMatch(/ C so far: release .*to A -67\.7 h \[.*\] {2}shorter *\n/);
  expect(screen(press(told('limitReached'), 'j', 'j', 'e'))).toMatch(/ C: release time 28\.2 h/);
});

test('a list that goes on says how many more there are, at either end', () => {
  const many = Array.from({ length: 30 }, (_, at): Setting => {
    return { path: `resources.r${at}.count`, text: '1', place, isDefault: false };
  });
  const edit = press(
    after(opening, { kind: 'told', progress: early, secondsLeft: undefined, tells: { ...tells, settings: many } }),
    'e',
  );
  expect(screen(edit)).toMatch(/ ⋯ and \d+ more /);
  for (let at = 0; at < many.length; at++) {
    const lines = screen(press(edit, ...Array.from({ length: at }, () => 'j'))).split('\n');
    const list = lines.filter((line) => / r\d+ · number /.test(line.slice(0, 43)));
    const more = lines.flatMap((line) => / ⋯ and (\d+) more /.exec(line)?.[1] ?? []);
    expect(list.length + more.map(Number).reduce((sum, count) => sum + count, 0)).toBe(many.length);
    expect(lines.filter((line) => line.startsWith(' ▸ '))).toHaveLength(1);
  }
});

test('undo and redo', () => {
  const edit = press(opening, 'e', 'j', 'j', '+', '+');
  expect(editOf(edit).set).toEqual({ 'resources.inspectors.count': '10' });
  expect(editOf(press(edit, 'u')).set).toEqual({ 'resources.inspectors.count': '9' });
  expect(editOf(press(edit, 'u', 'u')).set).toEqual({});
  expect(editOf(press(edit, 'u', 'u', 'Ctrl-r')).set).toEqual({ 'resources.inspectors.count': '9' });
  expect(editOf(press(edit, 'u', '-')).set).toEqual({});
});

test('a law has no next value; a filter finds settings by name', () => {
  const edit = press(opening, 'e', 'G');
  expect(editOf(edit).chosen).toBe('delays.unloading');
  expect(press(edit, '+').errands).toEqual([]);
  expect(editOf(type(press(edit, '/'), 'insp')).chosen).toBe('resources.inspectors.count');
  expect(screen(type(press(edit, '/'), 'zzz'))).toContain('No setting has "zzz" in its name.');
});

test('variants that are in no file are asked about once, written under a new name, and may be dropped', () => {
  const name = 'advanceDeclaration 60 %';
  const tried = { ...tells, settings, names: [...tells.names, name], tried: [name], unsaved: [name] };
  const state = after(opening, { kind: 'told', progress: early, secondsLeft: undefined, tells: tried });
  expect(screen(state)).toContain('G advanceDecl');
  // The picture has no room for all seven, and says so.
  const bars = screen(state)
    .split('\n')
    .filter((line) => /^.[A-G] ░/.test(line));
  expect(screen(state)).toContain(`⋯ and ${7 - bars.length} more`);
  const asked = press(state, 'q');
  expect([asked.leaving, press(asked, 'q').leaving, press(asked, 'j', 'q').leaving]).toEqual([undefined, 0, undefined]);
  expect(screen(asked)).toContain('! G is not saved. w writes, q again quits.');
  expect(press(type(press(state, 'w'), 'mine'), 'Enter').errands.at(-1)?.errand).toEqual({
    kind: 'save',
    file: 'mine.yaml',
  });
  expect(press(state, 'G', 'D').errands.at(-1)?.errand).toEqual({ kind: 'drop', scenario: name });
  expect(press(state, 'j', 'b').errands.at(-1)?.errand).toEqual({ kind: 'base', scenario: 'two-step 60 %' });
});

/** What is wrong with a file. */
const mistake: Mistake = {
  code: 'x',
  path: ['measures'],
  place,
  message: verbatim('not a share'),
  found: '160 %',
  expected: verbatim('a share'),
};

test('a file that has become wrong is shown with its mistakes until it is right again', () => {
  const broken = [{ file: 'port.yaml', mistakes: [mistake, mistake], linesOf: () => [] }];
  const told = (of: typeof tells): Action => ({ kind: 'told', progress: early, secondsLeft: undefined, tells: of });
  const wrong = after(opening, told({ ...tells, broken }));
  expect(screen(wrong)).toContain('! port.yaml cannot be used: 2 mistakes.');
  expect(screen(wrong)).toContain('port.yaml:14:38   measures');
  expect(screen(wrong)).toContain('It is read again by itself when it is saved.');
  expect(hereOf(press(wrong, 'Esc')).place).toBe('compare');
  // Told the same again, it does not come back.
  expect(hereOf(after(press(wrong, 'Esc'), told({ ...tells, broken }))).place).toBe('compare');
  expect(hereOf(after(wrong, told(tells))).place).toBe('compare');
});

test('a file that is to be opened and is wrong: whoever leaves its mistakes gives it up; mended, it is opened over the others', () => {
  const broken = [{ file: 'other.yaml', mistakes: [mistake], linesOf: () => [] }];
  const errand = { kind: 'open', files: ['other.yaml'] } as const;
  const visit = press(opening, 'j', '2');
  const wrong = after(visit, { kind: 'ran', errand, failure: undefined, tells: { ...tells, broken, isOpening: true } });
  expect(screen(wrong)).toContain('! other.yaml cannot be opened: 1 mistake.');
  expect(screen(wrong)).toContain('It is opened by itself when it is right and saved. Esc gives it up.');
  expect(screen({ ...wrong, language: 'zh' })).toContain('other.yaml无法打开：1处错误。');

  for (const key of ['Esc', '1']) {
    const left = press(wrong, key);
    expect(left.errands.at(-1)?.errand).toEqual({ kind: 'forgo' });
    const forgone = after(left, { kind: 'ran', errand: { kind: 'forgo' }, failure: undefined, tells });
    expect(hereOf(forgone)).toEqual(hereOf(press(visit, ...(key === '1' ? ['1'] : []))));
  }

  const beneath = [{ title: tells.title, titleZh: tells.title, unsaved: [] }];
  const mended = {
    kind: 'told',
    progress: early,
    secondsLeft: undefined,
    tells: { ...tells, title: 'B', beneath },
  } as const;
  const opened = after(wrong, mended);
  expect([hereOf(opened).place, opened.visits.length]).toEqual(['compare', 1]);
  const back = after(opened, { kind: 'ran', errand: { kind: 'close' }, failure: undefined, tells });
  expect(hereOf(back)).toEqual(hereOf(visit));
  expect(back.chosen).toBe('two-step 60 %');
});

test('a path that goes on is the nearest; files that have become wrong stay marked wherever their mistakes are not shown', () => {
  const said = press(type(press({ ...opening, settings }, ':'), 'set resources.inspectors 3'), 'Enter');
  expect(screen(said)).toContain('nearest: resources.inspectors.count');
  const broken = [{ file: 'port.yaml', mistakes: [mistake], linesOf: () => [] }];
  const wrong = after(opening, { kind: 'told', progress: early, secondsLeft: undefined, tells: { ...tells, broken } });
  const note = 'port.yaml: 1 mistake; shown is the last good one. E edits it.';
  expect(screen(wrong)).not.toContain(note);
  expect(screen(press(wrong, 'Esc'))).toContain(note);
  expect(screen(press(wrong, '4'))).toContain(note);
});
