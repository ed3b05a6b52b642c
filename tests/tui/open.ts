import { expect } from 'vitest';
import type { Progress } from '../../src/experiment/index.ts';
import { wordsOf } from '../../src/report/index.ts';
import { openScreen, type ScreenOptions, type Visit } from '../../src/tui/index.ts';
import { early } from '../report/fixture.ts';
import { FakeDesk } from './fake-desk.ts';
import { FakeTerminal } from './terminal.ts';

/** A screen in a terminal without a window, over a desk of a test. */
export interface Opened {
  readonly desk: FakeDesk;
  readonly terminal: FakeTerminal;
  readonly visit: Promise<Visit>;
  /** Waits until a line of the screen has `text`. */
  readonly sees: (text: string) => Promise<void>;
}

/** Opens a screen, and tells it where the experiment stands. */
export async function open(
  options: Partial<ScreenOptions> & {
    columns?: number;
    rows?: number;
    progress?: Progress;
    /** What the desk brings. */
    wares?: FakeDesk['wares'];
  } = {},
): Promise<Opened> {
  const { columns = 80, rows = 24, progress = early, wares = {}, ...others } = options;
  const desk = new FakeDesk();
  Object.assign(desk.wares, wares);
  const terminal = new FakeTerminal(columns, rows);
  const visit = openScreen(desk, {
    stdin: terminal.stdin,
    stdout: terminal.stdout,
    ascii: false,
    color: true,
    lang: 'en',
    ...others,
  });
  const sees = async (text: string): Promise<void> => {
    await expect.poll(async () => (await terminal.lines()).join('\n'), { interval: 5, timeout: 5000 }).toContain(text);
  };
  const { firstFrame } = wordsOf(others.lang ?? 'en');
  await sees(firstFrame);
  desk.tell(progress);
  await expect.poll(async () => (await terminal.lines()).join('\n'), { interval: 5 }).not.toContain(firstFrame);
  return { desk, terminal, visit, sees };
}
