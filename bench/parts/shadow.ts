import { extra, moreText, type Program } from '../measure.ts';
import { networkFile, seaImportFile, type Bench, type Finding } from '../subjects.ts';

/** What it costs that one consignment in a thousand is replayed through its XState machine: user time of the whole process. */
export function shadow(bench: Bench): Finding {
  const files = { network: networkFile(bench, 3_000_000), 'sea-import': seaImportFile(bench, 60) };
  const figures = Object.entries(files).map(([name, file]) => {
    const run = (how: 'with' | 'without'): Program => ({
      name: how,
      command: [process.execPath, 'bench/shadow.ts', file, how],
    });
    return { name, ...extra(run('without'), run('with'), bench.rounds) };
  });
  return { figures, lines: figures.map((figure) => `${figure.name.padEnd(12)} ${moreText(figure)} with it`) };
}
