import { openKernel } from '../../src/kernel/index.ts';

const { call } = openKernel();

/** 32 random bits, as the kernel draws them (src/kernel/assembly/draws.ts). */
export function drawBits(...of: readonly [number, number, number, number, number, number]): number {
  return call.drawBits(...of);
}

/** The standard normal quantile, as the kernel finds it. */
export function normalQuantile(probability: number): number {
  return call.normalQuantile(probability);
}

/** The four words of a Philox block. */
export function philox(
  key: readonly [number, number],
  [c0, c1, c2, c3]: readonly [number, number, number, number],
): [number, number, number, number] {
  const word = (index: number): number => call.philoxWord(key[0], key[1], c0, c1, c2, c3, index);
  return [word(0), word(1), word(2), word(3)];
}
