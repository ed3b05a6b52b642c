import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RealTerminal } from '../../tools/real-terminal.ts';

// The real program in a real terminal, as its users have it. The bundle has been made.
const skip = process.platform !== 'linux';

/** Opens scenarios from a shell that says how the terminal is set before and after. */
function open(words: string): RealTerminal {
  // Before the program has the keys, Ctrl-C is a signal to all in front of the terminal: the shell stays to tell the end.
  const script = `trap : INT; stty -g; "$0" "$1" ${words}; code=$?; stty -g; exit $code`;
  return new RealTerminal(['sh', '-c', script, process.execPath, resolve('dist/clearsim.js')], {
    columns: 80,
    rows: 24,
  });
}

/** How the terminal was set before the program and after it, as `stty -g` says it. */
function settings(terminal: RealTerminal): readonly string[] {
  return terminal
    .scrollback()
    .split('\n')
    .filter((line) => /^(?:[0-9a-f]+:){10,}/.test(line));
}

/** The process of the program, the shell's child. */
function programOf(terminal: RealTerminal): number {
  return Number(execFileSync('pgrep', ['-P', String(terminal.pid)], { encoding: 'utf8' }).trim());
}

async function isAsBefore(terminal: RealTerminal): Promise<void> {
  await expect.poll(() => settings(terminal).length, { timeout: 5000 }).toBe(2);
  const [before, after] = settings(terminal);
  expect(after).toBe(before);
  expect(terminal.isAlternate).toBe(false);
}

test('a whole visit: open, change a measure, export, quit; the terminal is as before', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-visit-'));
  const terminal = open('scenarios/sea-import-2017.yaml --replications 20');
  await terminal.sees('First figures in a moment.');
  expect(terminal.isAlternate).toBe(true);
  await terminal.sees(/A Practice of 2017 +\d+\.\d/);
  terminal.press('j');
  await terminal.sees('▸B advance declaration');

  // A measure is changed, and the variant runs beside the others.
  terminal.press('ej');
  await terminal.sees('▸ two-step declaration');
  terminal.press('\r');
  await terminal.sees('measures.twoStepDeclaration:');
  terminal.press('\u001560 %\r');
  await terminal.sees('+  twoStepDeclaration: 60 %');
  await terminal.sees(/G so far: release time \d/);
  terminal.press('\u001B');
  await terminal.sees(' G advance');

  // What is shown becomes a file.
  terminal.press('x');
  await terminal.sees('write to');
  terminal.press(`\u0015${folder}/shown.csv\r`);
  await terminal.sees('shown.csv (');
  expect(readFileSync(join(folder, 'shown.csv'), 'utf8')).toMatch(/^scenario,indicator,/);

  // One is asked about what is in no file, once.
  terminal.press('q');
  await terminal.sees('G is not saved. w writes, q again quits.');
  terminal.press('q');
  expect(await terminal.ended).toBe(0);
  await isAsBefore(terminal);
  // No command prints what is in no file.
  expect(terminal.scrollback()).not.toContain('clearsim compare');
  rmSync(folder, { recursive: true });
});

test('a visit of a procedure: rules are proved, a story is stepped, a consignment is led', { skip }, async () => {
  const terminal = open('scenarios/sea-import-2017.yaml --replications 20');
  await terminal.sees('First figures in a moment.');
  terminal.press('9');
  await terminal.sees(/\d+ rules: \d+ hold/);
  terminal.press('/P4\r');
  await terminal.sees('▸  P4');
  terminal.press('\r');
  await terminal.sees('event 1 of 12');
  terminal.press('\r');
  await terminal.sees('step 0 of 10');
  terminal.press('..');
  await terminal.sees('▸ in the yard');
  terminal.press(':step sea-import\r');
  await terminal.sees('> step > sea-import');
  terminal.press('...j\r');
  await terminal.sees('▸  returned for correction');
  terminal.press('q');
  expect(await terminal.ended).toBe(0);
  await isAsBefore(terminal);
  expect(terminal.scrollback()).toContain('clearsim compare scenarios/sea-import-2017.yaml --replications 20');
});

test.each([
  { what: 'Ctrl-C', leave: (terminal: RealTerminal) => terminal.press('\u0003'), code: 130 },
  { what: 'SIGTERM', leave: (terminal: RealTerminal) => void process.kill(programOf(terminal), 'SIGTERM'), code: 143 },
  { what: 'SIGINT', leave: (terminal: RealTerminal) => void process.kill(programOf(terminal), 'SIGINT'), code: 130 },
])('$what gives the terminal back as it was', { skip }, async ({ leave, code }) => {
  const terminal = open('scenarios/sea-import-2017.yaml');
  await terminal.sees('First figures in a moment.');
  leave(terminal);
  expect(await terminal.ended).toBe(code);
  await isAsBefore(terminal);
});

test('a crash gives the terminal back as it was, and says that it is a bug', { skip }, async () => {
  const script = `stty -g; "$0" tests/deep/crash.ts; code=$?; stty -g; exit $code`;
  const terminal = new RealTerminal(['sh', '-c', script, process.execPath], { columns: 80, rows: 24 });
  expect(await terminal.ended).not.toBe(0);
  await isAsBefore(terminal);
  expect(terminal.scrollback()).toContain('a planted fault');
});
