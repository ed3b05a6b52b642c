import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { host } from './host.ts';

// What a user gets: the package as it would be published, installed into an empty folder without network and scripts. The build has been made.
const folder = mkdtempSync(join(tmpdir(), 'clearsim-package-'));
const command = join(folder, 'node_modules/clearsim/dist/clearsim.js');

beforeAll(() => {
  npm(process.cwd(), 'pack', '--pack-destination', folder);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  npm(folder, 'install', `./${archive}`, '--ignore-scripts', '--offline', '--no-audit', '--no-fund');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('clearsim is one package, whole in itself', () => {
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['clearsim']);
  expect(readdirSync(join(folder, 'node_modules/clearsim')).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'dist',
    'docs',
    'package.json',
    'scenarios',
  ]);
  // Lessons come with it, from wherever it is asked for them.
  expect(clearsim('learn', '3', '--answer', '9').stdout).toContain('Not yet: 9.');
});

test('the command says its version and compares scenarios, in threads too', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(clearsim('--version')).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });

  copyFileSync('scenarios/examples/mm3.yaml', join(folder, 'mm3.yaml'));
  const alone = clearsim('run', 'mm3.yaml', '--json', '--replications', '4', '--workers', '1', '-q');
  const inThreads = clearsim('run', 'mm3.yaml', '--json', '--replications', '4', '--workers', '2', '-q');
  expect(alone).toMatchObject({ status: 0, stderr: '' });
  expect(JSON.parse(alone.stdout)).toMatchObject({ scenario: 'M/M/3', replications: 4 });
  expect(inThreads).toEqual(alone);
});

test('a program can import clearsim, and its types need no other package', () => {
  writeFileSync(
    join(folder, 'program.ts'),
    `import { readFileSync } from 'node:fs';
import { compareScenarios, type Comparison } from 'clearsim';

const text = readFileSync('mm3.yaml', 'utf8');
const compared = await compareScenarios([{ file: 'mm3.yaml', text }], { replications: 2 });
if (!compared.ok) throw new Error(compared.wrong[0]?.mistakes[0]?.message.en);
const comparison: Comparison | undefined = compared.value?.comparison;
console.log(comparison?.scenarios[0]?.replications);
`,
  );
  copyFileSync('scenarios/examples/mm3.yaml', join(folder, 'mm3.yaml'));
  expect(compile('program.ts')).toMatchObject({ status: 0, stdout: '' });
  expect(execFileSync(process.execPath, ['program.ts'], { cwd: folder, encoding: 'utf8' })).toBe('2\n');
});

test('the example of clearsim/testing does what its page says, with the fast-check and vitest of the user', () => {
  const page = readFileSync('docs/reference/testing.md', 'utf8');
  const [, example = ''] = /```ts\n([^]*?)```/u.exec(page) ?? [];
  const tests = join(folder, 'tests');
  mkdirSync(tests);
  writeFileSync(join(tests, 'example.test.ts'), example);
  for (const name of ['fast-check', 'vitest'])
    symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
  const run = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run', '--root', tests], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect(run.stdout).toMatch(/Tests +2 passed \(2\)/u);
  expect(compile('tests/example.test.ts')).toMatchObject({ status: 0, stdout: '' });
});

/** Checks the types of a program of the user, those of packages included. */
function compile(program: string): { status: number | null; stdout: string } {
  return spawnSync(
    process.execPath,
    [
      resolve('node_modules/typescript/bin/tsc'),
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--allowImportingTsExtensions',
      '--typeRoots',
      resolve('node_modules/@types'),
      '--types',
      'node',
      program,
    ],
    { cwd: folder, encoding: 'utf8' },
  );
}

function clearsim(...words: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function npm(cwd: string, ...words: readonly string[]): void {
  execFileSync(host.node, [host.npm, ...words, '--silent'], { cwd, encoding: 'utf8' });
}
