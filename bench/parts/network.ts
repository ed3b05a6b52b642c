import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { race, type Program } from '../measure.ts';
import { alone, networkFile, type Bench, type Finding } from '../subjects.ts';

interface Racer {
  readonly program: Program;
  readonly consignments: number;
}

/** Consignments per CPU-second on the customs network, against other programs of the same model, all statistics included. */
export function network(bench: Bench): Finding {
  const racers = [...ours(bench), ...peers()];
  const costs = race(
    racers.map(({ program }) => program),
    bench.rounds,
  );
  const figures = racers.map(({ program: { name }, consignments }, index) => ({
    name,
    consignments,
    cpuSeconds: costs[index]?.cpu ?? Number.NaN,
    perCpuSecond: Math.round(consignments / (costs[index]?.cpu ?? Number.NaN)),
  }));
  const own = figures.find(({ name }) => name === 'clearsim')?.perCpuSecond ?? Number.NaN;
  return {
    figures,
    lines: figures.map(
      ({ name, perCpuSecond }) =>
        `${name.padEnd(20)} ${String(perCpuSecond).padStart(9)} consignments per CPU-second` +
        (name === 'clearsim' ? '' : `; clearsim is ${times(own / perCpuSecond)} times as fast`),
    ),
  };
}

function ours(bench: Bench): readonly Racer[] {
  const consignments = 10_000_000;
  const byHand = [process.execPath, 'bench/peers/baseline.mjs', 'customs', String(consignments), '1'];
  return [
    ...(bench.reference === undefined ? [] : [{ program: bench.reference(consignments), consignments }]),
    { program: { name: 'JavaScript by hand', command: byHand }, consignments },
    { program: alone('clearsim', networkFile(bench, consignments)), consignments },
  ];
}

/**
 * Peers that are installed. Node looks for simjs in NODE_PATH too, Python for SimPy in PYTHONPATH, R for simmer in R_LIBS;
 * JAAMSIM names the jar of JaamSim.
 */
function peers(): readonly Racer[] {
  const node = (program: string, ...words: readonly string[]) => [process.execPath, `bench/peers/${program}`, ...words];
  const python = ['python3', '/usr/bin/python3'].find((each) => works([each, '-c', 'import simpy; simpy.Environment']));
  const simjs = works([process.execPath, '-e', "globalThis.window = globalThis; require('simjs')"]);
  const jar = process.env['JAAMSIM'] ?? '';
  const jaamsim = `{ cat bench/peers/jaamsim.cfg; echo 'Shipments Value { 500000 }'; } | java -jar "$JAAMSIM" -h -s`;
  return [
    racer('raw XState actors', 100_000, node('xstate_bench.mjs', '100000', 'actors')),
    ...(simjs ? [racer('simjs', 500_000, node('simjs_bench.mjs', 'customs', '500000'))] : []),
    ...(python === undefined
      ? []
      : [racer('SimPy', 100_000, [python, 'bench/peers/simpy_bench.py', 'customs', '100000'])]),
    ...(existsSync(jar) && works(['java', '-version']) ? [racer('JaamSim', 500_000, ['bash', '-c', jaamsim])] : []),
    ...(works(['Rscript', '-e', 'library(simmer)'])
      ? [racer('simmer', 200_000, ['Rscript', 'bench/peers/simmer_bench.R', 'customs', '200000', '1'])]
      : []),
  ];
}

function racer(name: string, consignments: number, command: readonly string[]): Racer {
  return { program: { name, command }, consignments };
}

function works([program = '', ...words]: readonly string[]): boolean {
  return spawnSync(program, words).status === 0;
}

function times(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}
