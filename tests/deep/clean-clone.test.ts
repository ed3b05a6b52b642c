import { execFileSync, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, sep } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from '../tools/host.ts';

// What a newcomer has: the last commit, the Node of the machine with its npm, and nothing else prepared.
const clone = mkdtempSync(join(tmpdir(), 'clearsim-clone-'));

beforeAll(() => {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone]);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

test('npm start in a clean clone sets up what is missing and prints the comparison, without a terminal', () => {
  const first = timed(() => npmStart());
  expect(first.run).toMatchObject({ status: 0 });
  expect(first.run.stdout).toContain('release time');

  // Now nothing is missing, and nothing is said of setting up.
  const version = timed(() => npmStart('--version'));
  expect(version.run).toMatchObject({ status: 0, stderr: '' });
  console.log(
    `npm start in a clean clone under Node ${hostVersion()}: ${first.seconds} s; --version ${version.seconds} s`,
  );
});

function npmStart(...words: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(host.node, [host.npm, 'start', '--silent', ...(words.length === 0 ? [] : ['--', ...words])], {
    cwd: clone,
    encoding: 'utf8',
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** This environment without what npm and this checkout added to it. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|vitest|node_|init_cwd$|test$|mode$|dev$|prod$|ssr$|base_url$)/i.test(name),
  );
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes(`node_modules${sep}`) && !folder.includes('node-gyp-bin'));
  return { ...Object.fromEntries(kept), PATH: [dirname(host.node), ...path].join(delimiter) };
}

function hostVersion(): string {
  return execFileSync(host.node, ['--version'], { encoding: 'utf8' }).trim();
}

function timed(start: () => SpawnSyncReturns<string>): { run: SpawnSyncReturns<string>; seconds: string } {
  const begin = performance.now();
  const run = start();
  return { run, seconds: ((performance.now() - begin) / 1000).toFixed(1) };
}
