import { measure } from '../measure.ts';
import { alone, networkFile, type Bench, type Finding } from '../subjects.ts';

/** The most memory that a run of the customs network has, at one million consignments and at ten. */
export function memory(bench: Bench): Finding {
  const figures = [1_000_000, 10_000_000].map((consignments) => ({
    consignments,
    megabytes: peak(bench, consignments),
  }));
  return {
    figures,
    lines: figures.map(({ consignments, megabytes }) => `${consignments} consignments: ${megabytes} MB at most`),
  };
}

function peak(bench: Bench, consignments: number): number {
  const { name, command } = alone('memory', networkFile(bench, consignments));
  const [node = '', ...words] = command;
  const { talk } = measure({ name, command: [node, '--import', './bench/peak-memory.mjs', ...words] });
  return Math.round(Number(/peak-kilobytes (\d+)/u.exec(talk)?.[1]) / 1024);
}
