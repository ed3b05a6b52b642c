// Counts what a run does: prints consignments, events, steps of machines and draws as JSON.  node bench/work.ts FILE
import { registerHooks } from 'node:module';
import { kernelBytes } from '../tests/kernel/compile-kernel.ts';

/** What the counting kernel (bench/assembly/counted.ts) tells besides. */
interface Counted {
  readonly stepsMade: () => bigint;
  readonly drawsMade: () => bigint;
}

const bytes = Buffer.from(kernelBytes('bench/assembly/counted.ts', ['--use', 'COUNT_DRAWS=1'])).toString('base64');
registerHooks({
  load: (url, context, next) =>
    url.endsWith('/src/kernel/binary.ts')
      ? { format: 'module', source: `export const binary = '${bytes}';`, shortCircuit: true }
      : next(url, context),
});

const { openKernel } = await import('../src/kernel/index.ts');
const { Run } = await import('../src/engine/index.ts');
const { openModel } = await import('./open-model.ts');

// Idle again at once, it serves the runs that follow.
const kernel = openKernel();
kernel.close();
const counted = kernel.call as unknown as Counted;
const { model, replications, warmUp } = openModel(process.argv[2] ?? '');
const work = { consignments: 0, events: 0, steps: 0, draws: 0 };
for (let replication = 0; replication < replications; replication++) {
  const run = Run.begin(model.engine, { replication, warmUp, keepTimes: false });
  while (run.advance(50_000) === 'going');
  work.consignments += run.created;
  work.steps += Number(counted.stepsMade());
  work.draws += Number(counted.drawsMade());
  work.events += run.close().figures.events;
}
console.log(JSON.stringify(work));
