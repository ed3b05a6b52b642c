// Makes dist/: the command line, the worker's job and the library, each whole in itself, for Node 22 and newer.
//   node tools/build.mjs [--types]     --types also writes the declarations of the library to dist/types
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

const entries = {
  main: 'src/cli/main.ts',
  job: 'src/experiment/worker.ts',
  index: 'src/index.ts',
  testing: 'src/testing.ts',
  // piscina starts a file called worker.js that lies beside its own code.
  worker: 'node_modules/piscina/dist/worker.js',
};

/** The first file that runs: it must be readable by old versions of Node, to say that they are too old. What Node has compiled once it keeps for the next start. */
const preflight = `#!/usr/bin/env node
var version = process.versions.node.split('.').map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 12)) {
  console.error('clearsim needs Node 22.12 or newer; this is ' + process.version + '.');
  process.exit(2);
}
import('node:module').then(function (module) {
  if (module.enableCompileCache) module.enableCompileCache();
  return import('./main.js');
});
`;

run(['tools/kernel.mjs']);
const missing = Object.values(entries).filter((entry) => !existsSync(join(root, entry)));
if (missing.length > 0) {
  console.error(`Cannot build: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`);
  process.exit(1);
}

const tables = await readyTables();

try {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: dist,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    // Node 22 knows the flag v, which esbuild would turn into a constructor: that takes ten times as long at every start.
    supported: { 'regexp-set-notation': true },
    logLevel: 'warning',
    define: {
      'process.env.NODE_ENV': '"production"',
      __dirname: 'import.meta.dirname',
      compilerDigest: JSON.stringify(compilerDigest()),
    },
    // Bundled CommonJS asks for Node's modules by `require`.
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
    // The package's `node` build is CommonJS; this one is the same parser as ES modules.
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    // Optional in piscina, and used only to lower a worker's priority.
    external: ['@napi-rs/nice'],
    plugins: [withoutDevtools(), withTables(tables)],
  });
  removeAllBut([...Object.keys(metafile.outputs).map((path) => basename(path)), 'types', 'clearsim.js']);
} catch (error) {
  // What is wrong with the sources, and where, esbuild has said.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exit(1);
}
if (process.argv.includes('--types')) writeDeclarations();
// Last, since its age is the age of the bundle.
writeFileSync(join(dist, 'clearsim.js'), preflight);
chmodSync(join(dist, 'clearsim.js'), 0o755);

/** Ink asks for React's developer tools only when it is being debugged. */
function withoutDevtools() {
  return {
    name: 'without-devtools',
    setup(builder) {
      builder.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
      builder.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default {}' }));
    },
  };
}

/** Tables of the built-in flows, by name, and of their machines that tell of every state, which are stepped: the compiler takes a tenth of a second for the largest, which neither a start nor a key should wait for. */
async function readyTables() {
  const { compileFlow } = await import('../src/compile/index.ts');
  const { builtInFlows, marked } = await import('../src/flows/index.ts');
  const all = Object.values(builtInFlows).flatMap((flow) => [
    { name: flow.name, flow },
    { name: `marked ${flow.name}`, flow: { ...flow, machine: marked(flow.machine).machine } },
  ]);
  return Object.fromEntries(
    all.map(({ name, flow }) => {
      const table = compileFlow(flow);
      if (!table.ok) throw new Error(`${name} cannot be compiled: ${table.wrong[0]?.reason.en}`);
      return [name, table.value];
    }),
  );
}

/** Puts the tables where the sources have none. */
function withTables(made) {
  return {
    name: 'with-tables',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]compile[\\/]ready-tables\.ts$/ }, () => ({
        contents: `export const readyTables = JSON.parse(${JSON.stringify(JSON.stringify(made))});`,
      }));
    },
  };
}

/** A digest of all that a table hangs on beside its flow: the compiler, what it knows of machines, and XState by the lock. */
function compilerDigest() {
  const digest = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['src/compile', 'src/flows'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted())
      if (name.endsWith('.ts')) digest.update(readFileSync(join(root, folder, name)));
  return digest.digest('hex');
}

/** Removes what earlier builds left; only now, since a program that runs may still load its parts. */
function removeAllBut(names) {
  for (const name of readdirSync(dist)) if (!names.includes(name)) rmSync(join(dist, name), { recursive: true });
}

function writeDeclarations() {
  rmSync(join(dist, 'types'), { recursive: true, force: true });
  run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json']);
}

/** Runs a program of JavaScript that says itself what is wrong. */
function run(command) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}
