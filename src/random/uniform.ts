/** Two to the -32nd: the width of one of the 2^32 equal cells of (0, 1). */
export const cellWidth: number = 1 / 4_294_967_296;

/** The uniform variate of 32 random bits (int32): the middle of its cell, never 0 or 1. */
export function uniform(bits: number): number {
  return ((bits >>> 0) + 0.5) * cellWidth;
}
