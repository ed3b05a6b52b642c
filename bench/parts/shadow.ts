import { race } from '../measure.ts';
import { networkFile, seaImportFile, type Bench, type Finding } from '../subjects.ts';

/** What it costs that one consignment in a thousand is replayed through its XState machine. */
export function shadow(bench: Bench): Finding {
  const files = { network: networkFile(bench, 3_000_000), 'sea-import': seaImportFile(bench, 60) };
  const figures = Object.entries(files).map(([name, file]) => {
    const [without, withIt] = race(
      ['without', 'with'].map((how) => ({ name: how, command: [process.execPath, 'bench/shadow.ts', file, how] })),
      bench.rounds,
    );
    return { name, share: (withIt?.cpu ?? Number.NaN) / (without?.cpu ?? Number.NaN) - 1 };
  });
  return {
    figures,
    lines: figures.map(({ name, share }) => `${name.padEnd(12)} ${(100 * share).toFixed(1)} % more CPU time with it`),
  };
}
