import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert, verbatim } from '../../src/base/index.ts';
import type { Progress } from '../../src/experiment/index.ts';
import { wordsOf } from '../../src/report/index.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import type { CompareState } from '../../src/tui/compare/state.ts';
import { keyTable } from '../../src/tui/keys.ts';
import { textOf, widthOf } from '../../src/tui/drawing/line.ts';
import { works } from '../../src/tui/after-command.ts';
import { nextState, type Action } from '../../src/tui/next-state.ts';
import { hereOf, openingState, wantsOf, type ScreenState } from '../../src/tui/screen-state.ts';
import { comparison, early, provisional, reached, warmUp } from '../report/fixture.ts';
import { told as tells } from './fake-desk.ts';
import { model } from './model.ts';

const names = comparison.scenarios.map((each) => each.scenario);
const opening = openingState({ columns: 80, rows: 24, language: 'en', ...tells, modelOf: model, check: () => [] });

function after(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce((each, action) => nextState(each, action, narrowGlyphs), state);
}

function told(state: ScreenState, progress: Progress): ScreenState {
  return after(state, {
    kind: 'told',
    progress,
    secondsLeft: undefined,
    tells: { ...tells, names: progress.comparison.scenarios.map((each) => each.scenario) },
  });
}

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return after(state, ...keys.map((key) => ({ kind: 'pressed' as const, key })));
}

function type(state: ScreenState, text: string): ScreenState {
  return press(state, ...Array.from(text, (letter) => (letter === ' ' ? 'Space' : letter)));
}

