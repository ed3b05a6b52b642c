import { verbatim } from '../../src/base/index.ts';
import { expect, test } from 'vitest';
import { cellsOf } from '../../src/report/index.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { exported } from '../../src/tui/exported.ts';
import { hereOf, wantsOf } from '../../src/tui/screen-state.ts';
import { early, provisional, reached, warmUp } from '../report/fixture.ts';
import { drawnWeek } from './drawn-week.ts';
import { open } from './open.ts';
import { after, brought, opening, press, screen, sizes, told } from './walked.ts';

const week = brought(press(after(opening, told(reached)), '5'));

test('it opens at the busiest station, at the hour of its longest line', () => {
  expect(screen(week)).toContain('inspection teams: waiting, by hour and weekday');
  expect(screen(week)).toContain('Monday 00:00 to 01:00   waiting');
  expect(screen(week)).toContain('10/10 replayed');
});

test('the pointer walks over hours and days and stays within the week', () => {
  expect(screen(press(week, 'j', 'l', 'l'))).toContain('Tuesday 02:00 to 03:00');
  expect(screen(press(week, 'G', 'j', 'l'))).toContain('Sunday 23:00 to 24:00');
  expect(screen(press(week, 'G', 'g', 'k', 'h'))).toContain('Monday 00:00 to 01:00');
});

test('Tab goes to the next station, i to the next quantity, ] to the next scenario', () => {
  expect(screen(press(week, 'Tab'))).toContain('inspection bays: waiting, by hour');
  expect(screen(press(week, 'Tab', 'Shift-Tab'))).toContain('inspection teams: waiting, by hour');
  expect(screen(press(week, 'i'))).toContain('inspection teams: wait h, by hour and weekday of coming');
  expect(screen(press(week, 'I'))).toContain('leave granted an hour');
  const other = press(week, ']');
  expect(other.chosen).toBe('two-step 60 %');
  // Its weeks are another scenario's: they have to come.
  expect(screen(other)).toContain('its week comes in a moment');
  expect(screen(brought(other))).toContain('B two-step 60 %');
  expect(press(other, '[').chosen).toBe('practice of 2017');
});

test('the title says how many replications stand behind it, and where hardly anybody waits nothing is drawn', () => {
  const asked = press(after(opening, told(reached)), '5');
  const [want = expect.fail('a want')] = wantsOf(asked);
  const first = after(asked, { kind: 'brought', want, material: { is: 'here', given: drawnWeek(0) } });
  expect(screen(first)).toContain('inspection teams: waiting, by hour and weekday, 1 of 10 replications so far');
  expect(screen(week)).toContain('by hour and weekday, 10 replications');
  // Documents wait 0.05 at a time: five hours and a half in an hour of the week of all replications.
  const scarce = press(week, 'Shift-Tab');
  expect(screen(scarce)).toContain('document officers: waiting');
  expect(screen(scarce)).toContain('Hardly used: no hour has 12 observations');
  expect(screen(scarce)).not.toContain('Mon  ⣿');
});

test('Enter lists those who stood in line in the chosen hour, or arrived in it', () => {
  const list = press(week, 'j', 'l', 'Enter');
  expect(hereOf(list)).toMatchObject({ place: 'slowest', of: { station: 'inspectors', hour: 25 } });
  expect(hereOf(press(list, 'Esc')).place).toBe('week');
  const arrivals = press(week, 'I', 'I', 'g', 'Enter');
  expect(hereOf(arrivals)).toMatchObject({ place: 'slowest', of: { hour: 0 } });
  // Who may leave from an hour on is no list.
  expect(hereOf(press(week, 'I', 'Enter')).place).toBe('week');
});

