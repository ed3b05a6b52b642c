import { expect, test } from 'vitest';
import type { Progress } from '../../src/experiment/index.ts';
import { early, reached } from '../report/fixture.ts';
import { open } from './open.ts';
import { keys } from './terminal.ts';

test('a visit: look, move, resize, ask for help, leave; the terminal is as before', async () => {
  const { desk, terminal, visit, sees } = await open();
  expect(terminal.isAlternate).toBe(true);
  expect(terminal.isRaw).toBe(true);
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot('golden/compare-80x24-en.txt');

  terminal.press(keys.down + keys.down);
  await sees('▸C advance 100 %');
  await sees('C against A: 67.7 h shorter');
  terminal.press('jj');
  await sees('▸E attendance waiver');
  terminal.resize(160, 50);
  await sees('E, attendance waiver: what it changes against A');
  terminal.resize(40, 8);
  await sees('This window is 40 x 8.');
  terminal.resize(80, 24);
  await sees('▸E attendance waiver');
  terminal.press('?');
  await sees('more lines: j');
  terminal.press('G');
  await sees('how to read');
  terminal.press(keys.escape);
  await sees('▸E attendance waiver');
  terminal.press('p');
  await sees('paused');
  terminal.press('p');
  terminal.press('L');
  await sees('比较');

  terminal.press('q');
  const { exitCode, lastTable } = await visit;
  expect(exitCode).toBe(0);
  expect(lastTable).toContain('attendance waiver');
  expect(desk.asked).toEqual(['pause', 'resume', 'stop']);
  await terminal.lines();
  expect(terminal.isAlternate).toBe(false);
  expect(terminal.isRaw).toBe(false);
});

/** What tells that the last key has come to the screen; default: the pointer. */
const shows: Readonly<Record<string, string>> = {
  '80x24-changes': 'F, all together: what it changes against A',
  '80x24-help': 'more lines: j',
  '80x24-command': 'sort mean',
  '80x24-edit': '[ 60 % ]',
  '80x24-edit-zh': '以 * 运行',
  '160x50-edit': 'runs as *',
};

test.each([
  { name: '160x50-en', options: { columns: 160, rows: 50 }, press: 'jj' },
  { name: '80x24-zh', options: { progress: reached }, press: 'Ljj' },
  { name: '80x24-ascii', options: { ascii: true }, press: 'jj' },
  { name: '80x24-no-color', options: { color: false, progress: reached }, press: 'jj' },
  { name: '80x24-changes', options: { progress: reached }, press: 'Gd' },
  { name: '80x24-help', options: {}, press: '?' },
  { name: '80x24-command', options: {}, press: ':s' },
  { name: '80x24-edit', options: {}, press: 'jjej\r\u001560 %' },
  { name: '80x24-edit-zh', options: { lang: 'zh' as const }, press: 'jjej+' },
  { name: '160x50-edit', options: { columns: 160, rows: 50 }, press: 'jjej+' },
])('golden screen $name', async ({ name, options, press }) => {
  const { terminal, visit, sees } = await open(options);
  terminal.press(press);
  await sees(shows[name] ?? (options.ascii === true ? '>C' : '▸C'));
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`golden/compare-${name}.txt`);
  terminal.press(keys.ctrlC);
  await visit;
});

test('Ctrl-C leaves at once with 130', async () => {
  const { terminal, visit } = await open();
  terminal.press(keys.ctrlC);
  expect((await visit).exitCode).toBe(130);
  await terminal.lines();
  expect(terminal.isAlternate).toBe(false);
});

test('a signal closes the screen with its code', async () => {
  const leaving = new AbortController();
  const { desk, terminal, visit } = await open({ signal: leaving.signal });
  leaving.abort(143);
  expect((await visit).exitCode).toBe(143);
  expect(desk.asked).toEqual(['stop']);
  await terminal.lines();
  expect(terminal.isAlternate).toBe(false);
});

test('what no place wants any more is left, by going away or by leaving', async () => {
  const { desk, terminal, visit, sees } = await open();
  desk.isSlow = true;
  terminal.press('9');
  await sees('The rules of this flow are being proved.');
  terminal.press('1');
  await sees('▸1 Compare');
  await expect.poll(() => desk.asked).toEqual(['bring proof', 'leave proof']);
  terminal.press('9');
  await sees('The rules of this flow are being proved.');
  terminal.press('q');
  await visit;
  expect(desk.asked).toEqual(['bring proof', 'leave proof', 'bring proof', 'leave proof', 'stop']);
});

test('a failure while drawing gives the terminal back and is told', async () => {
  const { desk, terminal, visit } = await open();
  const broken = { ...early, comparison: undefined } as unknown as Progress;
  desk.tell(broken);
  await expect(visit).rejects.toThrow('Cannot read');
  await terminal.lines();
  expect(terminal.isAlternate).toBe(false);
  expect(terminal.isRaw).toBe(false);
  expect(desk.asked).toEqual(['stop']);
});

test('a thousand tellings are a few frames, and silence writes nothing', async () => {
  const { desk, terminal, visit, sees } = await open();
  const before = terminal.written;
  for (let n = 13; n <= 1012; n++) desk.tell({ ...early, replications: n });
  await sees('1,012/400');
  const after = terminal.written;
  expect(after - before).toBeLessThan(20_000);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(terminal.written).toBe(after);
  terminal.press('q');
  await visit;
});

test('an editor has the terminal, then the visit goes on where it was', async () => {
  const { desk, terminal, visit, sees } = await open();
  terminal.press('jj');
  await sees('▸C advance');
  terminal.press('E');
  await expect.poll(() => desk.asked.at(-1)).toBe('{"kind":"editor","file":"sea-import-2017.yaml"}');
  await sees('▸C advance');
  expect(terminal.isAlternate).toBe(true);
  terminal.press('j');
  await sees('▸D green');
  terminal.press('q');
  expect((await visit).exitCode).toBe(0);
});
