import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kernelBytes } from '../../tests/kernel/compile-kernel.ts';
import { measure, median, race } from '../measure.ts';
import { alone, pendingFile, type Bench, type Finding } from '../subjects.ts';

const lengths = [1000, 30_000, 1_000_000];
/** As `Load` in bench/assembly/hold.ts numbers them. */
const loads = [
  { name: 'one scale', planned: 1 },
  { name: '14-day deadlines beside services of 2 minutes', planned: 1 },
  { name: 'all at the full hour', planned: 1 },
  { name: 'ten decades', planned: 1 },
  { name: 'two deadlines planned and two met with each event', planned: 3 },
];
const consignments = 3_000_000;

/** What an event costs when few or many are pending: in the event list by itself under several loads, and in whole runs. */
export function eventList(bench: Bench): Finding {
  const wasm = join(bench.folder, 'hold.wasm');
  writeFileSync(wasm, kernelBytes('bench/assembly/hold.ts'));
  const list = loads.map(({ name, planned }, load) => ({
    load: name,
    nanoseconds: lengths.map(
      (pending) => median(Array.from({ length: bench.rounds }, () => hold(wasm, pending, load))) / planned,
    ),
  }));
  const costs = race(
    lengths.map((pending) => alone('clearsim', pendingFile(bench, pending, consignments))),
    bench.rounds,
  );
  // A consignment arrives and is released.
  const runs = costs.map(({ cpu }) => (cpu * 1e9) / consignments / 2);
  return {
    figures: { pending: lengths, list, runs },
    lines: [
      `nanoseconds for each planned event with ${lengths.join(', ')} pending; in brackets, times those of one scale`,
      ...list.map(
        ({ load, nanoseconds }) =>
          `${load.padEnd(50)} ${nanoseconds
            .map(
              (each, index) =>
                `${each.toFixed(0)} (${(each / (list[0]?.nanoseconds[index] ?? Number.NaN)).toFixed(1)})`,
            )
            .join('  ')}`,
      ),
      `${'whole runs, start included'.padEnd(50)} ${runs.map((each) => `${each.toFixed(0)} (${(each / (runs[0] ?? Number.NaN)).toFixed(1)} times ${lengths[0]} pending)`).join('  ')}`,
    ],
  };
}

function hold(wasm: string, pending: number, load: number): number {
  return Number(
    measure({ name: 'hold', command: [process.execPath, 'bench/hold.ts', wasm, String(pending), String(load)] }).out,
  );
}
