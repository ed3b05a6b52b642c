import { expect, test } from 'vitest';
import { openScreen } from '../../../src/tui/index.ts';
import { reached } from '../../report/fixture.ts';
import { FakeDesk } from '../fake-desk.ts';
import { FakeTerminal } from '../terminal.ts';

test.each([
  // Lodged, and selected for inspection.
  {
    name: 'step-80x24-en',
    columns: 80,
    rows: 24,
    lang: 'en',
    press: '...jjj',
    shows: '▸  electronic check done: selected for i',
  },
  { name: 'step-80x24-zh', columns: 80, rows: 24, lang: 'zh', press: '...jjj', shows: '▸  系统审核完成：布控命中' },
  {
    name: 'step-80x24-ascii',
    columns: 80,
    rows: 24,
    lang: 'en',
    press: '...jjj',
    shows: '>  electronic check done: selected for i',
  },
  { name: 'step-80x24-law', columns: 80, rows: 24, lang: 'en', press: '...', then: '\t', shows: 'the law here' },
  { name: 'step-160x50-en', columns: 160, rows: 50, lang: 'en', press: '...jjj ', shows: '▸  waiting for the trader' },
  { name: 'step-160x50-zh', columns: 160, rows: 50, lang: 'zh', press: '...jjj ', shows: '▸  待收发货人到场' },
] as const)('$name', async ({ name, columns, rows, lang, press, shows, ...others }) => {
  const desk = new FakeDesk();
  const terminal = new FakeTerminal(columns, rows);
  const visit = openScreen(desk, {
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    ascii: name.endsWith('ascii'),
    color: true,
    lang,
  });
  const sees = async (text: string): Promise<void> => {
    await expect.poll(async () => (await terminal.lines()).join('\n'), { interval: 5, timeout: 9000 }).toContain(text);
  };
  await sees('clearsim');
  desk.tell(reached);
  terminal.press(':');
  await sees(' :_');
  terminal.press('step sea-import');
  terminal.press('\r');
  await sees('> sea-import');
  terminal.press(press);
  if ('then' in others) {
    await sees('▸ lodged');
    terminal.press(others.then);
  }
  await sees(shows);
  await expect((await terminal.lines()).join('\n')).toMatchFileSnapshot(`../golden/${name}.txt`);
  terminal.press('q');
  await visit;
});
