// Completes package-lock.json: node tools/complete-lock.mjs [--check] [FILE]
// Programs in machine code come as optional packages, one for each platform. Where a registry does not have those of
// foreign platforms, `npm install` leaves them out of the lock without a word, and `npm ci` then refuses the lock
// (EUSAGE ... Missing: ... from lock file). So: run this after every change of dependencies. With --check it only says
// what is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const checkOnly = words.includes('--check');
const file =
  words.find((word) => !word.startsWith('--')) ??
  join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');

const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingPackages(lock.packages);

if (missing.length === 0) {
  console.log('The lock is complete.');
} else if (checkOnly) {
  for (const { name, version, parent } of missing)
    console.error(`missing: ${name} ${version}, which ${parent} may need`);
  console.error(`${missing.length} packages are missing: run node tools/complete-lock.mjs`);
  process.exitCode = 1;
} else {
  for (const each of missing) lock.packages[each.path] = entryOf(each);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} packages of other platforms added.`);
}

/** The optional packages of exact version that no entry provides, each with the place where it belongs. */
function missingPackages(packages) {
  const absent = [];
  const paths = new Set(Object.keys(packages));
  for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const found = lookUp(paths, parent, name);
      const isExact = /^\d/.test(version);
      if (
        found !== undefined &&
        (!isExact || (packages[found] ?? absent.find(({ path }) => path === found)).version === version)
      )
        continue;
      if (!isExact)
        throw new Error(`${parent} asks for ${name} ${version}, and only npm can say which version that is`);
      // At the root if the place is free, else beside the parent, where it shadows the other version.
      const path = found === undefined ? `node_modules/${name}` : `${parent}/node_modules/${name}`;
      paths.add(path);
      absent.push({ path, name, version, parent, dev });
    }
  }
  return absent;
}

/** Where Node would find a package from inside another: the nearest node_modules upwards. */
function lookUp(paths, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (paths.has(path)) return path;
    if (folder === '') return undefined;
  }
}

/** What npm would have written, as far as the name tells it: `@oxlint/binding-linux-arm64-musl`. */
function entryOf({ name, version, dev }) {
  const [, os, cpu, kind = ''] =
    /(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (os === undefined || cpu === undefined) throw new Error(`${name} does not tell its platform`);
  const libc = { gnu: 'glibc', musl: 'musl' }[kind];
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [os],
  };
}
