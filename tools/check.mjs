// All checks of the project, one line each, and what `npm test` runs:  node tools/check.mjs
// With --deep: the long tests instead (npm run test:deep).
// Further words choose among the tests, which then are all that runs:  npm test -- tests/engine
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const deep = words.includes('--deep');
const chosen = words.filter((word) => word !== '--deep');

const kernel = ['kernel', 'tools/kernel.mjs'];
// The tests of the command line run the bundle.
const build = ['build', 'tools/build.mjs', '--types'];

/** The checks in the order of their price; each is a program of JavaScript with its arguments. */
const quick = [
  ['format', 'node_modules/oxfmt/bin/oxfmt', '--check'],
  kernel,
  ['types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['types of kernel', 'node_modules/typescript/bin/tsc', '-p', 'src/kernel/assembly'],
  ['types of tools', 'node_modules/typescript/bin/tsc', '-p', 'tools'],
  ['lint', 'node_modules/oxlint/bin/oxlint', '--format=unix'],
  ['dead code', 'node_modules/knip/bin/knip.js', '--no-progress'],
  build,
  ['package', 'node_modules/publint/src/cli.js', '--strict'],
];

const score = { passed: 0, failed: 0 };
for (const [name, ...command] of deep || chosen.length > 0 ? [kernel, build] : quick) check(name, command);
test(deep ? ['--mode', 'deep', ...chosen] : chosen);
console.log(`${score.passed} passed, ${score.failed} failed`);
process.exitCode = score.failed === 0 ? 0 : 1;

/** Runs a check that passes or fails as a whole. */
function check(name, command) {
  const run = timed(command);
  tell(name, run, run.passed ? 'passed' : 'FAILED');
  score[run.passed ? 'passed' : 'failed'] += 1;
}

/** Runs the tests and counts them one by one. */
function test(selection) {
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-check-'));
  const file = join(folder, 'tests.json');
  const run = timed([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...selection,
  ]);
  const counts = countsIn(file);
  rmSync(folder, { recursive: true });
  // A file that could not be loaded, or an error outside all tests, has no failed test to be counted.
  if (!run.passed && counts.failed === 0) counts.failed = 1;
  // Deep tests tell what they measured.
  const skipped = counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`;
  tell(deep ? 'deep tests' : 'tests', run, `${counts.passed} passed, ${counts.failed} failed${skipped}`, deep);
  score.passed += counts.passed;
  score.failed += counts.failed;
}

function countsIn(file) {
  try {
    const counts = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: counts.numPassedTests, failed: counts.numFailedTests, skipped: counts.numPendingTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Runs a program of JavaScript on this Node, so that neither PATH nor a shell has a say. */
function timed(command) {
  const start = performance.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const options = /** @type {const} */ ({ cwd: root, encoding: 'utf8', maxBuffer: Infinity });
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    ...options,
    env: { ...process.env, ...colour },
  });
  return { passed: status === 0, output: `${stdout}${stderr}`.trim(), seconds: (performance.now() - start) / 1000 };
}

/** One line for a check; its own words only where they are needed. */
function tell(name, { passed, output, seconds }, verdict, always = false) {
  if ((always || !passed) && output !== '') console.log(output);
  console.log(`${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s  ${verdict}`);
}
