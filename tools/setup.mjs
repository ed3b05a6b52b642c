// Sets up what is missing, then runs a part of the project with the Node in node_modules:
//   node tools/setup.mjs start | test | deep | bench | study [arguments]
// It is what `npm start`, `npm test` and the others call. It runs on Node 20 and needs no package.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const bundle = join(root, 'dist/clearsim.js');
const stamp = join(root, 'node_modules/.clearsim-lock');

/**
 * What each word runs: arguments of Node, and whether it needs the bundle.
 * @type {Record<string, { needsBundle: boolean, command: (words: string[]) => string[] }>}
 */
const parts = {
  start: {
    needsBundle: true,
    command: (words) => [bundle, ...(words.length > 0 ? words : ['open', 'scenarios/sea-import-2017.yaml'])],
  },
  test: { needsBundle: false, command: (words) => ['tools/check.mjs', ...words] },
  deep: { needsBundle: false, command: (words) => ['tools/check.mjs', '--deep', ...words] },
  bench: { needsBundle: true, command: (words) => ['bench/run.ts', ...words] },
  study: {
    needsBundle: false,
    command: (words) => ['node_modules/vitest/vitest.mjs', 'run', '--mode', 'study', ...words],
  },
};

const [word = '', ...words] = process.argv.slice(2);
const part = parts[word] ?? giveUp(`usage: node tools/setup.mjs ${Object.keys(parts).join(' | ')} [arguments]`, 2);

if (needsInstall()) install();
if (part.needsBundle && needsBuild()) run([join(root, 'tools/build.mjs')], 'The build failed.');
handOver(part.command(words));

function needsInstall() {
  return !existsSync(node) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockDigest();
}

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function install() {
  console.error('Installing the packages of package-lock.json (about half a minute, once) ...');
  const npm = process.env.npm_execpath ?? '';
  // All packages are development dependencies, which NODE_ENV=production would leave out.
  const command = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm runs on the Node that started it: the one in node_modules is about to be replaced.
  const { status } = npm.endsWith('.js')
    ? spawnSync(process.env.npm_node_execpath ?? process.execPath, [npm, ...command], {
        cwd: root,
        stdio: ['ignore', 2, 2],
      })
    : spawnSync('npm', command, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) giveUp('The installation failed: see above. `npm ci` repeats it.');
  if (!existsSync(node))
    giveUp(
      'The package `node` did not bring its program: its install script must be allowed (npm config get ignore-scripts).',
    );
  writeFileSync(stamp, lockDigest());
}

/** Whether a file that goes into the bundle is newer than the bundle. */
function needsBuild() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return ['src', 'tools', 'scenarios', 'package-lock.json'].some((each) => newest(join(root, each)) > built);
}

/**
 * The latest change of a file, or of all that a folder holds, itself included (a file may have been taken away).
 * @param {string} path
 * @returns {number} milliseconds; 0 if there is nothing
 */
function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newest(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inside);
}

/** Runs Node to its end, its talk on stderr. */
function run(command, complaint) {
  const { status } = spawnSync(node, command, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) giveUp(complaint);
}

/** Becomes, as far as it can be seen from outside, Node with this command: its streams, its signals, its end. */
function handOver(command) {
  // spawnSync would leave the program behind when a signal ends this process.
  const child = spawn(node, command, { cwd: root, stdio: 'inherit' });
  process.on('SIGINT', (signal) => child.kill(signal));
  process.on('SIGTERM', (signal) => child.kill(signal));
  process.on('SIGHUP', (signal) => child.kill(signal));
  child.on('error', (error) => giveUp(error.message));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** @returns {never} */
function giveUp(message, code = 1) {
  console.error(message);
  process.exit(code);
}
