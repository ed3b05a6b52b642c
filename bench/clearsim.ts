// One replication of a scenario with its `stopAfter` set to N consignments, as one process of the benchmark.
// Arguments: scenario file, N, seed. Prints one JSON line like the peers (bench/peers/README.md).
import { readFileSync } from 'node:fs';
import { parseScenario } from '../src/scenario/index.ts';
import { prepare, simulate } from '../src/simulation/index.ts';
import { wrong } from '../src/base/index.ts';

const [file = 'scenarios/examples/customs-network.yaml', count = '1000000', seed = '1'] = process.argv.slice(2);
const text = readFileSync(file, 'utf8').replace(
  /^run:.*$/m,
  `run: {stopAfter: ${count} consignments, seed: "${seed}", replications: 1, warmUp: 0 h}`,
);
const parsed = parseScenario({ file, text }, () => wrong('no files'));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.wrong));
const model = prepare(parsed.value.base);
if (!model.ok) throw new Error(JSON.stringify(model.wrong));
const from = process.hrtime.bigint();
const { result } = simulate(model.value, { replication: 0, warmUp: 0, keepTimes: false, seriesBin: 0 });
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
const review = result.activities['documentReview'];
process.stdout.write(
  `${JSON.stringify({
    peer: 'clearsim',
    version: process.version,
    model: file,
    n: Number(count),
    run_s: seconds,
    per_s: Math.round(Number(count) / seconds),
    events_per_s: Math.round(result.events / seconds),
    docWaitHi: review?.waitByPriority['1']?.mean,
    docWaitLo: review?.waitByPriority['0']?.mean,
    clear: result.indicators['clearanceTime']?.mean,
    rss_mb: Math.round(process.memoryUsage().rss / 1_048_576),
  })}\n`,
);
