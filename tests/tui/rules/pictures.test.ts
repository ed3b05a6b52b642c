import { expect, test } from 'vitest';
import type { Model } from '../../../src/simulation/index.ts';
import { openScreen } from '../../../src/tui/index.ts';
import { reached } from '../../report/fixture.ts';
import { FakeDesk } from '../fake-desk.ts';
import { FakeTerminal } from '../terminal.ts';
import { faulty } from './faulty.ts';

class FaultyDesk extends FakeDesk {
  constructor() {
    super();
    this.wares.proof = () => faulty().proof;
  }

  override modelOf(): Model {
    return faulty().model;
  }
}

test.each([
  { name: 'rules-80x24-en', columns: 80, rows: 24, lang: 'en', press: 'jj', shows: '▸! R08' },
  { name: 'rules-80x24-zh', columns: 80, rows: 24, lang: 'zh', press: 'jj', shows: '▸! R08' },
  { name: 'rules-160x50-en', columns: 160, rows: 50, lang: 'en', press: 'jj', shows: '▸! R08' },
  { name: 'rules-160x50-zh', columns: 160, rows: 50, lang: 'zh', press: 'jj', shows: '▸! R08' },
  { name: 'trace-80x24-en', columns: 80, rows: 24, lang: 'en', press: 'jj\rGk', shows: 'event 11 of 12' },
  { name: 'trace-80x24-zh', columns: 80, rows: 24, lang: 'zh', press: 'jj\rGk', shows: '第 11 步，共 12 步' },
  { name: 'trace-160x50-en', columns: 160, rows: 50, lang: 'en', press: 'jj\rGk', shows: 'event 11 of 12' },
  { name: 'trace-160x50-zh', columns: 160, rows: 50, lang: 'zh', press: 'jj\rGk', shows: '第 11 步，共 12 步' },
] as const)('$name', async ({ name, columns, rows, lang, press, shows }) => {
  const desk = new FaultyDesk();
  const terminal = new FakeTerminal(columns, rows);
  const visit = openScreen(desk, {
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    ascii: false,
    color: true,
    lang,
    view: 'rules',
  });
  const sees = async (text: string): Promise<void> => {
    await expect.poll(async () => (await terminal.lines()).join('\n'), { interval: 5, timeout: 9000 }).toContain(text);
  };
  await sees('R02');
  desk.tell(reached);
  terminal.press(press);
  await sees(shows);
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`../golden/${name}.txt`);
  terminal.press('q');
  await visit;
});
