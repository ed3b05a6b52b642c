import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { Piscina } from 'piscina';
import type { WorkerJob, WorkerTask } from '../experiment/index.ts';
import type { Workers } from './io.ts';

/** The worker's file: an entry of its own beside the bundle, or its source where this is source. */
const workerFile = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../experiment/worker.ts' : './job.js', import.meta.url),
);

/** Milliseconds that a thread may take to begin or to leave its work, before it is ended all the same: on a loaded machine those that give way wait long. */
const leaveMax = 30_000;

/** Threads that each make the models once and then run replications. */
export function openWorkers(count: number, job: WorkerJob): Workers {
  const simulated = new BigInt64Array(new SharedArrayBuffer(8));
  const ready = new Int32Array(new SharedArrayBuffer(4));
  const isClosing = new Int32Array(new SharedArrayBuffer(4));
  const workerData: WorkerTask = {
    ...job,
    simulated: simulated.buffer,
    ready: ready.buffer,
    isClosing: isClosing.buffer,
  };
  // All from the beginning to the end: Piscina would end one that finds nothing to do, perhaps as soon as it has begun.
  const piscina = new Piscina({ filename: workerFile, minThreads: count, maxThreads: count, workerData });
  // One that did not leave in time may still answer while it is being ended.
  piscina.on('error', (error) => {
    if (Atomics.load(isClosing, 0) === 0) throw error;
  });
  const underWay = new Set<Promise<unknown>>();
  const follow = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    underWay.add(answer);
    const end = (): void => void underWay.delete(answer);
    answer.then(end, end);
    return answer;
  };
  const end = async (): Promise<void> => {
    // Node may end with a fault of its own (V8: Check failed) when a thread is ended that is being begun or at work:
    // so each leaves its work first.
    Atomics.store(isClosing, 0, 1);
    const until = performance.now() + leaveMax;
    const isAtWork = (): boolean => underWay.size > 0 || Atomics.load(ready, 0) < piscina.threads.length;
    while (isAtWork() && performance.now() < until) await pause(5);
    await piscina.destroy();
  };
  let ended: Promise<void> | undefined;
  return {
    // One in line behind each, so that none waits for work.
    width: 2 * count,
    replicate: (order) => follow(piscina.run(order)),
    inquire: (inquiry) => follow(piscina.run(inquiry, { name: 'answer' })),
    simulated: () => Number(Atomics.load(simulated, 0)),
    // Once, however often it is asked: Piscina, ended again while it is ending, begins threads anew.
    close: () => (ended ??= end()),
  };
}
