// Streams of draws for a battery of tests: see tests/study/draw-stream.ts.
import { drawBits, Key, philox } from '../../../src/kernel/assembly/draws';
import { allocate } from '../../../src/kernel/assembly/memory';

const key = changetype<Key>(memory.data(offsetof<Key>(), 4));

/** Makes room for so many draws. */
export function room(count: i32): usize {
  return allocate((<usize>count) << 2);
}

/**
 * Draws number `first` and on, of so many: the number of a draw is taken apart into visit, purpose, replication and
 * consignment, the first of these running fastest, each up to its limit. `purposes` are hashes (i32).
 */
export function fill(
  at: usize,
  count: i32,
  first: f64,
  low: i32,
  high: i32,
  visits: i32,
  purposes: usize,
  purposeCount: i32,
  replications: i32,
): void {
  for (let index = 0; index < count; index++) {
    let rest = <u64>first + index;
    const visit = <i32>(rest % visits);
    rest /= visits;
    const purpose = load<i32>(purposes + ((<usize>(rest % purposeCount)) << 2));
    rest /= purposeCount;
    const replication = <i32>(rest % replications);
    const consignment = <i32>(rest / replications);
    philox(key, low, high, replication, consignment, 0, 0);
    store<i32>(at + ((<usize>index) << 2), drawBits(key.word0, key.word1, key.word2, key.word3, purpose, visit));
  }
}
