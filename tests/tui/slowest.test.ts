import { expect, test } from 'vitest';
import { assert } from '../../src/base/index.ts';
import type { Progress } from '../../src/experiment/index.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { textOf } from '../../src/tui/drawing/line.ts';
import { nextState } from '../../src/tui/next-state.ts';
import { hereOf, openingState, wantsOf, type ScreenState } from '../../src/tui/screen-state.ts';
import type { Crumb } from '../../src/tui/crumb.ts';
import { reached, warmUp } from '../report/fixture.ts';
import { told } from './fake-desk.ts';
import { portModel, portRecording } from './port.ts';

const opening = nextState(
  openingState({ columns: 80, rows: 24, language: 'en', ...told, modelOf: portModel, check: () => [] }),
  { kind: 'told', progress: reached, secondsLeft: undefined, tells: told },
  narrowGlyphs,
);

/** The screen after some keys; whatever it wants is brought at once. */
function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return keys.reduce((each, key) => brought(nextState(each, { kind: 'pressed', key }, narrowGlyphs)), state);
}

function brought(state: ScreenState): ScreenState {
  return wantsOf(state).reduce((each, want) => {
    assert(want.kind === 'recording', 'only recordings are wanted');
    const material = { is: 'here', given: portRecording(want.scenario) } as const;
    return each.materials.isKnown(want) ? each : nextState(each, { kind: 'brought', want, material }, narrowGlyphs);
  }, state);
}

function here<Name extends Crumb['place']>(state: ScreenState, name: Name): Extract<Crumb, { place: Name }> {
  const crumb = hereOf(state);
  assert(crumb.place === name, `${crumb.place} is ${name}`);
  return crumb as Extract<Crumb, { place: Name }>;
}

function screen(state: ScreenState): string {
  return textOf(drawScreen(state, narrowGlyphs)).join('\n');
}

test('the base is wanted beside a scenario, once alone; before the recording is here the list says so', () => {
  const base = nextState(opening, { kind: 'pressed', key: '6' }, narrowGlyphs);
  expect(wantsOf(base)).toEqual([{ kind: 'recording', scenario: 'practice of 2017', replication: 0, warmUp }]);
  expect(screen(base)).toContain('run once more and written down');
  const other = nextState(press(opening, 'j'), { kind: 'pressed', key: '6' }, narrowGlyphs);
  expect(wantsOf(other).map((want) => ('scenario' in want ? want.scenario : ''))).toEqual([
    'two-step 60 %',
    'practice of 2017',
  ]);
});

test('the pointer walks, pages and stops; it stays on its consignment when the list is filtered', () => {
  const list = press(opening, '6');
  expect(here(press(list, 'k'), 'slowest').at).toBe(here(press(list, 'g'), 'slowest').at);
  const third = press(list, 'j', 'j');
  expect(here(press(third, 'PgDn', 'PgUp'), 'slowest').at).toBe(here(third, 'slowest').at);
  const last = press(list, 'G', 'j');
  expect(here(last, 'slowest').at).toBe(here(press(list, 'G'), 'slowest').at);
  const filtered = press(third, '/', 'p', 'e', 'r', 'i', 's', 'h', 'Enter');
  expect(screen(filtered)).not.toContain('general credit, ordinary');
  expect(screen(filtered)).toContain('perishable');
  expect(screen(press(third, '/', 'x', 'x', 'Enter'))).toContain('Nothing matches "xx"');
});

/** The last column but so many of the rows that are seen. */
function column(state: ScreenState, fromEnd: number): readonly number[] {
  const rows = screen(state).split('\n').slice(6, -2);
  return rows.map((row) =>
    Number(
      row
        .trim()
        .split(/\s+/)
        .at(-1 - fromEnd),
    ),
  );
}

test('s sorts by time, by the longest wait, by fees; :sort says what there is to sort by', () => {
  const list = press(opening, '6');
  expect(screen(list)).toContain('by release time');
  const byWait = press(list, 's');
  expect(screen(byWait)).toContain('by longest wait');
  const waits = column(byWait, 0);
  expect(waits).toEqual(waits.toSorted((a, b) => b - a));
  const byFees = press(byWait, 's');
  expect(screen(byFees)).toContain('fees, CNY');
  const fees = column(byFees, 0);
  expect(fees).toEqual(fees.toSorted((a, b) => b - a));
  expect(fees[0]).toBeGreaterThan(0);
  expect(here(press(byFees, 's'), 'slowest').sort).toBe('time');
  expect(screen(press(list, ':', ...Array.from('sort')))).toContain('sort waiting');
  expect(here(press(list, ':', ...Array.from('sort waiting'), 'Enter'), 'slowest').sort).toBe('waiting');
  expect(screen(press(list, ':', ...Array.from('sort'), 'Enter'))).toContain(
    'found nothing, expected one of time, waiting, fees',
  );
  expect(screen(press(list, ':', ...Array.from('sort fee'), 'Enter'))).toContain('found "fee", expected one of time');
});

