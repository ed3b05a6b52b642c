import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RealTerminal } from '../../tools/real-terminal.ts';
import type { Bench, Finding } from '../subjects.ts';

/** Keys that are pressed while an experiment occupies both workers. */
const presses = 200;
/** Seconds that an idle screen is watched. */
const watched = 5;
/** Rows of the table that is scrolled, and keys a second that a held key sends. */
const rows = 10_000;
const held = 30;

/** The screen in a pseudo-terminal of 120 x 40: seconds to the first frame and figures, milliseconds from key to changed frame during a run, what an idle screen takes, frames a second of a long table. */
export async function screen(bench: Bench): Promise<Finding> {
  const starts: number[] = [];
  const figures: number[] = [];
  for (let round = 0; round < bench.rounds; round++) {
    const at = performance.now();
    const terminal = open('scenarios/sea-import-2017.yaml');
    await terminal.sees('scenario');
    starts.push(performance.now() - at);
    await terminal.sees(/Practice of 2017 +\d/, 60_000);
    figures.push(performance.now() - at);
    await leave(terminal);
  }
  const keys = await keyTimes();
  const idle = await idleShares();
  const scroll = await scrolling(bench);
  const found = {
    firstFrame: median(starts) / 1000,
    firstFigures: median(figures) / 1000,
    keyToFrame: { p50: quantile(keys, 0.5), p95: quantile(keys, 0.95), most: Math.max(...keys) },
    ...idle,
    scroll,
  };
  return {
    figures: found,
    lines: [
      `first frame                 ${found.firstFrame.toFixed(2)} s, first figures ${found.firstFigures.toFixed(2)} s`,
      `key to changed frame        ${found.keyToFrame.p50.toFixed(0)} ms (p50), ${found.keyToFrame.p95.toFixed(0)} ms (p95), ${found.keyToFrame.most.toFixed(0)} ms at most, of ${presses} keys while both workers run`,
      `screen while figures come   ${(100 * idle.refreshing).toFixed(1)} % of a core, its own thread`,
      `screen when nothing changes ${(100 * idle.still).toFixed(1)} % of a core, ${idle.bytes} bytes written in ${watched} s`,
      `scrolling ${rows} rows      ${scroll.toFixed(0)} frames a second at ${held} keys a second`,
    ],
  };
}

function open(...words: readonly string[]): RealTerminal {
  return new RealTerminal([process.execPath, 'dist/clearsim.js', ...words], { columns: 120, rows: 40 });
}

async function leave(terminal: RealTerminal): Promise<void> {
  terminal.press('\u0003');
  await terminal.ended;
}

/** Milliseconds from each of many keys, at times that keep no step with anything, to the frame that shows what it did. */
async function keyTimes(): Promise<readonly number[]> {
  const terminal = open('scenarios/sea-import-2017.yaml', '--replications', '100000');
  await terminal.sees(/Practice of 2017 +\d/, 60_000);
  const first = terminal.lines().findIndex((line) => line.startsWith('▸A'));
  const times: number[] = [];
  for (let press = 0; press < presses; press++) {
    // The fractional part of multiples of the golden ratio: as if drawn.
    await pause(50 + 150 * ((press * 0.618_034) % 1));
    const isDown = press % 10 < 5;
    const row = first + (isDown ? (press % 5) + 1 : 4 - (press % 5));
    const at = performance.now();
    terminal.press(isDown ? 'j' : 'k');
    while (terminal.lines()[row]?.startsWith('▸') !== true && performance.now() - at < 2000) await pause(1);
    times.push(performance.now() - at);
  }
  await leave(terminal);
  return times;
}

async function idleShares(): Promise<{ readonly refreshing: number; readonly still: number; readonly bytes: number }> {
  const running = open('scenarios/sea-import-2017.yaml', '--replications', '100000');
  await running.sees(/Practice of 2017 +\d/, 60_000);
  const refreshing = await shareOf(`/proc/${running.pid}/task/${running.pid}/stat`);
  await leave(running);
  const ended = open('scenarios/examples/mm3.yaml', '--replications', '5');
  await ended.sees(/ 5 replications/, 60_000);
  await pause(1000);
  const before = ended.written;
  const still = await shareOf(`/proc/${ended.pid}/stat`);
  const bytes = ended.written - before;
  await leave(ended);
  return { refreshing, still, bytes };
}

/** Share of a core that a process or thread takes for some seconds, by what Linux tells of it (in hundredths of a second). */
async function shareOf(file: string): Promise<number> {
  const ticks = (): number => {
    const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return Number(fields[11]) + Number(fields[12]);
  };
  const before = ticks();
  await pause(1000 * watched);
  return (ticks() - before) / 100 / watched;
}

/** Frames a second of the list of slowest consignments while a key is held. */
async function scrolling({ folder }: Bench): Promise<number> {
  const file = join(folder, 'many.yaml');
  const text = readFileSync('scenarios/sea-import-2017.yaml', 'utf8').replace(/^variants:[^]*/mu, '');
  writeFileSync(file, text);
  const terminal = open(file, '--replications', '2');
  await terminal.sees(/ 2 replications/, 60_000);
  terminal.press('6');
  await terminal.sees(/▸\s*\d/, 30_000);
  await pause(500);
  let frames = 0;
  let last = terminal.lines().join('\n');
  const until = performance.now() + 3000;
  const keys = setInterval(() => terminal.press('j'), 1000 / held);
  while (performance.now() < until) {
    const shown = terminal.lines().join('\n');
    if (shown !== last) frames++;
    last = shown;
    await pause(2);
  }
  clearInterval(keys);
  await leave(terminal);
  return frames / 3;
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
}
