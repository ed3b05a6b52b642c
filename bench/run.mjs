// npm run bench: clearsim against the programs of bench/peers on the customs network, in one run.
// Each program in a process of its own, interleaved, CPU seconds of the whole process (user + system), medians.
// Results are kept in bench/results.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const count = 5_000_000;

const folder = mkdtempSync(join(tmpdir(), 'clearsim-bench-'));
const program = join(root, 'dist/clearsim.js');
const network = readFileSync(join(root, 'scenarios/examples/customs-network.yaml'), 'utf8');

const programs = [
  ...compiled('customs.cpp', 'C++ by hand', count),
  {
    name: 'JavaScript by hand',
    count,
    command: [process.execPath, join(here, 'peers/baseline.mjs'), 'customs', String(count), '1'],
  },
  { name: 'clearsim', count, command: clearsim(count) },
  ...installed(
    'SimPy',
    ['python3', '-c', 'import simpy'],
    ['python3', join(here, 'peers/simpy_bench.py'), 'customs'],
    100_000,
  ),
];

const seconds = new Map(programs.map((each) => [each.name, []]));
for (let round = 0; round < rounds; round++) {
  for (const each of programs) {
    const run = timed(each.command);
    if (run === undefined) continue;
    seconds.get(each.name).push(run.seconds);
  }
}

const rows = programs
  .filter((each) => seconds.get(each.name).length > 0)
  .map((each) => ({
    name: each.name,
    count: each.count,
    cpuSeconds: median(seconds.get(each.name)),
    perCpuSecond: Math.round(each.count / median(seconds.get(each.name))),
  }));
const reference = rows.find((row) => row.name === 'C++ by hand');
const memory = [1_000_000, 10_000_000].map((n) => ({
  consignments: n,
  peakMb: peakOf(clearsim(n)),
}));

console.log(`customs network, ${rounds} rounds interleaved, CPU seconds of the whole process, medians`);
console.log(`${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
for (const row of rows) {
  const ratio = reference === undefined ? '' : `${(row.perCpuSecond / reference.perCpuSecond).toFixed(3)} of C++`;
  console.log(`${row.name.padEnd(20)} ${String(row.perCpuSecond).padStart(10)} consignments per CPU-second  ${ratio}`);
}
for (const each of memory) console.log(`clearsim, ${each.consignments} consignments: ${each.peakMb} MB at most`);
writeFileSync(
  join(here, 'results.json'),
  `${JSON.stringify({ machine: cpus()[0]?.model, node: process.version, rounds, rows, memory }, null, 1)}\n`,
);
rmSync(folder, { recursive: true });

/** clearsim as its users run it, on one thread: all statistics, intervals included. */
function clearsim(n) {
  const file = join(folder, `network-${n}.yaml`);
  writeFileSync(file, network.replace(/stopAfter: \d+ consignments/u, `stopAfter: ${n} consignments`));
  return [
    process.execPath,
    '--import',
    join(here, 'peak-memory.mjs'),
    program,
    'run',
    file,
    '--workers',
    '1',
    '--json',
  ];
}

/** Megabytes that the process had at most. */
function peakOf(command) {
  return Math.round(Number(/peak-kilobytes (\d+)/u.exec(timed(command).talk)[1]) / 1024);
}

/** The C++ program, if there is a compiler. */
function compiled(source, name, n) {
  const target = join(folder, 'peer');
  try {
    execFileSync('g++', ['-O3', '-o', target, join(here, 'peers', source)]);
  } catch {
    console.error('no g++ here: the C++ program is left out, and with it the ratios');
    return [];
  }
  return [{ name, count: n, command: [target, String(n), '1'] }];
}

/** A peer that is raced only where it is installed. */
function installed(name, test, command, n) {
  return spawnSync(test[0], test.slice(1)).status === 0 ? [{ name, count: n, command: [...command, String(n)] }] : [];
}

/** CPU seconds of a process as bash's `time` sees them; none if it fails. */
function timed(command) {
  const run = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bench', ...command], { encoding: 'utf8' });
  if (run.status !== 0) {
    console.error(`${command.join(' ')} failed: ${run.stderr.trim().split('\n').at(0)}`);
    return undefined;
  }
  const [user, system] = run.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, talk: run.stderr };
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
