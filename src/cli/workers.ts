import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { WorkerTask } from '../experiment/index.ts';
import type { Workers } from './io.ts';

/** The worker's file: an entry of its own beside the bundle, or its source where this is source. */
const workerFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../experiment/worker.ts' : './job.js', import.meta.url),
);

/** Milliseconds that a thread may take to begin, before it is ended all the same. */
const beginMax = 5000;

/** Threads that each make the models once and then run replications. */
export function openWorkers(count: number, task: Omit<WorkerTask, 'simulated' | 'ready'>): Workers {
  const simulated = new BigInt64Array(new SharedArrayBuffer(8));
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerTask = { ...task, simulated: simulated.buffer, ready: ready.buffer };
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
      // Node ends with a fault of its own (V8: Check failed) when a thread is ended that is still being begun.
      const until = performance.now() + beginMax;
      while (Atomics.load(ready, 0) < piscina.threads.length && performance.now() < until) await pause(5);
      await piscina.destroy();
    },
  };
}
