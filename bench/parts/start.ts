import { race } from '../measure.ts';
import { clearsim, type Bench, type Finding } from '../subjects.ts';

const commands: readonly (readonly string[])[] = [
  ['--version'],
  ['validate', 'scenarios/examples/mm3.yaml'],
  ['validate', 'scenarios/sea-import-2017.yaml'],
  ['run', 'scenarios/examples/mm3.yaml', '--json'],
  ['run', 'scenarios/sea-import-2017.yaml', '--json'],
];

/** Seconds of the clock for short commands, from the start of the process to its end. */
export function start(bench: Bench): Finding {
  const costs = race(
    commands.map((words) => clearsim(words.join(' '), ...words)),
    bench.rounds,
  );
  const figures = commands.map((words, index) => ({
    command: words.join(' '),
    seconds: costs[index]?.wall ?? Number.NaN,
  }));
  return {
    figures,
    lines: figures.map(({ command, seconds }) => `clearsim ${command.padEnd(50)} ${seconds.toFixed(2)} s`),
  };
}
