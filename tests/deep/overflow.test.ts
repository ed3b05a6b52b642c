import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';

// Twice as many consignments come as one officer can clear. The bundle as a process of its own; the build has been made.
const folder = mkdtempSync(join(tmpdir(), 'clearsim-overflow-'));
const file = join(folder, 'overloaded.yaml');
writeFileSync(
  file,
  `name: Overloaded
flow: {initial: review, states: {review: {invoke: {src: review, onDone: done}}, done: {type: final, tags: [released]}}}
arrivals: {consignments: {every: exponential(1 min)}}
activities: {review: {needs: officers, takes: exponential(2 min)}}
resources: {officers: 1}
run: {stopAfter: 100000000 consignments, seed: overloaded, replications: 1}
`,
);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = ['dist/clearsim.js', 'run', file, '--json', '--workers', '1'];

test('a queue that grows without bound is stopped: its station named, the result partial, exit 3, memory bounded', () => {
  const run = spawnSync(process.execPath, ['--import', './bench/peak-memory.mjs', ...command], { encoding: 'utf8' });
  expect(run.status).toBe(3);
  expect(run.stderr).toMatch(
    /overloaded: Overloaded, .* consignments are in the system, the longest line before 'officers'/,
  );
  expect(JSON.parse(run.stdout)).toMatchObject({ partial: true });
  // A run has 1 GiB at most, the program with its packages some 150 MB.
  expect(Number(/peak-kilobytes (\d+)/.exec(run.stderr)?.[1])).toBeLessThan(1.3 * 1024 * 1024);
});

test('one long replication is left at once when it is interrupted', async () => {
  const child = spawn(process.execPath, command, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await pause(1500);
  const at = performance.now();
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  // A replication under way would go on for some seconds; leaving it takes a tenth of one.
  expect(performance.now() - at).toBeLessThan(1500);
});
