import { expect } from 'vitest';
import type { Progress } from '../../src/experiment/index.ts';
import type { Model } from '../../src/simulation/index.ts';
import { openScreen } from '../../src/tui/index.ts';
import { FakeDesk } from './fake-desk.ts';
import { portModel, portRecording } from './port.ts';
import { FakeTerminal, keys } from './terminal.ts';

/** Keys, and what is seen when the last of them has come to the screen. */
export interface Step {
  readonly press: string;
  readonly sees: string;
}

/** A screen that is open. */
export interface Visit {
  readonly step: (step: Step) => Promise<void>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  readonly picture: () => Promise<string>;
  readonly leave: () => Promise<void>;
}

/** Opens the screen in a real terminal emulator, 80 x 24; the desk has recordings of a small port. */
export async function visitOf({ ascii, progress }: { ascii: boolean; progress: Progress }): Promise<Visit> {
  const desk = new PortDesk();
  const terminal = new FakeTerminal(80, 24);
  const { stdin, stdout } = terminal;
  const visit = openScreen(desk, { stdin, stdout, ascii, color: true, lang: 'en' });
  const picture = async (): Promise<string> => (await terminal.lines()).join('\n');
  const sees = async (text: string | RegExp): Promise<void> => {
    await expect.poll(picture, { interval: 5, timeout: 5000 }).toMatch(text);
  };
  await sees('clearsim');
  desk.tell(progress);
  await sees(ascii ? '>A' : '▸A');
  return {
    picture,
    step: async ({ press, sees: text }) => {
      terminal.press(press);
      await sees(text);
    },
    resize: async (columns, rows) => {
      terminal.resize(columns, rows);
      await sees(new RegExp(`^[╌-]{${columns}}$`, 'mu'));
    },
    leave: async () => {
      terminal.press(keys.ctrlC);
      await visit;
    },
  };
}

/** A desk whose base and variants are a small port, run once. */
class PortDesk extends FakeDesk {
  override modelOf(scenario = ''): Model {
    return portModel(scenario);
  }

  override readonly wares: FakeDesk['wares'] = {
    recording: ({ scenario }) => portRecording(scenario),
  };
}
