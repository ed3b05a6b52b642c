import { race } from '../measure.ts';
import { seaImportFile, type Bench, type Finding } from '../subjects.ts';

/** Rules followed: twenty, some with windows of time and conditions among them; then all that ship for the flow. */
const counts = [20, 1000];

/** What it costs that runs of sea import follow rules: CPU time of the whole process, the making ready of the rules included. */
export function rules(bench: Bench): Finding {
  const file = seaImportFile(bench, 60);
  const costs = race(
    [0, ...counts].map((count) => ({
      name: `${count} rules`,
      command: [process.execPath, 'bench/rules.ts', file, String(count)],
    })),
    bench.rounds,
  );
  const without = costs[0]?.cpu ?? Number.NaN;
  const figures = counts.map((count, index) => ({
    rules: count === 20 ? '20 rules' : 'the whole book',
    share: (costs[index + 1]?.cpu ?? Number.NaN) / without - 1,
  }));
  return {
    figures,
    lines: figures.map(({ rules: name, share }) => `${name.padEnd(15)} ${(100 * share).toFixed(1)} % more CPU time`),
  };
}
