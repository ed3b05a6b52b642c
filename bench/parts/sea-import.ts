import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measure, race } from '../measure.ts';
import { alone, networkEvents, seaImportFile, type Bench, type Finding } from '../subjects.ts';
import { shares } from '../shares.ts';

/** What `bench/work.ts` counts. */
interface Work {
  readonly consignments: number;
  readonly events: number;
  readonly steps: number;
  readonly draws: number;
}

const replications = 200;

/** What a consignment of the shipped sea import costs, all measures and all indicators, in events of the C++ program; and where the time goes. */
export function seaImport(bench: Bench): Finding {
  const file = seaImportFile(bench, replications);
  const program = alone('clearsim', file);
  const work = JSON.parse(measure({ name: 'work', command: [process.execPath, 'bench/work.ts', file] }).out) as Work;
  const reference = 5_000_000;
  const [own, peer] = race(
    [program, ...(bench.reference === undefined ? [] : [bench.reference(reference)])],
    bench.rounds,
  );
  const each = ((own?.cpu ?? Number.NaN) * 1e9) / work.consignments;
  const peerEvent = ((peer?.cpu ?? Number.NaN) * 1e9) / reference / networkEvents;
  const goes = shares(profile(bench, program.command));
  const figures = {
    consignments: work.consignments,
    perCpuSecond: Math.round(1e9 / each),
    nanosecondsPerConsignment: each,
    nanosecondsPerEvent: (each * work.consignments) / work.events,
    peerEvents: each / peerEvent,
    eventsPerConsignment: work.events / work.consignments,
    stepsPerConsignment: work.steps / work.consignments,
    drawsPerConsignment: work.draws / work.consignments,
    timeGoes: goes,
  };
  return {
    figures,
    lines: [
      `${figures.perCpuSecond} consignments per CPU-second: ${each.toFixed(0)} ns each, ${figures.peerEvents.toFixed(1)} events of the C++ program (${peerEvent.toFixed(0)} ns)`,
      `${figures.nanosecondsPerEvent.toFixed(0)} ns per event; a consignment has ${figures.eventsPerConsignment.toFixed(2)} events, ${figures.stepsPerConsignment.toFixed(2)} steps of its machine, ${figures.drawsPerConsignment.toFixed(2)} draws`,
      `time goes to ${goes.map(({ where, share }) => `${where} ${(100 * share).toFixed(0)} %`).join(', ')}`,
    ],
  };
}

/** The profile of a run, as V8 writes it. */
function profile({ folder }: Bench, [node = '', ...words]: readonly string[]): string {
  const place = join(folder, 'profile');
  measure({ name: 'profile', command: [node, '--cpu-prof', `--cpu-prof-dir=${place}`, ...words] });
  const text = readdirSync(place).map((name) => readFileSync(join(place, name), 'utf8'));
  rmSync(place, { recursive: true });
  return text[0] ?? '';
}
