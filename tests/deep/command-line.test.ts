import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawn as openTerminal } from '@lydell/node-pty';
import { expect, test } from 'vitest';

// The bundle as a process of its own: streams, signals and terminals as they really are. The build has been made.
const command = 'dist/clearsim.js';
const long = ['run', 'scenarios/examples/mm3.yaml', '--replications', '5000'];

test('a full disk is exit 4', { skip: process.platform !== 'linux' }, () => {
  const run = shell(`"${process.execPath}" ${command} flows > /dev/full`);
  expect(run).toMatchObject({ status: 4, stderr: expect.stringContaining('no space left on the device (ENOSPC)') });
});

test(
  'a log that outgrows the disk is exit 4, and nothing is left of it',
  { skip: process.platform === 'win32' },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'clearsim-log-'));
    const file = join(folder, 'log.csv');
    // Half a megabyte is all that may be written to a file; the log has some ten.
    const run = shell(
      `ulimit -f 500; "${process.execPath}" ${command} run scenarios/examples/mm3.yaml --workers 1 -q --log "${file}"`,
    );
    expect(run).toMatchObject({
      status: 4,
      stderr: `error: ${file} could not be written: the file would be too big (EFBIG)\n`,
    });
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  },
);

test('a closed pipe is quiet', { skip: process.platform === 'win32' }, () => {
  const run = shell(`"${process.execPath}" ${command} flow sea-import --json | head -1; exit \${PIPESTATUS[0]}`);
  expect(run).toMatchObject({ status: 0, stdout: '{\n', stderr: '' });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends with what is known and exit %i, within a second', async (signal, code) => {
  const child = spawn(process.execPath, [command, ...long, '--workers', '2', '--json']);
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await listening(child.pid ?? 0, signal);
  // Time for the first replications.
  await pause(3000);
  const at = performance.now();
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(performance.now() - at).toBeLessThan(1500);
  expect(JSON.parse(out)).toMatchObject({
    notes: expect.arrayContaining([expect.stringMatching(/^Stopped after \d+ of 5000/)]) as unknown,
  });
});

test.each([
  { what: 'q', leave: (terminal: Terminal) => terminal.write('q'), code: 0 },
  { what: 'Ctrl-C', leave: (terminal: Terminal) => terminal.write('\u0003'), code: 130 },
  { what: 'SIGTERM', leave: (terminal: Terminal) => terminal.kill('SIGTERM'), code: 143 },
])(
  '$what leaves the screen: exit $code, the terminal as before, the table with its command stays',
  async ({ leave, code }) => {
    const terminal = openTerminal(process.execPath, [command, 'scenarios/examples/sea-import-2017.yaml'], {
      cols: 80,
      rows: 24,
      env: { ...process.env, LANG: 'en_US.UTF-8', TERM: 'xterm-256color' },
    });
    let shown = '';
    terminal.onData((text) => (shown += text));
    const ended = new Promise<number>((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode)));
    // The names are there at once, figures when the first replication is done.
    await expect.poll(() => shown, { timeout: 10_000, interval: 50 }).toMatch(/two-step[^]*\d\d\.\d/);
    leave(terminal);
    expect(await ended).toBe(code);
    expect(shown.lastIndexOf('\u001B[?1049l')).toBeGreaterThan(shown.lastIndexOf('\u001B[?1049h'));
    expect(shown.slice(shown.lastIndexOf('\u001B[?1049l'))).toContain(
      'clearsim compare scenarios/examples/sea-import-2017.yaml',
    );
    expect(shown).not.toMatch(/\n\s+at /);
  },
);

type Terminal = ReturnType<typeof openTerminal>;

/** Until the process takes the signal itself, as Linux tells it; on a loaded machine that is after seconds. */
async function listening(pid: number, signal: NodeJS.Signals): Promise<void> {
  if (process.platform !== 'linux') return await pause(2000);
  const bit = 1n << BigInt(constants.signals[signal] - 1);
  const caught = (): bigint => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return BigInt(`0x${/^SigCgt:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  };
  await expect.poll(() => (caught() & bit) !== 0n, { timeout: 20_000 }).toBe(true);
}

function shell(line: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
  return { status, stdout, stderr };
}
