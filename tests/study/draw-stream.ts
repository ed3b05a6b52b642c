// Writes draws to standard output, 32 bits each, without end: for a battery of tests that reads random bits.
//   node tests/study/draw-stream.ts STREAM [SEED] | dieharder -a -g 200
import { writeSync } from 'node:fs';
import { purpose, seedKey } from '../../src/random/index.ts';
import { compileKernel } from '../kernel/compile-kernel.ts';

/** What runs fastest, and how far, before the next consignment comes. */
const arrangements: Readonly<Record<string, { visits: number; purposes: number; replications: number }>> = {
  /** One draw of each consignment. */
  consignments: { visits: 1, purposes: 1, replications: 1 },
  /** A thousand draws for one purpose of each consignment: as many as a run allows. */
  visits: { visits: 1000, purposes: 1, replications: 1 },
  /** A draw of each consignment for each of sixty-four purposes. */
  purposes: { visits: 1, purposes: 64, replications: 1 },
  /** The same consignment in a thousand replications. */
  replications: { visits: 1, purposes: 1, replications: 1000 },
  /** As a run draws: a dozen purposes, two draws each. */
  run: { visits: 2, purposes: 12, replications: 1 },
};

const arrangement = arrangements[process.argv[2] ?? ''];
if (arrangement === undefined) throw new Error(`one of ${Object.keys(arrangements).join(', ')}`);

interface Streams {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly room: (count: number) => number;
  readonly fill: (...of: readonly number[]) => void;
}

const { exports } = new WebAssembly.Instance(compileKernel('tests/kernel/assembly/draws.ts'), {
  env: { abort: () => undefined },
});
const { memory, room, fill } = exports as unknown as Streams;
const count = 1 << 18;
const names = Array.from({ length: arrangement.purposes }, (_, index) => purpose(`activities.${index}`));
const purposesAt = room(names.length);
const at = room(count);
new Int32Array(memory.buffer, purposesAt, names.length).set(names);
const { low, high } = seedKey(process.argv[3] ?? 'battery');

for (let first = 0; ; first += count) {
  fill(at, count, first, low, high, arrangement.visits, purposesAt, names.length, arrangement.replications);
  const bytes = new Uint8Array(memory.buffer, at, count * 4);
  for (let written = 0; written < bytes.length;) written += writeSome(bytes.subarray(written));
}

/** Bytes written; none while the reader is busy. Who has read enough ends it. */
function writeSome(bytes: Uint8Array): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EPIPE') process.exit(0);
    if (code !== 'EAGAIN') throw error;
    return 0;
  }
}
