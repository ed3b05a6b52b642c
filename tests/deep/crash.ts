// Opens the screen on a desk whose figures cannot be drawn: what happens to a terminal when the program has a fault.
import type { Progress } from '../../src/experiment/index.ts';
import { openScreen } from '../../src/tui/index.ts';
import { early } from '../report/fixture.ts';
import { FakeDesk } from '../tui/fake-desk.ts';

const desk = new FakeDesk();
const broken: Progress = {
  ...early,
  get comparison(): never {
    throw new Error('a planted fault');
  },
};
setTimeout(() => desk.tell(broken), 300);
await openScreen(desk, { stdin: process.stdin, stdout: process.stdout, ascii: false, color: true, lang: 'en' });