function compareOf(state: ScreenState): CompareState {
  const here = hereOf(state);
  assert(here.place === 'compare', here.place);
  return here;
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

test('the pointer walks over the scenarios and stops at the ends', () => {
  const state = told(opening, early);
  expect(press(state, 'j', 'j').chosen).toBe('advance 100 %');
  expect(press(state, 'k').chosen).toBe('practice of 2017');
  expect(press(state, 'G', 'j').chosen).toBe('all together');
  expect(press(state, 'G', 'g').chosen).toBe('practice of 2017');
});

test('against another base every scenario keeps its letter and its row', () => {
  const base = 'advance 100 %';
  const turned: Progress = { ...reached, comparison: { ...reached.comparison, base, differences: [] } };
  const state = after(press(told(opening, reached), 'j', 'j', 'b'), {
    kind: 'told',
    progress: turned,
    secondsLeft: undefined,
    tells: { ...tells, base },
  });
  expect(state.errands.at(-1)?.errand).toEqual({ kind: 'base', scenario: base });
  expect(compareOf(state).order).toEqual(names);
  expect(screen(state)).toMatch(/▸C advance 100 % .* base/);
  expect(screen(state)).toContain('difference to C, h');
  expect(works('base', state)).toBe(false);
  expect(works('base', press(state, 'g'))).toBe(true);
  // What lists consignments sets them beside the new base.
  expect(wantsOf(press(state, 'g', '6'))).toEqual([
    { kind: 'recording', scenario: 'practice of 2017', replication: 0, warmUp },
    { kind: 'recording', scenario: base, replication: 0, warmUp },
  ]);
  // Of a base nobody gains: gainers are those of the first of the others.
  expect(screen(press(state, '3'))).toContain('A against C');
});

test('of many scenarios those around the chosen one are shown, and how many are above and below', () => {
  const [base] = comparison.scenarios;
  assert(base !== undefined, 'a base');
  const scenarios = Array.from({ length: 40 }, (_, at) => (at === 0 ? base : { ...base, scenario: `variant ${at}` }));
  const state = told(opening, { ...early, comparison: { ...early.comparison, scenarios, differences: [] } });
  const table = (each: ScreenState): readonly string[] => screen(each).split('\n').slice(5, 14);
  const rows = (each: ScreenState): number => table(each).filter((line) => /\d \[/u.test(line)).length;
  const more = (each: ScreenState): readonly number[] =>
    table(each)
      .flatMap((line) => Number(/⋯ and (\d+) more/u.exec(line)?.[1] ?? Number.NaN))
      .filter((n) => n > 0);
  expect([rows(state), more(state)]).toEqual([8, [32]]);
  const middle = press(state, ...Array.from({ length: 20 }, () => 'j'));
  expect([rows(middle), more(middle)]).toEqual([7, [14, 19]]);
  const last = press(state, 'G');
  expect([rows(last), more(last)]).toEqual([8, [32]]);
  expect(table(last).at(-1)).toMatch(/^▸.* variant 39 /u);
});

test('sorted by mean, the rows change and the pointer stays on its scenario', () => {
  const state = press(told(opening, early), 'j', 'j', 's');
  expect(compareOf(state).order.slice(0, 3)).toEqual(['advance 100 %', 'all together', 'two-step 60 %']);
  expect(state.chosen).toBe('advance 100 %');
  expect(screen(state)).toContain('sorted by mean');
  expect(compareOf(press(state, 'S')).order.at(-1)).toBe('advance 100 %');
  expect(screen(press(state, 'S', 'j'))).not.toContain('sorted by');
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
  const sorted = press(told(opening, early), 's');
  const running = told(sorted, { ...early, comparison: swapped });
  expect(compareOf(running).order).toEqual(compareOf(sorted).order);
  expect(compareOf(told(running, { ...early, comparison: swapped, state: 'stopped' })).order.slice(0, 2)).toEqual([
    'all together',
    'advance 100 %',
  ]);
});

test('indicators and pictures go round', () => {
  const state = told(opening, early);
  expect(press(state, 'i').indicator).toBe('formalReleaseTime');
  expect(press(state, 'I').indicator).toBe('dwellTime');
  expect(press(state, 'i', 'i', 'i').indicator).toBe('releaseTime');
  expect(compareOf(press(state, 'Tab')).picture).toBe('changes');
  expect(compareOf(press(state, 'Shift-Tab')).picture).toBe('groups');
  expect(compareOf(press(state, 'd', 'd')).picture).toBe('stages');
});

test('keys that would do nothing are not offered', () => {
  expect(works('nextIndicator', opening)).toBe(false);
  expect(works('pause', told(opening, reached))).toBe(false);
  expect(works('nextPane', { ...told(opening, early), columns: 160, rows: 50 })).toBe(false);
  const alone = told(openingState({ ...opening, names: names.slice(0, 1) }), {
    ...reached,
    comparison: { ...reached.comparison, scenarios: reached.comparison.scenarios.slice(0, 1), differences: [] },
  });
  expect(screen(alone).split('\n').at(-1)).not.toContain('sort');
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
  const lines = drawScreen(told(opening, early), narrowGlyphs);
  const roleOf = (verdict: string): string | undefined =>
    lines.flat().find((piece) => piece.text.trim() === verdict)?.role;
  expect([roleOf(wordsOf('en').verdicts.shorter), roleOf('too early'), roleOf('base')]).toEqual([
    'strong',
    'dim',
    'plain',
  ]);
});

test('marked scenarios carry their mark', () => {
  const state = press(told(opening, early), 'j', 'Space');
  expect(state.marked).toEqual(['two-step 60 %']);
  expect(screen(state)).toContain('▸B✓two-step 60 %');
  expect(press(state, 'Space').marked).toEqual([]);
});

test('a filter works while it is typed; Enter keeps it, Esc drops it', () => {
  const filtering = type(press(told(opening, early), 'G', '/'), 'two');
  expect(screen(filtering)).toContain('B two-step');
  expect(screen(filtering)).not.toContain('A practice');
  expect(filtering.chosen).toBe('two-step 60 %');
  expect(screen(press(filtering, 'Enter'))).not.toContain('A practice');
  expect(screen(press(filtering, 'Enter', 'Esc'))).toContain('A practice');
  expect(screen(press(filtering, 'Esc'))).toContain('A practice');
  expect(screen(type(filtering, 'x'))).toContain('Nothing matches "twox". Esc clears the filter.');
});

test('the command line completes, understands unique prefixes, and says the nearest word', () => {
  const asking = press(told(opening, early), ':');
  expect(screen(type(asking, 'so'))).toContain('sort mean');
  expect(compareOf(press(type(asking, 'so mean'), 'Enter')).sort).toBe('mean');
  expect(press(type(asking, 'sort d'), 'Tab').prompt?.text).toBe('sort difference');
  expect(compareOf(press(type(asking, 'sort'), 'Ctrl-n', 'Ctrl-n', 'Enter')).sort).toBe('mean');
  expect(press(type(asking, 'lang zh'), 'Enter').language).toBe('zh');
  expect(screen(press(type(asking, 'quti'), 'Enter'))).toContain('unknown word "quti"; nearest: quit');
  expect(screen(press(type(asking, 'sort maen'), 'Enter'))).toContain(
    'found "maen", expected one of file, mean, difference, name',
  );
  expect(press(type(asking, 'q'), 'Enter').leaving).toBe(0);
  expect(press(press(type(asking, 'lang zh'), 'Enter'), ':', 'Up').prompt?.text).toBe('lang zh');
});

test('words of the command line are proposed only where they mean something, and told elsewhere', () => {
  const asking = (state: ScreenState, text: string): string => screen(type(press(state, ':'), text));
  const state = told(opening, early);
  expect(asking(state, 'set')).toContain('set measures.greenChannel off');
  expect(asking(state, 'go')).not.toContain('goes to a time');
  const spread = press(state, '2');
  expect(asking(spread, 'set')).not.toContain('tries another value');
  expect(asking(spread, 'ba')).not.toContain('sets the others against it');
  expect(asking(press(state, '7'), 'go')).toMatch(/goto +goes to a time/u);
  expect(screen(press(type(press(spread, ':'), 'base C'), 'Enter'))).toContain('"base" means nothing in this view');
  expect(screen(press(type(press(spread, ':'), 'ba C'), 'Enter'))).toContain('"base" means nothing in this view');
});

test('Tab keeps the space after a word, and what is typed after it', () => {
  const tab = (text: string): unknown => press(type(press(told(opening, early), ':'), text), 'Tab').prompt?.text;
  expect(tab('exp')).toBe('export ');
  expect(tab('export ')).toBe('export ');
  expect(tab('export f')).toBe('export f');
  expect(tab('op')).toBe('open ');
  expect(tab('open ')).toBe('open ');
  expect(tab('quit ')).toBe('quit ');
});

test('`:open` completes paths: what can be opened, then folders; names come from the desk', () => {
  const line = (text: string): ScreenState => type(press(told(opening, early), ':'), text);
  const listed = (state: ScreenState, folder: string, given: readonly string[]): ScreenState =>
    after(state, { kind: 'brought', want: { kind: 'names', folder }, material: { is: 'here', given } });
  const tab = (state: ScreenState): unknown => press(state, 'Tab').prompt?.text;
  const here = ['.git/', 'README.md', 'a port.yaml', 'package.json', 'port.yaml', 'scenarios/'];
  expect(wantsOf(line('open '))).toEqual([{ kind: 'names', folder: '' }]);
  const state = listed(line('open '), '', here);
  expect(screen(state)).toMatch(/open port\.yaml .*\n +open package\.json .*\n +open scenarios\/ .*\n :open _/u);
  expect(screen(state)).not.toMatch(/README|\.git|a port/u);
  expect(tab(type(state, 's'))).toBe('open scenarios/');
  expect(tab(type(state, '.'))).toBe('open .git/');
  const inside = press(type(state, 's'), 'Tab');
  expect(wantsOf(inside)).toEqual([{ kind: 'names', folder: 'scenarios/' }]);
  expect(tab(listed(inside, 'scenarios/', ['mm3.yaml']))).toBe('open scenarios/mm3.yaml');
  expect(tab(listed(type(state, 'port.yaml pa'), '', here))).toBe('open port.yaml package.json');
  // What is there may change until the next line.
  expect(press(state, 'Esc').materials.isKnown({ kind: 'names', folder: '' })).toBe(false);
});

test('what the desk does is said after a colon too', () => {
  const say = (line: string): unknown =>
    press(type(press(told(opening, early), ':'), line), 'Enter').errands.at(-1)?.errand;
  expect(say('base C')).toEqual({ kind: 'base', scenario: 'advance 100 %' });
  expect(say('open other.yaml')).toEqual({ kind: 'open', files: ['other.yaml'] });
  expect(say('set measures.greenChannel on')).toMatchObject({ kind: 'try', variant: { name: 'greenChannel on' } });
  expect(say('export a.csv')).toMatchObject({ kind: 'write', file: 'a.csv' });
  expect(say('write a.yaml')).toBeUndefined();
  const wrong = press(type(press(told(opening, early), ':'), 'set measures.grenChannel on'), 'Enter');
  expect(screen(wrong)).toContain('unknown word "measures.grenChannel"; nearest: measures.greenChannel');
});

test('a line is edited as in a shell', () => {
  const line = type(press(told(opening, early), ':'), 'sort 放行 mean');
  expect(press(line, 'Ctrl-w', 'Backspace', 'Backspace').prompt?.text).toBe('sort 放');
  expect(type(press(line, 'Home', 'Delete'), 'x').prompt?.text).toBe('xsort 放行 mean');
  expect(type(press(line, 'Left', 'Left', 'Ctrl-k'), '!').prompt?.text).toBe('sort 放行 me!');
  expect(after(line, { kind: 'pasted', text: ' up\nq' }).prompt?.text).toBe('sort 放行 mean up');
});

test('what is shown is written by the ending of the name: picture, CSV, Markdown', () => {
  const state = told(opening, early);
  const named = (file: string): ScreenState => press(type(press(state, 'x', 'Ctrl-u'), file), 'Enter');
  expect(press(state, 'x').prompt?.text).toBe('compare.txt');
  expect(named('a.txt').errands.at(-1)?.errand).toMatchObject({
    kind: 'write',
    file: 'a.txt',
    text: expect.stringContaining('▸A practice') as string,
  });
  expect(named('a.csv').errands.at(-1)?.errand).toMatchObject({
    text: expect.stringMatching(/^scenario,indicator,/) as string,
  });
  expect(named('a.md').errands.at(-1)?.errand).toMatchObject({
    text: expect.stringContaining('| two-step 60 % |') as string,
  });
  expect(screen(named('a.doc'))).toContain('found a.doc, expected a name that ends in .txt, .csv or .md');
});

test('what the desk could not write is said, what it wrote too', () => {
  const errand = { kind: 'write', file: 'a.txt', text: '', rows: 12 } as const;
  expect(screen(after(told(opening, early), { kind: 'ran', errand, failure: undefined, tells }))).toContain(
    'Written: a.txt (12 rows).',
  );
  expect(screen(after(told(opening, early), { kind: 'ran', errand, failure: verbatim('no space'), tells }))).toContain(
    '! This could not be done: no space.',
  );
});

test('Esc at the root drops the filter; then, where files were opened over others, it goes back to those and to where one was', () => {
  const visit = press(told(opening, early), 'j', 'Space', '2');
  const errand = { kind: 'open', files: ['b.yaml'] } as const;
  const over = {
    ...tells,
    title: 'B',
    beneath: [{ title: tells.title, titleZh: tells.title, unsaved: ['all together'] }],
  };
  const open = after(visit, { kind: 'ran', errand, failure: undefined, tells: over });
  expect(hereOf(open).place).toBe('compare');
  expect(screen(press(open, 'q'))).toContain('! sea imports 2017: all together not saved.');
  const known = after(open, { kind: 'told', progress: early, secondsLeft: undefined, tells: over });
  const filtered = press(type(press(known, '/'), 'two'), 'Enter', 'Esc');
  expect([compareOf(filtered).filter, filtered.errands.length]).toEqual(['', 0]);
  const back = after(press(open, 'Esc'), { kind: 'ran', errand: { kind: 'close' }, failure: undefined, tells });
  expect([hereOf(back).place, back.chosen, back.marked]).toEqual(['spread', 'two-step 60 %', ['two-step 60 %']]);
});

test('a view is found as it was left, unless it would be about another scenario', () => {
  const state = press(told(opening, early), 's', '2', 'z', '1');
  expect(compareOf(state).order[0]).toBe('advance 100 %');
  const zoomOf = (each: ScreenState): unknown => ({ ...hereOf(each) });
  expect(zoomOf(press(state, '2'))).toEqual(zoomOf(press(told(opening, early), 's', '2', 'z')));
  const slowest = press(told(opening, early), '6', 's');
  expect(hereOf(press(slowest, '1', '6'))).toEqual(hereOf(slowest));
  expect(hereOf(press(slowest, '1', 'j', '6'))).toEqual(hereOf(press(told(opening, early), 'j', '6')));
});

test('while a line is typed the footer has its keys and no others', () => {
  const line = (state: ScreenState): string => textOf(drawScreen(state, narrowGlyphs)).at(-1) ?? '';
  const state = told(opening, early);
  expect(line(press(state, ':'))).toMatch(/^ Enter done {2}Tab complete {2}Ctrl-n next proposal +Esc give up $/);
  expect(line(press(state, '/'))).toMatch(/^ Enter done +Esc give up $/);
});

test('a word without its choice says the choices', () => {
  const state = told(opening, early);
  expect(screen(press(type(press(state, ':'), 'lang de'), 'Enter'))).toContain('! found "de", expected one of en, zh');
  expect(screen(press(type(press(state, ':'), 'indicator'), 'Enter'))).toContain('! found nothing, expected one of');
});

/** Any key, any text, any figures, any window. */
const action = fc.oneof(
  fc
    .constantFrom(...keyTable.flatMap((row) => row.keys), 'Enter', 'Backspace', 'a', '1', ' ', '海')
    .map((key) => ({ kind: 'pressed' as const, key })),
  fc
    .constantFrom(early, reached, provisional)
    .map((progress) => ({ kind: 'told' as const, progress, secondsLeft: 3, tells })),
  fc.record({
    kind: fc.constant('resized' as const),
    columns: fc.integer({ min: 1, max: 200 }),
    rows: fc.integer({ min: 1, max: 60 }),
  }),
  fc.constant({ kind: 'ticked' as const, elapsed: 50 }),
);

test('whatever is pressed, told and resized, the screen fills its window exactly, and Esc leads to the root', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 16 }), (actions) => {
      const state = after(opening, ...actions);
      const lines = drawScreen(state, narrowGlyphs);
      expect(lines.length).toBe(state.rows);
      for (const line of lines) expect(widthOf(line)).toBe(state.columns);
      expect(names).toContain(state.chosen);
      const root = press(state, ...Array.from({ length: state.crumbs.length + 3 }, () => 'Esc'));
      expect([root.crumbs.length, root.prompt, root.help]).toEqual([1, undefined, undefined]);
    }),
  );
});
