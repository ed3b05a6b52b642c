import { expect, test } from 'vitest';
import { drawScreen } from '../../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../../src/tui/drawing/glyphs.ts';
import { textOf } from '../../../src/tui/drawing/line.ts';
import { works } from '../../../src/tui/after-command.ts';
import { nextState } from '../../../src/tui/next-state.ts';
import { hereOf, openingState, type ScreenState } from '../../../src/tui/screen-state.ts';
import type { StepState } from '../../../src/tui/step/state.ts';
import { early } from '../../report/fixture.ts';
import { told as tells } from '../fake-desk.ts';
import { model } from '../model.ts';

const opening = nextState(
  openingState({ columns: 80, rows: 24, language: 'en', ...tells, modelOf: model, check: () => [] }),
  { kind: 'told', progress: early, secondsLeft: undefined, tells },
  narrowGlyphs,
);

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return keys.reduce((each, key) => nextState(each, { kind: 'pressed', key }, narrowGlyphs), state);
}

function say(state: ScreenState, line: string): ScreenState {
  return press(state, ':', ...Array.from(line, (letter) => (letter === ' ' ? 'Space' : letter)), 'Enter');
}

function stepOf(state: ScreenState): StepState {
  const here = hereOf(state);
  if (here.place !== 'step') throw new Error(`this is ${here.place}`);
  return here;
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

const free = say(opening, 'step sea-import');

test('a consignment is led: what is expected next, one back, another way; Esc leads back', () => {
  expect(screen(free)).toContain('▸  the ship arrives');
  const lodged = press(free, '.', '.', '.');
  expect(stepOf(lodged).walk.turns.map(({ comes }) => comes)).toEqual(['ARRIVED', 'due:unloading', 'due:preparation']);
  expect(screen(lodged)).toContain('▸ lodged');
  const back = press(lodged, ',', 'u');
  expect(screen(back)).toContain('step 1 of 3');
  // What was taken back lies ahead, until another way is taken.
  expect(stepOf(press(back, '.', '.')).walk).toEqual(stepOf(lodged).walk);
  const other = press(back, 'j', 'Enter');
  expect(stepOf(other).walk.turns.map(({ comes }) => comes)).toEqual(['ARRIVED', 'due:preparation']);
  expect(stepOf(other).ahead).toEqual([]);
  expect(hereOf(press(other, 'Esc')).place).toBe('compare');
});

test('a chance is chosen where it falls', () => {
  const returned = press(free, '.', '.', '.', 'j', 'j', 'Enter');
  const found = press(free, '.', '.', '.', 'j', 'Enter');
  expect(screen(found)).toContain('▸  returned for correction');
  expect(screen(returned)).toContain('▸ under document review');
});

test('what the consignment is can be changed before its first step', () => {
  const form = press(free, 'e');
  expect(screen(form)).toMatch(/▸ credit level +general credit/);
  const discredited = press(form, 'l');
  expect(screen(discredited)).toMatch(/▸ credit level +discredited/);
  expect(stepOf(discredited).walk.attributes).toEqual({ credit: 'discredited' });
  // Two-step declaration is not for it.
  const twoStep = press(discredited, 'j', 'j', 'j', 'j', 'j', 'j', 'l');
  expect(screen(twoStep)).toContain('! this consignment may not use "twoStepDeclaration"');
  expect(screen(press(form, 'h'))).toMatch(/▸ credit level +advanced certified/);
  const value = press(form, 'j', 'j', 'Enter', 'Ctrl-u', '5', '0', 'Enter');
  expect(stepOf(value).walk.attributes).toEqual({ value: 50 });
  expect(screen(press(form, 'j', 'j', 'Enter', 'x', 'Enter'))).toContain('found 300000x, expected a number');
  // Later it can be looked at, and the keys that would change it are not offered.
  const late = press(free, '.');
  expect(works('edit', late)).toBe(false);
  const looked = press(late, 'Shift-Tab', 'l');
  expect(screen(looked)).toMatch(/▸ credit level +general credit/);
  expect(stepOf(looked).walk.attributes).toEqual({});
  expect(['left', 'right', 'open'].map((command) => works(command as 'left', looked))).toEqual([false, false, false]);
});

test('when something comes can be said: declared late, a fee is charged', () => {
  const arrived = press(free, '.', '.');
  const late = press(arrived, 't', ...Array.from('20 d', (each) => (each === ' ' ? 'Space' : each)), 'Enter', '.');
  // Arrived on Friday, 10 March: 14 days end with Friday the 24th, the first fee day is Monday the 27th, accepted is on Thursday the 30th.
  expect(screen(late)).toContain('late-declaration fee CNY 600');
  expect(screen(say(arrived, 'goto 20 d'))).toContain('Thu 30 Mar 08:18');
  expect(screen(press(arrived, 't', 'x', 'Enter'))).toContain('! found x, expected a length of time');
  const lodged = press(arrived, '.');
  expect(screen(press(lodged, 't', '1', 'Space', 'd', 'Enter'))).toContain('It comes after 16 s to 16 s');
});

test('the law and the story are read in other panes', () => {
  const law = press(free, '.', 'Tab');
  expect(screen(law)).toContain('the law here');
  expect(screen(law)).toContain('Customs Law art. 14');
  expect(screen(press(law, 'G'))).toContain('rules about this');
  expect(screen(press(law, 'Tab'))).toMatch(/the ship arrives +Fri 10 Mar 00:00 +arrived/);
});

test('in a wide window all panes are seen, and the pointer is in one of them', () => {
  const wide = press(nextState(free, { kind: 'resized', columns: 160, rows: 50 }, narrowGlyphs), '.');
  expect(screen(wide)).toMatch(/▸ {2}unloaded/);
  const law = press(wide, 'Tab', 'j');
  expect(screen(law)).not.toMatch(/▸ {2}unloaded/);
  expect(screen(law)).not.toContain('not declared: Customs Law');
  expect(screen(press(law, 'Tab', 'j'))).toMatch(/▸ {2}the ship arrives/);
});

test('whatever is typed, a stand is drawn', () => {
  let state = say(opening, 'step advance 100 %');
  for (const key of Array.from('.je.,l.Tuk..lh,j.', (each) => (each === 'T' ? 'Tab' : each))) {
    state = press(state, key);
    expect(screen(state)).toContain('declaration');
  }
});

test('what cannot be stepped has a nearest name', () => {
  expect(screen(say(opening, 'step sea-imprt'))).toContain(
    'no scenario and no flow is called "sea-imprt"; nearest: sea-import',
  );
  expect(hereOf(say(opening, 'step')).place).toBe('step');
});

test('the story is written for other programs', () => {
  const writing = press(free, '.', '.', 'x', 'Ctrl-u', ...Array.from('story.csv'), 'Enter');
  const written = writing.errands.at(-1)?.errand;
  expect(written).toMatchObject({ kind: 'write', file: 'story.csv' });
  expect(written?.kind === 'write' ? written.text.split('\n').slice(0, 3) : []).toEqual([
    'minute,when,what happened,then,states',
    '0,Mon 6 Mar 00:00,the consignment enters,"general credit, ordinary, has a guarantee on file, taxable, customs value CNY 300,000",goods.atSea declaration.undeclared.waiting duty.unassessed',
    '5760,Fri 10 Mar 00:00,the ship arrives,arrived,goods.unloading declaration.undeclared.preparing duty.unassessed',
  ]);
});
