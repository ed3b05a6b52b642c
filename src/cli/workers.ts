import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { WorkerTask } from '../experiment/index.ts';
import type { Workers } from './io.ts';

/** The worker's file: an entry of its own beside the bundle, or its source where this is source. */
const workerFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../experiment/worker.ts' : './job.js', import.meta.url),
);

/** Threads that each make the models once and then run replications. */
export function openWorkers(count: number, task: Omit<WorkerTask, 'simulated'>): Workers {
  const simulated = new BigInt64Array(new SharedArrayBuffer(8));
  const workerData: WorkerTask = { ...task, simulated: simulated.buffer };
  // Threads are begun as work comes: Node 26 may end with a fault of its own (8 of 60 times) when some are ended that are still being begun.
  const piscina = new Piscina({ filename: workerFile, minThreads: 1, maxThreads: count, workerData });
  let isClosing = false;
  // A replication that nobody waits for any more may still answer while the threads are being ended.
  piscina.on('error', (error) => {
    if (!isClosing) throw error;
  });
  return {
    // One in line behind each, so that none waits for work.
    width: 2 * count,
    replicate: (order) => piscina.run(order),
    inquire: (inquiry) => piscina.run(inquiry, { name: 'answer' }),
    simulated: () => Number(Atomics.load(simulated, 0)),
    async close() {
      isClosing = true;
      await piscina.destroy();
    },
  };
}
