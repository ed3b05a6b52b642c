import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assert, verbatim } from '../../src/base/index.ts';
import { survey } from '../../src/replay/index.ts';
import { openScreen } from '../../src/tui/index.ts';
import { drawScreen } from '../../src/tui/draw-screen.ts';
import { asciiGlyphs, narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { textOf, widthOf } from '../../src/tui/drawing/line.ts';
import { drawSea } from '../../src/tui/live/draw-sea.ts';
import { drawStations } from '../../src/tui/live/draw-stations.ts';
import type { LiveState } from '../../src/tui/live/state.ts';
import { liveWords } from '../../src/tui/live/words.ts';
import { nextState, type Action } from '../../src/tui/next-state.ts';
import { works } from '../../src/tui/after-command.ts';
import { hereOf, openingState, type ScreenState } from '../../src/tui/screen-state.ts';
import { early, warmUp } from '../report/fixture.ts';
import { campaign } from '../simulation/campaign.ts';
import { recordingOf, resultOf } from '../simulation/recordings.ts';
import { modelOf } from '../simulation/story.ts';
import { FakeDesk, told as tells } from './fake-desk.ts';
import { FakeTerminal } from './terminal.ts';

const port = modelOf(campaign({ measures: ['twoStepDeclaration'], chances: {}, horizon: '14 d' }));
const surveyed = resultOf(survey(port, recordingOf(port)));
const words = liveWords('en');
const want = { kind: 'survey', scenario: tells.names[0] ?? '', replication: 0, warmUp } as const;

/** A desk that brings the recorded port. */
class PortDesk extends FakeDesk {
  constructor() {
    super();
    this.wares.survey = () => surveyed;
  }

  override modelOf(): typeof port {
    return port;
  }
}

function after(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce((each, action) => nextState(each, action, narrowGlyphs), state);
}

function press(state: ScreenState, ...keys: readonly string[]): ScreenState {
  return after(state, ...keys.map((key) => ({ kind: 'pressed' as const, key })));
}

function goTo(state: ScreenState, time: string): ScreenState {
  return press(state, 't', ...Array.from(time, (letter) => (letter === ' ' ? 'Space' : letter)), 'Enter');
}

function liveOf(state: ScreenState): LiveState {
  const here = hereOf(state);
  assert(here.place === 'live', 'the way is at the live view');
  return here;
}

function screen(state: ScreenState, glyphs = narrowGlyphs): string {
  return textOf(drawScreen(state, glyphs)).join('\n');
}

const opening = after(
  openingState({ columns: 80, rows: 24, language: 'en', ...tells, modelOf: () => port, check: () => [] }, 'live'),
  { kind: 'told', progress: early, secondsLeft: undefined, tells },
);
const here = after(opening, {
  kind: 'brought',
  want,
  material: { is: 'here', given: surveyed },
});

test('vessels stand as far from the quay as they are in time; one that another hides is only counted', () => {
  const sea = {
    vessels: 9,
    next: { number: 7, carries: 41, in: '1 h 10 min' },
    afloat: [
      { carries: 41, minutes: 70 },
      { carries: 8, minutes: 75 },
      { carries: 120, minutes: 6 * 60 },
      { carries: 38, minutes: 12 * 60 - 1 },
    ],
    gap: 120,
  };
  expect(textOf(drawSea(sea, words, { width: 71, glyphs: narrowGlyphs }))).toEqual([
    '   at sea  9 vessels, next: No. 7 in 1 h 10 min with 41 consignments   ',
    '           ╌╌╌╌╌◂41╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌◂120╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ 12 h ',
  ]);
});

test('stations: who works, who is idle, who has gone home; lines by ones, tens and hundreds', () => {
  const station = {
    kind: 'resource',
    label: 'officers',
    units: 5,
    most: 5,
    working: 3,
    waiting: 0,
    isOpen: true,
  } as const;
  const stations = [
    station,
    { ...station, isOpen: false, working: 2, waiting: 39 },
    { ...station, isOpen: false, working: 0, waiting: 399 },
    { ...station, units: 400, working: 100, waiting: 4000 },
    { ...station, kind: 'delay', units: Infinity, working: 1200 },
    { ...station, kind: 'delay', units: Infinity, working: 60 },
    { ...station, kind: 'delay', units: Infinity, working: 0 },
  ] as const;
  const lines = textOf(
    drawStations({ stations, most: 1200 }, { chosen: 1, words }, { width: 100, glyphs: asciiGlyphs }),
  );
  expect(lines.map((line) => line.trimEnd())).toEqual([
    '   station                 working             waiting',
    '   officers                ooo..               0',
    ` > officers                oo closed           39  ${'#'.repeat(39)}`,
    `   officers                closed              399 ${'#'.repeat(40)} x 10`,
    '   officers                ##      100 of 400  4,000',
    '   officers                ########## 1,200',
    '   officers                : 60',
    '   officers                0',
  ]);
});

test('time goes as fast as is wanted, and stands when it is held or over', () => {
  const playing = goTo(here, '10 Mar 10:00');
  const now = 4 * 1440 + 600;
  const second = { kind: 'ticked', elapsed: 1000 } as const;
  expect(liveOf(playing)).toMatchObject({ now, isPlaying: true });
  // An hour a second; a step faster, four hours.
  expect(liveOf(after(playing, second)).now).toBe(now + 60);
  expect(liveOf(after(press(playing, '+'), second)).now).toBe(now + 240);
  expect(liveOf(after(press(playing, '-'), second)).now).toBe(now + 15);
  const held = press(playing, 'Space');
  expect(liveOf(after(held, second)).now).toBe(now);
  expect(liveOf(press(held, ']', ']', '[')).now).toBe(now + 60);
  const ended = after(press(playing, 'G'), second);
  expect(liveOf(ended)).toMatchObject({ now: surveyed.recording.at.at(-1), isPlaying: false });
  expect(screen(ended)).toContain('The replication ends here.');
  expect(liveOf(press(ended, 'g')).now).toBe(surveyed.recording.at[0]);
});

test('a step goes to the next instant at which anything happens, and back again', () => {
  const start = goTo(here, '10 Mar 10:00');
  const on = press(start, '.');
  const { at } = surveyed.recording;
  const next = at.find((each) => each > 4 * 1440 + 600);
  expect(liveOf(on)).toMatchObject({ now: next, isPlaying: false });
  const further = press(on, '.', '.');
  expect(screen(press(further, ',', ','))).toBe(screen(on));
});

test('a time that is no time is said, and nothing moves', () => {
  const wrong = goTo(here, 'soon');
  expect(screen(wrong)).toContain('! found soon, expected a time');
  expect(liveOf(wrong).now).toBe(liveOf(here).now);
});

test('one consignment is followed from the station or the line at the pointer; the second time no more', () => {
  const start = goTo(press(here, 'Space'), '10 Mar 10:00');
  const unloading = press(start, 'f');
  expect(screen(unloading)).toMatch(/follows \d+/u);
  expect(screen(unloading)).toContain('goods: being unloaded');
  expect(screen(press(unloading, 'f'))).toBe(screen(start));
  // In the first hour nobody has come to the station.
  expect([works('follow', start), works('follow', goTo(start, '6 Mar 00:00'))]).toEqual([true, false]);
  // Below the stations is what happened last: the pointer goes there too, and no further.
  const below = press(start, ...Array.from({ length: 50 }, () => 'j'), 'f');
  const last = screen(start).split('\n').at(-3) ?? '';
  expect(screen(below)).toContain(`follows ${/^ .*\d\d:\d\d +(\d+)/u.exec(last)?.[1] ?? 'nobody'} `);
});

test('until the replication is here, and where it cannot be run, the screen says so', () => {
  expect(screen(opening)).toContain('This comes in a moment.');
  expect(hereOf(press(opening, 'Space', '.', 'f', 't'))).toEqual(hereOf(opening));
  const failed = after(opening, { kind: 'brought', want, material: { is: 'failed', why: verbatim('no memory') } });
  expect(screen(failed)).toContain('The replication could not be run: no memory.');
});

test('a scenario that is there no more takes its view with it', () => {
  const names = tells.names.slice(1);
  const told = { kind: 'told', progress: early, secondsLeft: undefined, tells: { ...tells, names } } as const;
  expect(hereOf(after(here, told)).place).toBe('compare');
});

test('the law of what happens is told where it has room, or not at all', () => {
  const at = goTo(here, '10 Mar 10:00');
  for (const language of ['en', 'zh'] as const) {
    const shown = (columns: number): string =>
      screen(after({ ...at, language }, { kind: 'resized', columns, rows: 50 }));
    expect(shown(160)).toMatch(language === 'en' ? / art\. \d+/u : /海关法第/u);
    for (const columns of [98, 100, 110, 118]) expect(shown(columns)).not.toMatch(/ ⋯ *$/mu);
  }
});

test('whatever the window and the instant, each line is as wide as the window', () => {
  const keys = fc.constantFrom(' ', '.', ',', '[', ']', '+', '-', 'f', 'j', 'k', 'g', 'G', 'L');
  fc.assert(
    fc.property(
      fc.integer({ min: 80, max: 200 }),
      fc.integer({ min: 24, max: 70 }),
      fc.array(keys, { maxLength: 12 }),
      fc.integer({ min: 0, max: 20 }),
      (columns, rows, pressed, day) => {
        const state = after(press(goTo(here, `+${day} d`), ...pressed), { kind: 'resized', columns, rows });
        const lines = drawScreen(state, narrowGlyphs);
        expect(lines).toHaveLength(rows);
        for (const line of lines) expect(widthOf(line)).toBe(columns);
      },
    ),
    { numRuns: 20 },
  );
});

test('the table of stations is the text for other programs', () => {
  const told = { kind: 'told', progress: early, secondsLeft: undefined, tells } as const;
  const state = goTo(press(after(here, told), 'Space'), '10 Mar 10:00');
  const place = press(
    state,
    'x',
    ...Array.from({ length: 8 }, () => 'Backspace'),
    ...Array.from('live.csv'),
    'Enter',
  ).errands.at(-1)?.errand;
  assert(place?.kind === 'write', 'a file is written');
  expect(place.text.split('\n')[0]).toBe('station,working,waiting');
  expect(place.text).toContain('document officers,');
});

test.each([
  { name: '80x24-en', columns: 80, rows: 24, lang: 'en', press: '', sees: 'released' },
  { name: '80x24-zh', columns: 80, rows: 24, lang: 'zh', press: 'jf', sees: '跟踪第' },
  { name: '160x50-en', columns: 160, rows: 50, lang: 'en', press: 'jjjjjjf', sees: 'follows' },
  { name: '160x50-zh', columns: 160, rows: 50, lang: 'zh', press: '', sees: '放行' },
] as const)('golden screen live-$name', async ({ name, columns, rows, lang, press: pressed, sees: text }) => {
  const desk = new PortDesk();
  const terminal = new FakeTerminal(columns, rows);
  const { stdin, stdout } = terminal;
  const visit = openScreen(desk, { stdin, stdout, ascii: false, color: true, lang });
  const sees = async (wanted: string): Promise<void> => {
    await expect
      .poll(async () => (await terminal.lines()).join('\n'), { interval: 5, timeout: 5000 })
      .toContain(wanted);
  };
  const playing = liveWords(lang).playing;
  await sees('A');
  desk.tell(early);
  terminal.press('7');
  await sees(playing);
  terminal.press(' ');
  await sees(liveWords(lang).paused);
  terminal.press('t');
  await sees(liveWords(lang).goto);
  terminal.press('15 Mar 14:10\r');
  await sees(lang === 'en' ? 'Wed 15 Mar 14:10' : '3月15日 周三 14:10');
  terminal.press(pressed);
  await sees(text);
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`golden/live-${name}.txt`);
  terminal.press('q');
  await visit;
});
