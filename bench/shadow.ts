// Runs all replications of a scenario with or without its shadow, for measuring:  node bench/shadow.ts FILE with|without
import { Run } from '../src/engine/index.ts';
import { Shadow } from '../src/simulation/shadow.ts';
import { openModel } from './open-model.ts';

const [file = '', how = ''] = process.argv.slice(2);
const { model, replications, warmUp } = openModel(file);
const watch = new Shadow(model);
for (let replication = 0; replication < replications; replication++) {
  const run = Run.begin(model.engine, { replication, warmUp, keepTimes: false, ...(how === 'with' ? { watch } : {}) });
  while (run.advance(50_000) === 'going');
  run.close();
}