test('the next one of a sorted list is the next of its timeline', () => {
  const list = press(opening, '6', 's');
  expect(here(press(list, 'Enter', ']'), 'timeline').consignment).toBe(here(press(list, 'j'), 'slowest').at);
});

test('another replication is another list; there are no more than were run', () => {
  const list = press(opening, '6');
  const next = nextState(list, { kind: 'pressed', key: '.' }, narrowGlyphs);
  expect(wantsOf(next)).toEqual([{ kind: 'recording', scenario: 'practice of 2017', replication: 1, warmUp }]);
  expect(screen(next)).toContain('rep 1');
  expect(here(press(next, ','), 'slowest').replication).toBe(0);
  expect(here(press(list, ','), 'slowest').replication).toBe(0);
  const all = press(list, ...Array.from({ length: reached.replications + 5 }, () => '.'));
  expect(here(all, 'slowest').replication).toBe(reached.replications - 1);
  // A file that was changed elsewhere may have fewer; while they come in, those that may still come count.
  const toldAgain = (state: ScreenState, progress: Progress): ScreenState =>
    nextState(state, { kind: 'told', progress, secondsLeft: undefined, tells: told }, narrowGlyphs);
  const running = toldAgain(all, { ...reached, state: 'running', replications: 2 });
  expect(here(running, 'slowest').replication).toBe(reached.replications - 1);
  const fewer = toldAgain(running, { ...reached, replications: 3 });
  expect(here(fewer, 'slowest')).toMatchObject({ replication: 2, at: undefined });
  // Where one has gone on from there, too.
  const timeline = toldAgain(press(all, 'Enter'), { ...reached, replications: 3 });
  expect(here(press(timeline, 'Esc'), 'slowest').replication).toBe(2);
});

test('from a spread: those beyond the reading; from gainers: those who lose, of the level with the pointer; Esc comes back', () => {
  const spread = press(opening, '2', 'l', 'l', 'Enter');
  const { of } = here(spread, 'slowest');
  expect(of.beyond).toBeGreaterThan(24);
  expect(here(press(spread, 'Esc'), 'spread').reading).toBe(of.beyond);
  const losing = press(opening, 'j', 'j', '3', 'j', 'Enter');
  expect(here(losing, 'slowest')).toMatchObject({
    scenario: 'advance 100 %',
    of: { isLosing: true, group: { attribute: 'credit', level: 'advancedCertified' } },
  });
  expect(screen(losing)).toContain('those who lose, advanced certified');
});

test('a timeline: events from first to last, waits by the pointer, the next one of the list, the base below', () => {
  const timeline = press(opening, 'j', 'j', '6', 'Enter');
  expect(here(press(timeline, 'l', 'l', 'h'), 'timeline').event).toBe(0);
  const waiting = press(timeline, 'j');
  expect(screen(waiting)).toMatch(/▸ {2}\S/u);
  const next = press(timeline, ']');
  expect(here(next, 'timeline').consignment).not.toBe(here(timeline, 'timeline').consignment);
  expect(here(press(next, '['), 'timeline').consignment).toBe(here(timeline, 'timeline').consignment);
  expect(screen(press(timeline, 'c'))).toContain('the same one in A');
  expect(here(press(timeline, 'Esc'), 'slowest').at).toBe(here(timeline, 'timeline').consignment);
});

test('another scenario keeps who is listed; another indicator asks for the list anew', () => {
  const list = press(opening, '2', 'Enter', ']');
  expect(here(list, 'slowest')).toMatchObject({ scenario: 'two-step 60 %', of: { beyond: 24 } });
  expect(list.chosen).toBe('two-step 60 %');
  expect(screen(press(list, 'i'))).toContain('formal release time');
});

test('what is shown can be written: the list, and what one consignment waited for', () => {
  const list = press(
    opening,
    '6',
    'x',
    ...Array.from({ length: 20 }, () => 'Backspace'),
    ...Array.from('list.csv'),
    'Enter',
  );
  const errand = list.errands.at(-1)?.errand;
  assert(errand?.kind === 'write', 'a file');
  expect(errand.text.split('\n')[0]).toContain('no.');
  expect(errand.rows).toBeGreaterThan(100);
});
