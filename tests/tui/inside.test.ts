import { expect, test } from 'vitest';
import { present } from '../../src/base/index.ts';
import { cellsOf } from '../../src/report/index.ts';
import { narrowGlyphs } from '../../src/tui/drawing/glyphs.ts';
import { exported } from '../../src/tui/exported.ts';
import { works } from '../../src/tui/after-command.ts';
import { hereOf, wantsOf } from '../../src/tui/screen-state.ts';
import { reached, warmUp } from '../report/fixture.ts';
import { drawnSaving, drawnWeek } from './drawn-week.ts';
import { begunRecording } from './model.ts';
import { open } from './open.ts';
import { after, brought, opening, press, screen, sizes, told } from './walked.ts';

const inside = brought(press(after(opening, told(reached)), '4'));

/** The line of the screen that has the pointer. */
function pointed(state: Parameters<typeof screen>[0]): string {
  return present(
    screen(state)
      .split('\n')
      .find((line) => line.startsWith('▸') && !line.includes('Compare')),
    'a line with the pointer',
  );
}

test('Enter in the comparison opens the scenario, Esc comes back to it', () => {
  const state = press(after(opening, told(reached)), 'j', 'j', 'Enter');
  expect(screen(state)).toContain('C advance 100 % > Inside');
  expect(hereOf(press(state, 'Esc')).place).toBe('compare');
  expect(press(state, 'Esc').chosen).toBe('advance 100 %');
});

test('the pointer begins at the busiest station, and stops at the ends', () => {
  expect(pointed(inside)).toContain('inspection teams   10  91 %    6.2    41  9.4  [8.9, 9.9]');
  expect(pointed(press(inside, 'k'))).toContain('document officers');
  expect(pointed(press(inside, 'G', 'j'))).toContain('inspection bays');
  // Of the bays the figures do not come in this story.
  expect(pointed(press(inside, 'G'))).toMatch(/18 {5}- {4}- {7}- {2}-/);
});

test('the waits by class are those of the station with the pointer, and a goes to the next attribute', () => {
  expect(screen(inside)).toContain('inspection teams: wait by credit level, h');
  expect(screen(inside)).toContain('discredited               18.6');
  expect(screen(press(inside, 'a'))).toContain('inspection teams: wait by goods, h');
  expect(screen(press(inside, 'k', 'a'))).toContain('document officers: wait by goods, h');
  expect(screen(press(inside, 'a', 'a'))).toContain('inspection teams: wait by credit level, h');
});

test('what is told by week says of how many replications it is', () => {
  const asked = press(after(opening, told(reached)), '4');
  const week = wantsOf(asked).find(({ kind }) => kind === 'week') ?? expect.fail('a week');
  const first = after(asked, { kind: 'brought', want: week, material: { is: 'here', given: drawnWeek(0) } });
  expect(screen(first)).toContain('week, 1 of 10');
  expect(screen(first)).toContain('wait by credit level, h, 1 of 10 replications so far');
  const wide = after(first, { kind: 'resized', columns: 160, rows: 50 });
  expect(screen(wide)).toContain('over the week, 1 of 10 replications so far');
  expect(screen(wide)).toContain('inspection teams: waiting, by hour and weekday, 1 of 10 replications so far');
});

test('Tab goes through the pictures, d to what the scenario changes and back', () => {
  expect(screen(press(inside, 'Tab'))).toContain('time by stage, h');
  expect(screen(press(inside, 'd'))).toContain('This is the base');
  expect(screen(press(inside, 'd', ']', ']'))).toContain('+  advanceDeclaration: 100 %');
  expect(screen(press(inside, 'd', 'd'))).toContain('wait by credit level');
  expect(screen(press(inside, 'Shift-Tab'))).toContain('inspection teams: waiting, by hour');
});

test('a variant stands beside the base', () => {
  const variant = press(inside, ']');
  expect(screen(variant)).toContain('B two-step 60 % > Inside');
  expect(pointed(variant)).toContain('9.4  [8.9, 9.9]    0.00');
  expect(screen(press(variant, 'Tab'))).toContain('preparing           35.7    81.4');
});

test('what one more of the station saves is measured by pairs of runs, one after the other', () => {
  const begun = press(after(opening, told(reached)), '4');
  expect(screen(begun)).toContain('What one more of inspection teams would save is being measured');
  const asked = wantsOf(begun).filter((want) => want.kind === 'oneMore');
  expect(asked).toEqual([
    { kind: 'oneMore', scenario: 'practice of 2017', resource: 'inspectors', replication: 0, warmUp },
  ]);
  expect(screen(inside)).toContain('One more of inspection teams saves 2.07 h [1.99, 2.15] of the wait for them');
  expect(screen(inside)).toContain('3.92 min [3.77, 4.08] of release time. Measured by 10 pairs of runs.');
  // The bays are another question.
  expect(screen(press(inside, 'j'))).toContain('What one more of inspection bays would save is being measured');
});

test('a station that is busy nearly always has a mark and a sentence', () => {
  const busy = {
    ...reached,
    comparison: {
      ...reached.comparison,
      scenarios: reached.comparison.scenarios.map((each) => ({
        ...each,
        resources: Object.fromEntries(
          Object.entries(each.resources).map(([name, resource]) => [name, { ...resource, utilisation: 0.98 }]),
        ),
      })),
    },
  };
  const state = press(after(opening, told(busy)), '4', 'g');
  expect(pointed(state)).toMatch(/^▸! document officers/);
  expect(screen(state)).toContain(' ! document officers are busy nearly always');
});

