import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clearsim-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('package-lock.json names the packages of all platforms, so that npm ci takes it anywhere', () => {
  expect(completeLock('--check')).toEqual({ status: 0, said: 'The lock is complete.\n' });
});

test('package-lock.json names no registry', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});

test('a lock without the packages of foreign platforms is found and completed', () => {
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify({ packages: { 'node_modules/tool': tool('1.0.0') } }));

  expect(completeLock('--check', file)).toEqual({
    status: 1,
    said: 'missing: @tool/linux-arm64-musl 1.0.0, which node_modules/tool may need\n1 packages are missing: run node tools/complete-lock.mjs\n',
  });
  expect(completeLock(file)).toEqual({ status: 0, said: '1 packages of other platforms added.\n' });
  expect(completeLock('--check', file).status).toBe(0);
  expect(packagesIn(file)).toMatchObject({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  });
});

test('where another version has the place, the package goes beside its parent', () => {
  const file = join(folder, 'package-lock.json');
  writeFileSync(
    file,
    JSON.stringify({
      packages: { 'node_modules/a/node_modules/tool': tool('1.0.0'), 'node_modules/tool': tool('2.0.0') },
    }),
  );
  completeLock(file);
  expect(completeLock('--check', file).status).toBe(0);
  expect(Object.keys(packagesIn(file))).toEqual([
    'node_modules/@tool/linux-arm64-musl',
    'node_modules/a/node_modules/tool',
    'node_modules/tool',
    'node_modules/tool/node_modules/@tool/linux-arm64-musl',
  ]);
});

function tool(version: string): object {
  return { version, dev: true, optionalDependencies: { '@tool/linux-arm64-musl': version } };
}

function packagesIn(file: string): object {
  return (JSON.parse(readFileSync(file, 'utf8')) as { packages: object }).packages;
}

function completeLock(...words: readonly string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/complete-lock.mjs', ...words], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}
