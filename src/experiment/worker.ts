// A thread of its own: makes the models from the sources once, then runs the replications it is asked for.
import { workerData } from 'node:worker_threads';
import { assert } from '../base/index.ts';
import type { Model } from '../simulation/index.ts';
import { modelsOf } from './models.ts';
import { replicate, type Order, type Replication } from './replicate.ts';
import { openSources } from './source.ts';
import type { WorkerTask } from './worker-task.ts';

const models = modelsOfTask(workerData as WorkerTask);

/** Runs one replication of all scenarios. */
export default function work(order: Order): Replication {
  const steps = replicate(models, order);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function modelsOfTask(task: WorkerTask): readonly Model[] {
  const set = openSources(task.sources, task.overrides);
  assert(set.ok, 'a worker is given only sources that could be opened');
  const prepared = modelsOf(set.value);
  assert(prepared.ok, 'a worker is given only scenarios that could be prepared');
  return prepared.value;
}
