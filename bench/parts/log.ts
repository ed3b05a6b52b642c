import { statSync } from 'node:fs';
import { join } from 'node:path';
import { race } from '../measure.ts';
import { alone, networkFile, type Bench, type Finding } from '../subjects.ts';

const consignments = 1_000_000;

/** How many consignments of the customs network a second of the clock takes when every occurrence is written to a file. */
export function log(bench: Bench): Finding {
  const network = networkFile(bench, consignments);
  const files = ['ndjson', 'csv'].map((extension) => join(bench.folder, `log.${extension}`));
  const costs = race(
    [alone('no log', network), ...files.map((file) => alone(file, network, '--log', file))],
    bench.rounds,
  );
  const figures = ['none', 'ndjson', 'csv'].map((name, index) => ({
    log: name,
    perSecond: Math.round(consignments / (costs[index]?.wall ?? Number.NaN)),
    megabytes: index === 0 ? 0 : Math.round(statSync(files[index - 1] ?? '').size / 1e6),
  }));
  return {
    figures,
    lines: figures.map(
      ({ log: name, perSecond, megabytes }) =>
        `${name.padEnd(8)} ${String(perSecond).padStart(9)} consignments per second of the clock${megabytes === 0 ? '' : `, ${megabytes} MB`}`,
    ),
  };
}