test('weeks are asked for one after the other, and none before the warm-up is known', () => {
  expect(wantsOf(press(opening, '5'))).toEqual([]);
  expect(wantsOf(press(after(opening, told(provisional)), '5'))).toEqual([]);
  const asked = press(after(opening, told(early)), '5');
  expect(wantsOf(asked)).toEqual([{ kind: 'week', scenario: 'practice of 2017', replication: 0, warmUp }]);
  expect(wantsOf(week)).toHaveLength(10);
  const [want = expect.fail('a want')] = wantsOf(asked);
  const failed = after(asked, { kind: 'brought', want, material: { is: 'failed', why: verbatim('no thread') } });
  expect(screen(failed)).toContain('! It could not be replayed: no thread.');
  expect(wantsOf(failed)).toHaveLength(1);
});

test('where another base has another warm-up, weeks are asked for after that one', () => {
  const later = (hours: number): typeof reached => ({
    ...reached,
    comparison: {
      ...reached.comparison,
      scenarios: reached.comparison.scenarios.map((each) => ({ ...each, warmUp: hours })),
    },
  });
  const turned = after(week, told(later(300)));
  expect(wantsOf(turned)).toMatchObject([{ replication: 0, warmUp: 300 * 60 }]);
  expect(screen(turned)).toContain('its week comes in a moment');
  expect(screen(brought(turned))).toContain('10/10 replayed');
});

test('a scenario that has changed is replayed again, others are kept', () => {
  const { tells } = told(reached);
  const other = { ...tells.keys, 'two-step 60 %': 'another' };
  expect(screen(after(week, { ...told(reached), tells: { ...tells, keys: other } }))).toContain('10/10 replayed');
  const own = { ...tells.keys, 'practice of 2017': 'another' };
  const changed = after(week, { ...told(reached), tells: { ...tells, keys: own } });
  expect(screen(changed)).toContain('its week comes in a moment');
  expect(screen(brought(changed))).toContain('10/10 replayed');
});

test('elsewhere its weeks are not kept', () => {
  expect(wantsOf(press(week, '1'))).toEqual([]);
  expect(hereOf(press(week, '1')).place).toBe('compare');
});

test('its table has a line for each hour', () => {
  const lines = exported(week, 'week.csv', narrowGlyphs)?.split('\n') ?? [];
  expect(lines).toHaveLength(170);
  expect(lines[0]).toBe('day,hour,waiting,low,high');
  expect(lines[33]).toMatch(/^Tue,8,8\.72,8\.\d+,/);
});

test('it fills a window of any size exactly', () => {
  for (const size of sizes) {
    const lines = screen(after(week, { kind: 'resized', ...size })).split('\n');
    expect(lines.map(cellsOf)).toEqual(lines.map(() => size.columns));
    expect(lines).toHaveLength(size.rows);
  }
});

test('golden screens of a week: both sizes, both languages', async () => {
  const { terminal, visit, sees } = await open({
    progress: reached,
    wares: { week: ({ replication }) => drawnWeek(replication) },
  });
  const golden = async (name: string): Promise<void> =>
    await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`golden/week-${name}.txt`);
  terminal.press('5');
  await sees('10/10');
  terminal.press('jllllllllll');
  await sees('10:00 to 11:00');
  await golden('80x24-en');
  terminal.resize(160, 50);
  await sees('lines over the week');
  await golden('160x50-en');
  terminal.press('L');
  await sees('各处一周内的队长');
  await golden('160x50-zh');
  terminal.resize(80, 24);
  await expect.poll(async () => (await terminal.lines()).length).toBe(24);
  await sees('? 帮助');
  await expect.poll(async () => (await terminal.lines())[3]).not.toContain('等待 h');
  await golden('80x24-zh');
  terminal.press('q');
  await visit;
});

test('golden screen of a week in ASCII', async () => {
  const { terminal, visit, sees } = await open({
    ascii: true,
    progress: reached,
    wares: { week: ({ replication }) => drawnWeek(replication) },
  });
  terminal.press('5');
  await sees('10/10');
  terminal.press('jllllllllll');
  await sees('10:00 to 11:00');
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot('golden/week-80x24-ascii.txt');
  terminal.press('q');
  await visit;
});
