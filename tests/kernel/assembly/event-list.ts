// The event list alone, for tests and for measuring: see ../event-list.ts.
import { list, Node } from '../../../src/kernel/assembly/event-list';

/** Plans an event; gives its node. */
export function plan(time: f64, rank: i32, owner: i32): Node {
  const node = list.make(owner, 0);
  node.time = time;
  list.plan(node, rank);
  return node;
}

export function cancel(node: Node): void {
  list.cancel(node);
}

export function pending(): i32 {
  return list.pending;
}

export function firstTime(): f64 {
  return list.firstTime();
}

/** Takes the first event; gives its owner. */
export function take(): i32 {
  list.firstTime();
  const node = list.take();
  const owner = <i32>node.owner;
  list.recycle(node);
  return owner;
}