test('Enter opens the week of the station', () => {
  const state = press(inside, 'k', 'Enter');
  expect(screen(state)).toContain('document officers: waiting, by hour and weekday');
  // The weeks are kept, and Esc finds the pointer where it was.
  const weeks = wantsOf(state).filter((want) => want.kind === 'week');
  expect(weeks.every((want) => state.materials.isKnown(want))).toBe(true);
  expect(pointed(press(state, 'Esc'))).toContain('document officers');
});

test('where there is room the slowest consignments are listed: Tab goes to them, Enter opens a timeline, Esc comes back', () => {
  const wide = brought(after(inside, { kind: 'resized', columns: 160, rows: 50 }));
  expect(screen(wide)).toContain('slowest consignments of replication 0, by release time');
  expect(pointed(wide)).toContain('inspection teams');
  const among = press(wide, 'Tab', 'j');
  const second = /▸ +(\d+) /u.exec(
    screen(among)
      .split('\n')
      .findLast((line) => line.includes('▸')) ?? '',
  )?.[1];
  const timeline = press(among, 'Enter');
  expect(hereOf(timeline)).toMatchObject({ place: 'timeline', consignment: Number(second), replication: 0 });
  expect(hereOf(press(timeline, 'Esc'))).toMatchObject({ place: 'inside', consignment: Number(second) });
  // Back among the stations the keys are theirs again.
  expect(pointed(press(among, 'Tab', 'k'))).toContain('document officers');
  expect(works('changes', wide)).toBe(false);
});

test('in a small window the slowest are one of the pictures, and only then asked for', () => {
  expect(wantsOf(inside).some(({ kind }) => kind === 'recording')).toBe(false);
  const slowest = press(inside, 'Tab', 'Tab', 'Tab');
  expect(screen(slowest)).toContain('One replication is run once more and written down');
  expect(screen(brought(slowest))).toContain('slowest consignments of replication 0, by release time');
  expect(hereOf(press(brought(slowest), 'Enter')).place).toBe('timeline');
});

test('e makes a variant of the scenario that one looks into', () => {
  const edit = press(inside, ']', 'e');
  expect(hereOf(edit)).toMatchObject({ place: 'edit', from: 'two-step 60 %' });
  expect(hereOf(press(edit, 'Esc')).place).toBe('inside');
  expect(works('edit', { ...inside, sets: {} })).toBe(false);
});

test('the station with the pointer stays it on the way to other views and back', () => {
  const away = press(inside, 'k', '5');
  expect(screen(away)).toContain('document officers: waiting, by hour');
  expect(pointed(brought(press(away, '4')))).toContain('document officers');
  expect(pointed(brought(press(away, 'Tab', '1', ']', '4')))).toContain('inspection teams');
});

test('before the first figures there are names; the footer shows only what works', () => {
  const early = press(opening, '4');
  expect(screen(early)).toContain('inspection teams   10     -');
  expect(works('attribute', early)).toBe(false);
  expect(works('attribute', inside)).toBe(true);
});

test('its table has the stations with numbers in full', () => {
  expect(exported(inside, 'inside.csv', narrowGlyphs)?.split('\n').slice(0, 3)).toEqual([
    'station,count,busy,queueMean,queueMost,wait,waitLow,waitHigh',
    'document officers,3,0.64,1.4,33,0.5,0.47,0.54',
    'inspection teams,10,0.91,6.2,41,9.4,8.9,9.9',
  ]);
});

test('it fills a window of any size exactly', () => {
  for (const size of sizes) {
    const lines = screen(after(inside, { kind: 'resized', ...size })).split('\n');
    expect(lines.map(cellsOf)).toEqual(lines.map(() => size.columns));
    expect(lines).toHaveLength(size.rows);
  }
});

/** What the desk brings, drawn by hand. */
const wares = {
  week: ({ replication }: { replication: number }) => drawnWeek(replication),
  oneMore: ({ replication }: { replication: number }) => drawnSaving(replication),
  recording: () => begunRecording(),
};

test('golden screens from inside a variant: both sizes, both languages', async () => {
  const { terminal, visit, sees } = await open({ progress: reached, wares });
  const golden = async (name: string): Promise<void> =>
    await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`golden/inside-${name}.txt`);
  terminal.press('jj\r');
  // The figures of all ten weeks, and of all ten pairs.
  await sees('18.6 [17.9, 19.4]');
  await sees('by 10 pairs');
  await golden('80x24-en');
  terminal.resize(160, 50);
  await sees('time by stage');
  await sees('waited longest for');
  await golden('160x50-en');
  terminal.press('L');
  await sees('分环节时间');
  await golden('160x50-zh');
  terminal.resize(80, 24);
  await expect.poll(async () => (await terminal.lines()).join('\n')).not.toContain('分环节时间');
  await sees('? 帮助');
  await golden('80x24-zh');
  terminal.press('q');
  await visit;
});

test('golden screen from inside a variant in ASCII', async () => {
  const { terminal, visit, sees } = await open({ progress: reached, wares, ascii: true });
  terminal.press('jj\r');
  await sees('18.6 [17.9, 19.4]');
  await sees('by 10 pairs');
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot('golden/inside-80x24-ascii.txt');
  terminal.press('q');
  await visit;
});
