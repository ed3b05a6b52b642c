import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goldenCommand, shipped } from '../golden/golden.ts';
import digests from '../golden/digests.json' with { type: 'json' };
import { host } from '../tools/host.ts';

// The same bytes on any Node, in any zone, language and folder, with any number of threads. The build has been made.
const folder = mkdtempSync(join(tmpdir(), 'clearsim-nodes-'));
const elsewhere = join(folder, 'ein Ordner', '报关');

beforeAll(() => {
  mkdirSync(elsewhere, { recursive: true });
  cpSync('scenarios', join(elsewhere, 'scenarios'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Another Node, from the package of that name. */
function nodeOf(version: string): string {
  const home = join(folder, version);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, allowScripts: { node: true } }));
  execFileSync(host.node, [host.npm, 'install', `node@${version}`, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: 'pipe',
  });
  return join(home, 'node_modules/node/bin/node');
}

test.each([
  { version: '22', zone: 'Pacific/Chatham', language: 'tr_TR.UTF-8', workers: 2 },
  { version: '24', zone: 'America/St_Johns', language: 'zh_CN.UTF-8', workers: 3 },
  { version: '26', zone: 'Asia/Kathmandu', language: 'C', workers: 8 },
])('Node $version in $zone under $language with $workers threads', ({ version, zone, language, workers }) => {
  const node = version === '24' ? process.execPath : nodeOf(version);
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`));
  const found = shipped.map((file) => {
    const words = goldenCommand(file).map((word, index, all) =>
      all[index - 1] === '--workers' ? String(workers) : word,
    );
    const { stdout, stderr } = spawnSync(node, [resolve('dist/clearsim.js'), ...words], {
      cwd: elsewhere,
      env: { ...process.env, TZ: zone, LC_ALL: language, LANG: language },
      maxBuffer: Infinity,
    });
    return [file, stderr.length > 0 ? stderr.toString() : createHash('sha256').update(stdout).digest('hex')];
  });
  expect(Object.fromEntries(found)).toEqual(digests);
});
