import { availableParallelism } from 'node:os';
import { race } from '../measure.ts';
import { clearsim, seaImportFile, type Bench, type Finding } from '../subjects.ts';

/** How much sooner two workers are ready than one, by the clock. */
export function workers(bench: Bench): Finding {
  const file = seaImportFile(bench, 480);
  const [one, two] = race(
    ['1', '2'].map((count) => clearsim(`${count} workers`, 'run', file, '--json', '--workers', count)),
    bench.rounds,
  );
  const figures = { processors: availableParallelism(), one: one?.wall, two: two?.wall };
  const ratio = (one?.wall ?? Number.NaN) / (two?.wall ?? Number.NaN);
  return {
    figures: { ...figures, ratio },
    lines: [
      `one worker ${figures.one?.toFixed(2)} s, two ${figures.two?.toFixed(2)} s on ${figures.processors} processors: ${ratio.toFixed(2)} times as fast`,
    ],
  };
}
