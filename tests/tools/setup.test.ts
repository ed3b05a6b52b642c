import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

// A clone in miniature: the real set-up script, an npm that only brings Node, a build that only writes a small program.
let clone: string;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'clearsim-setup-'));
  mkdirSync(join(clone, 'tools'));
  mkdirSync(join(clone, 'src'));
  copyFileSync('tools/setup.mjs', join(clone, 'tools/setup.mjs'));
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  writeFileSync(join(clone, 'program.mjs'), `console.log(process.argv.slice(2).join(' ')); process.exitCode = 3;`);
  writeFileSync(
    join(clone, 'npm.js'),
    `const fs = require('node:fs');
     fs.mkdirSync('node_modules/node/bin', { recursive: true });
     if (!fs.existsSync('node_modules/node/bin/node')) fs.symlinkSync(process.execPath, 'node_modules/node/bin/node');
     console.log('npm ' + process.argv.slice(2).join(' '));`,
  );
  writeFileSync(
    join(clone, 'tools/build.mjs'),
    `import { copyFileSync, mkdirSync } from 'node:fs'; mkdirSync('dist', { recursive: true }); copyFileSync('program.mjs', 'dist/clearsim.js'); console.log('built');`,
  );
});
afterEach(() => rmSync(clone, { recursive: true }));

test('the first start installs, builds, and ends as the program ended', () => {
  const { status, stdout, stderr } = setup('start', 'flows', '--json');
  expect(stdout).toBe('flows --json\n');
  expect(status).toBe(3);
  expect(stderr).toContain('npm ci');
  expect(stderr).toContain('built');
});

test('without arguments the scenarios of 2017 are opened', () => {
  expect(setup('start').stdout).toBe('open scenarios/sea-import-2017.yaml\n');
});

test('the second start does nothing of it again', () => {
  setup('start');
  expect(setup('start').stderr).toBe('');
});

test('a change of the lock installs and builds again', () => {
  setup('start');
  writeFileSync(join(clone, 'package-lock.json'), '{ "name": "changed" }');
  expect(setup('start').stderr).toMatch(/npm ci.*built/s);
});

test('a source that is newer than the bundle builds again, and so does one that is gone', () => {
  const source = join(clone, 'src/room/some.ts');
  mkdirSync(join(clone, 'src/room'));
  writeFileSync(source, '');
  setup('start');
  writeFileSync(source, 'changed');
  expect(setup('start').stderr).toBe('built\n');
  rmSync(source);
  expect(setup('start').stderr).toBe('built\n');
  expect(setup('start').stderr).toBe('');
});

test('what cannot be set up is said, and nothing is started', () => {
  writeFileSync(join(clone, 'tools/build.mjs'), `console.log('no entry'); process.exit(1);`);
  expect(setup('start')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/no entry\nThe build failed\.\n$/),
  });
  writeFileSync(join(clone, 'npm.js'), `process.exit(1);`);
  writeFileSync(join(clone, 'package-lock.json'), '{ "name": "changed" }');
  expect(setup('start')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('The installation failed'),
  });
  expect(setup('dance')).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('usage: ') });
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the program, which may take its time to end',
  async (signal) => {
    writeFileSync(
      join(clone, 'program.mjs'),
      `import { writeFileSync } from 'node:fs';
     const alive = setInterval(() => {}, 1000);
     process.on('${signal}', () => setTimeout(() => { writeFileSync('ended', ''); clearInterval(alive); process.exitCode = 7; }, 50));
     console.log('ready');`,
    );
    const child = spawn(process.execPath, ['tools/setup.mjs', 'start'], {
      cwd: clone,
      env: environment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    expect(await ended).toBe(7);
    expect(existsSync(join(clone, 'ended'))).toBe(true);
  },
);

test('a program that a signal ends is seen to be ended by it', () => {
  writeFileSync(join(clone, 'program.mjs'), `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);`);
  expect(setup('start')).toMatchObject({ status: null, signal: 'SIGTERM' });
});

function setup(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['tools/setup.mjs', ...words], {
    cwd: clone,
    encoding: 'utf8',
    env: environment(),
    timeout: 20_000,
  });
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, npm_execpath: join(clone, 'npm.js'), npm_node_execpath: process.execPath };
}
