import { race } from '../measure.ts';
import { seaImportFile, type Bench, type Finding } from '../subjects.ts';

/** Rules followed: the first twenty; twenty with conditions; all that ship for the flow. */
const subjects = { '20 rules': ['20'], '20 with conditions': ['20', 'when'], 'the whole book': ['1000'] } as const;

/** What it costs that runs of sea import follow rules: CPU time of the whole process, the making ready of the rules included. */
export function rules(bench: Bench): Finding {
  const file = seaImportFile(bench, 60);
  const [without, ...costs] = race(
    [['0'], ...Object.values(subjects)].map((words) => ({
      name: `rules ${words.join(' ')}`,
      command: [process.execPath, 'bench/rules.ts', file, ...words],
    })),
    bench.rounds,
  );
  const figures = Object.keys(subjects).map((name, index) => ({
    rules: name,
    share: (costs[index]?.cpu ?? Number.NaN) / (without?.cpu ?? Number.NaN) - 1,
  }));
  return {
    figures,
    lines: figures.map(({ rules: name, share }) => `${name.padEnd(18)} ${(100 * share).toFixed(1)} % more CPU time`),
  };
}
