// A thread of its own: makes the models from the sources once, then runs the replications it is asked for.
import { constants, setPriority } from 'node:os';
import { workerData } from 'node:worker_threads';
import { assert, drive } from '../base/index.ts';
import { noShelf } from '../compile/index.ts';
import { followRules } from '../rules/index.ts';
import { markedModel, type Model } from '../simulation/index.ts';
import { inquire, type Inquiries, type Inquiry, type InquiryKind } from './inquiry.ts';
import { modelsOf } from './models.ts';
import { replicate, type Order, type Replication } from './replicate.ts';
import { openSources } from './source.ts';
import type { WorkerTask } from './worker-task.ts';

const task = workerData as WorkerTask;
// Of a process of Linux this is the priority of the thread alone.
if (task.givesWay === true && process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW);
const models = modelsOfTask(task);
/** Consignments simulated by all threads. */
const simulated = new BigInt64Array(task.simulated);
const isClosing = new Int32Array(task.isClosing);
Atomics.add(new Int32Array(task.ready), 0, 1);

/** Runs one replication of all scenarios. */
export default function work(order: Order): Replication {
  return drive(replicate(models, order), (told) => {
    Atomics.add(simulated, 0, BigInt(told));
    leaveIfUnwanted();
  });
}

/** Answers a question about the models. */
export function answer(inquiry: Inquiry): Inquiries[InquiryKind]['gives'] {
  return drive(inquire(models, inquiry), leaveIfUnwanted);
}

function leaveIfUnwanted(): void {
  if (Atomics.load(isClosing, 0) !== 0) throw new Error('nobody wants this answer any more');
}

function modelsOfTask({ sources, overrides, tables, rules, marksBase }: WorkerTask): readonly Model[] {
  const set = openSources(sources, overrides);
  assert(set.ok, 'a worker is given only sources that could be opened');
  const prepared = modelsOf(set.value, { ...noShelf, find: (content) => tables.get(content) });
  assert(prepared.ok, 'a worker is given only scenarios that could be prepared');
  return prepared.value.map((model, index) => {
    const own = rules?.[index];
    const telling = marksBase && index === 0 ? markedModel(model).model : model;
    return own === undefined ? telling : followRules(telling, own).model;
  });
}
