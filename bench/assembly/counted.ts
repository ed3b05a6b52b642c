// The kernel with counts of what it does; compile it with `--use COUNT_DRAWS=1`.
import { decisions } from '../../src/kernel/assembly/decisions';
import { drawsAt } from '../../src/kernel/assembly/draws';

export * from '../../src/kernel/assembly/index';

/** Steps of machines made. */
export function stepsMade(): u64 {
  return decisions.step;
}

/** Draws made. */
export function drawsMade(): u64 {
  return load<u64>(drawsAt);
}
