// Compiles the kernel (src/kernel/assembly, AssemblyScript) to WebAssembly:
//   node tools/kernel.mjs                       writes src/kernel/binary.ts, which the room's door imports, unless it is new
//   node tools/kernel.mjs ENTRY OUT [FLAG ..]   compiles another entry into a file, for tests
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'src/kernel/assembly');
const binary = join(root, 'src/kernel/binary.ts');
const [entry, out, ...flags] = process.argv.slice(2);

if (entry !== undefined && out !== undefined) {
  compile(entry, out, flags);
} else if (isOld()) {
  const folder = mkdtempSync(join(tmpdir(), 'clearsim-kernel-'));
  const file = join(folder, 'kernel.wasm');
  compile('src/kernel/assembly/index.ts', file, []);
  const text = readFileSync(file).toString('base64');
  rmSync(folder, { recursive: true });
  writeFileSync(
    binary,
    `/** The kernel as WebAssembly, in base64. Made by tools/kernel.mjs. */\nexport const binary: string =\n  '${text}';\n`,
  );
}

/** Whether something that the binary is made of is newer than it: a source, this program, or the compiler by the lock. */
function isOld() {
  if (!existsSync(binary)) return true;
  const made = statSync(binary).mtimeMs;
  const files = readdirSync(sources).map((name) => join(sources, name));
  return [...files, sources, join(root, 'tools/kernel.mjs'), join(root, 'package-lock.json')].some(
    (file) => statSync(file).mtimeMs > made,
  );
}

/**
 * Compiles with everything that makes it fast, without a collector of garbage (the kernel makes none), and with the names of
 * functions (`--debug`), so that a profile tells where time goes; they cost 44 KB and no time.
 */
function compile(source, target, more) {
  const command = [
    'node_modules/assemblyscript/bin/asc.js',
    source,
    '--outFile',
    target,
    '-O3',
    '--debug',
    '--runtime',
    'stub',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...more], {
    cwd: root,
    encoding: 'utf8',
  });
  // A warning is a mistake: mixed widths, a lost sign.
  if (status === 0 && stderr === '') return;
  console.error(`${stdout}${stderr}`);
  process.exit(1);
}
